/** What mails say around a notice's own words, and what the administrator reads about them. */
export default {
  mail: {
    name: 'failed mail',
    open: 'Open {{number}}',
    why_notice: 'You get this mail because you want to hear of “{{kind}}” at once.',
    why_digest: 'You get this mail because you chose one mail a day for these notices.',
    why_test: 'You get this mail because you asked for it.',
    preferences: 'Choose what you are mailed',
    zone: 'Times are those of {{zone}}.',
    digest_heading_one: '{{day}}: one notice',
    digest_heading_other: '{{day}}: {{count}} notices',
    digest_preview: 'What happened since the last daily mail.',
    test_heading: 'Mail from Servanda works',
    test_body:
      'This test mail went through your mail server. Notices to your people go the same way, each in their own language.',
    test_open: 'Open the mail page',
    not_configured: 'No mail server is set. Start Servanda with SMTP_URL, MAIL_FROM and PUBLIC_URL.',
    no_own_address: 'You have no e-mail address. Write one into your own entry under People.',
    purpose: { notice: 'Notice', digest: 'Daily mail', test: 'Test mail' },
    reason: {
      expired: 'It could not be sent for a week; it would be no news any more.',
      no_address: 'This person has no e-mail address.',
      person_gone: 'This person is not in use any more.',
      empty: 'There is nothing left to tell.',
    },
  },
  notification: {
    name: 'notice',
    no_such_kind: 'There is no such kind of notice; there are: {{kinds}}.',
  },
};
