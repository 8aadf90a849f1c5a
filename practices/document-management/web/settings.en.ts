/** What the page of the rules of documents says. */
const en = {
  document_settings: {
    title: 'Rules of documents',
    hint: 'Who reviews and approves, and when a document is looked at again. Versions that are approved stay approved.',
    read_only:
      'You see these rules. The document controller, the SMS manager and the administrator change them.',
    approval: 'Review and approval by level',
    approval_hint:
      'Where a document names nobody itself. Whoever wrote a word of a version is never asked for it.',
    level: 'Level {{level}}',
    review: 'Reviewed by one of',
    approve: 'Approved by one of',
    nobody: 'nobody',
    dates: 'Review',
    months: 'Months to the review',
    months_hint: 'Of a document that names none itself',
    ahead: 'Days before it, its owner is told',
    again: 'Days until they are told again',
    zone: 'Time zone of its days',
    part: {
      approval: 'Review and approval by level',
      reviewMonths: 'Months to the review',
      reviewNotice: 'Notices before the review',
      zone: 'Time zone of its days',
    },
    notice: '{{ahead}} days before, again after {{again}}',
  },
};
export default en;
