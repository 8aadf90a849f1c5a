/** What people are told about incidents: in the bell, by mail, and in their notification settings. */
export default {
  notice: {
    due: { response: 'Response due', resolution: 'Resolution due' },
    incident: {
      received: {
        name: 'Your report was received',
        title: 'We have received your report: {{title}}',
        body: 'It has the number {{number}}. On its page you can follow it, answer us and add files.',
      },
      assigned: {
        name: 'An incident is assigned to you',
        title: 'Assigned to you: {{title}}',
        body: 'You are now the owner of {{number}}. Confirm it, begin, or dispute that it is yours.',
      },
      assigned_team: {
        name: 'An incident comes to your team',
        title: 'New for your team: {{title}}',
        body: '{{number}} has come to your team and has no owner yet.',
      },
      commented: {
        name: 'Somebody wrote about your report',
        title: 'New message: {{title}}',
        body: '{{by}} wrote about {{number}}.',
      },
      answered: {
        name: 'Somebody commented on your incident',
        title: 'New comment: {{title}}',
        body: '{{by}} commented on {{number}}.',
      },
      waiting: {
        name: 'Your report waits for your answer',
        title: 'We need your answer: {{title}}',
        body: 'We cannot go on with {{number}} until you answer. Until then its promised time stands still.',
      },
      not_taken_up: {
        name: 'A hand-over is not taken up',
        title: 'Not taken up: {{title}}',
        body: '{{number}} was handed to {{owner}} on {{since}} and has not been taken up. Confirm it, take it over, or dispute who has to do it.',
      },
      disputed: {
        name: 'Somebody disputes who has to do an incident',
        title: 'Disputed: {{title}}',
        body: '{{by}} disputes who has to work on {{number}}. Please decide who has it.',
      },
      development_told: {
        name: 'The developers have settled an issue of your incident',
        title: 'Developers: {{title}}',
        body: 'The development issue {{key}} of {{number}} is now: {{state}}.',
      },
      merged_resolved: {
        name: 'Your report, merged with another one, is resolved',
        title: 'Resolved: {{title}}',
        body: 'You reported {{number}}, which others had reported too as {{parent}}. That is solved now. If it still fails for you, report it again and name {{number}}.',
      },
      resolved: {
        name: 'Your report is resolved',
        title: 'Resolved, please confirm: {{title}}',
        body: '{{number}} is solved from our side. Please confirm that all is well again, or reopen it and tell us what is still wrong.',
      },
      reopened: {
        name: 'An incident was reopened',
        title: 'Reopened: {{title}}',
        body: '{{number}} is not solved after all. Its clock goes on from where it was.',
      },
      closing: {
        name: 'Your report closes soon',
        title: 'Closes soon: {{title}}',
        body: 'We have not heard from you whether {{number}} is really solved. It closes by itself on {{closesAt}}, unless you reopen it.',
      },
      closed: {
        name: 'Your report was closed without an answer',
        title: 'Closed: {{title}}',
        body: '{{number}} was closed, as there was no answer to our notices. Should it not be solved, reopen it from its page.',
      },
      warning: {
        name: 'A promised time is nearly over',
        title: '{{clock}} nearly due: {{title}}',
        body: 'Three quarters of the promised time for {{number}} are gone.',
      },
      breached: {
        name: 'A promise was broken',
        title: '{{clock}} overdue: {{title}}',
        body: 'The promised time for {{number}} is over. Tell the customer when they can count on it.',
      },
      escalated: {
        name: 'An incident is escalated to you',
        title: 'Escalated to you: {{title}}',
        body: '{{number}} needs a decision or your help.',
      },
      second_person: {
        name: 'A second person has to confirm',
        title: 'Your confirmation is asked for: {{title}}',
        body: '{{by}} asks for this on {{number}}, and somebody else has to confirm it: {{action}}.',
      },
    },
  },
};
