/** A calendar that one's own program reads. */
export default {
  calendar_feed: {
    title: 'Calendar feed',
    make: 'Make an address',
    new: 'New address',
    revoke: 'Revoke',
    once: 'It is shown only now. Copy it into your calendar program.',
    copy: 'Copy',
    copied: 'Copied',
    made: 'Made {{at}}.',
    used: 'Last read {{at}}.',
    unused: 'Not read yet.',
    revoked: 'The address leads nowhere any more.',
  },
};
