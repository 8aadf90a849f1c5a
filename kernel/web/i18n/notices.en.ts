export default {
  notices: {
    title: 'Notices',
    unread_one: 'Notices, {{shown}} unread',
    unread_other: 'Notices, {{shown}} unread',
    none: 'Nothing new',
    none_hint: 'What concerns you appears here as it happens.',
    read_all: 'Mark all as read',
    only_unread: 'Unread only',
    more: 'Show older ones',
    settings: 'Notification settings',
    settings_hint:
      'What is mailed appears under the bell, too. The daily mail comes at eight in the morning in your time zone.',
    kind: 'What it is about',
    how: 'How you hear of it',
    mode_off: 'Not at all',
    mode_in_app: 'In Servanda only',
    mode_mail: 'By mail at once',
    mode_digest: 'In the daily mail',
    urgent: 'urgent',
    usual: 'usual',
    back_to_usual: 'Back to the usual settings',
  },
};
