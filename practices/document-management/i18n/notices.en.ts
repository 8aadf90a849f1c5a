export default {
  document: {
    measure: {
      current: 'Documents reviewed in time',
      overdue: 'Documents overdue for review',
      acknowledged: 'Acknowledged by those who must read',
      time_to_approve: 'Time to approve a document',
      obsolete_linked: 'Obsolete documents still in use',
      external_checked: 'External documents checked in time',
    },
    formula: {
      current: 'Documents in force whose review and next check are ahead ÷ documents in force × 100 %',
      overdue: 'Documents in force whose review or next check is past, as things stand now',
      acknowledged:
        'For each document in force that must be read: people who acknowledged its major version ÷ people who must read it × 100 %; the mean over these documents',
      time_to_approve: 'From submission to approval of the last version, of those approved in the period',
      obsolete_linked: 'Obsolete documents that an open record links or a document in force names by code',
      external_checked:
        'External documents in force whose next check is ahead ÷ external documents in force × 100 %',
    },
  },
  notice: {
    document: {
      approved: {
        name: 'A document of mine was approved',
        title: 'Version {{version}} approved: {{title}}',
        body: 'It was approved, and holds from the day it was approved for.',
      },
      rejected: {
        name: 'A document of mine was not approved',
        title: 'Not approved: {{title}}',
        body: 'It went back to its writers. The reason stands below.',
      },
      to_read: {
        name: 'There is a document that I must read',
        title: 'To read: {{name}}',
        body: 'Version {{version}} is in force. Please read it, and say that you did.',
        open: 'Read it',
      },
      review_ahead: {
        name: 'A document of mine must be reviewed soon',
        title: 'Review on {{date}}: {{title}}',
        body: 'Please read whether it is still right: confirm it, or revise it.',
      },
      review_due: {
        name: 'A document of mine must be reviewed',
        title: 'Review due: {{title}}',
        body: 'It was due on {{date}}. Please read whether it is still right: confirm it, or revise it.',
      },
      obsolete: {
        name: 'A document of mine became obsolete',
        title: 'Obsolete: {{title}}',
        body: 'It is kept and marked, and no longer found without being asked for.',
      },
    },
  },
};
