/** Approvals: why a decision is refused, and what people are told. */
const en = {
  approval: {
    name: 'approval',
    asked_for: 'What is asked',
    due: 'Due',
    outcome: { approved: 'approved', rejected: 'rejected' },
    own: 'You asked for this or it is for you; somebody else must decide (separation of duties).',
    not_asked: 'You are not among those who are asked to approve this.',
    decided_already: 'You have decided this already; a decision stands.',
    deputy_decided: 'Your deputy has decided this on your behalf already; a decision stands.',
    step_not_open: 'Your step, {{step}}, is not open yet; step {{open}} must be approved first.',
    step_over: 'This step was decided by others already.',
    ended_approved: 'This was approved already; nothing is left to decide.',
    ended_rejected: 'This was rejected already; nothing is left to decide.',
    cancelled: 'Approval is no longer needed: the request was taken back or has moved on.',
    moved_on: 'The record has moved on to “{{state}}” meanwhile; there is nothing left to approve.',
    asked_already: 'Approval of {{number}} is being asked for already; it must end first.',
    nobody_eligible:
      'Nobody may approve this: of {{names}}, {{found}} may decide, and {{needed}} must. Whoever asks or benefits may not, nor people not in use. Name other approvers, give the approvers’ team a lead, or let somebody hold the role of SMS manager or top management.',
    approver_is_here:
      'The approver is here; only a seat whose holder is no longer in use can be given to somebody else.',
    may_not_decide:
      'This person asked for it or benefits from it and may not decide (separation of duties). Name somebody else.',
    is_asked: 'This person is asked already. Name somebody else.',
    deputy_is_oneself: 'Name somebody else; you cannot be your own deputy.',
    deputy_is_away:
      '{{name}} is away from {{from}} to {{to}} and has a deputy of their own; deputies of deputies do not decide. Name somebody who is there.',
    delegation_overlaps: '{{name}} is your deputy from {{from}} to {{to}} already; end that first.',
    delegation_past: 'These days are over; choose a last day from today on.',
    link_unknown: 'This link leads nowhere. Open the newest mail, or sign in and look at your approvals.',
    link_used: 'This link was used already; your decision is kept. Sign in to see what became of it.',
    link_expired: 'This link has expired; links are good for seven days. Sign in to decide.',
  },
  delegation: { name: 'deputy' },
  notice: {
    approval: {
      asked: {
        name: 'My approval is asked for',
        title: 'Please approve: {{number}} {{title}}',
        body: '{{purpose}}: your decision is asked for.',
        open: 'See it and decide',
      },
      reminder: {
        name: 'Reminder of an approval that is due',
        title: 'Still waiting for your approval: {{number}} {{title}}',
        body: '{{purpose}}: your decision is asked for.',
        open: 'See it and decide',
      },
      flagged: {
        name: 'An approval waits for somebody who is no longer here',
        title: 'Nobody can decide: {{number}} {{title}}',
        body: '{{purpose}}: an approver is no longer in use, and neither a deputy nor a lead may decide in their place. Open the record and name somebody.',
      },
      decided: {
        name: 'What I asked for was approved or rejected',
        title: '{{number}} {{title}}: {{outcome}}',
        body: '{{by}} has decided: {{outcome}} ({{purpose}}).',
      },
    },
  },
};
export default en;
