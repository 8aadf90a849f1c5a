export default {
  document: {
    code_form:
      '"{{code}}" does not follow the scheme SMS-L{level}-{clause}-{ABBR}-{nn}@{site}, for example SMS-L2-08-IM.',
    code_level: 'The code says level {{level}}, the document level {{given}}.',
    code_clause: 'The code says clause {{clause}}, which is not among the clauses of the document.',
    code_stays: '{{code}} was approved under this code and keeps it.',
    no_title: 'Give it a title in each language that it is kept in.',
    authoritative_not_kept: 'It is not kept in the language that is said to be authoritative.',
    names_nobody: 'It is for those named. Name roles, teams, organisations or people.',
    secret_needs_names: 'A secret document is for those it names. Choose "Those named".',
    internal_for_outsiders:
      'An internal document is for nobody outside. Make it public, or secret for those it names.',
    reach_is_kept:
      'For whom it is was approved with it. A document controller or the SMS manager may change that.',
    checked_ahead: '{{date}} is still to come.',
    next_check_before: 'The next check comes after the last one ({{date}}).',
    places_open: 'Places are still to be filled in, {{count}} in all: {{places}}.',
    no_text: 'It says nothing yet in a language that it is kept in. Write its text.',
    no_change_note: 'Say what changed, for those who read the last version.',
    effect_before_approval:
      'It cannot take effect on {{date}}: nothing is in force before it is approved. Choose today or a later day.',
    approver_is_author: 'Who wrote a word of this version may not approve it (S1). Name somebody else.',
    reviewer_is_author: 'Who wrote a word of this version may not review it. Name somebody else.',
    reviewer_is_approver: 'One person cannot both review and approve it. Name two.',
    supersedes_itself: 'A document cannot supersede itself.',
    not_external: 'It is a document of our own: it has no source to be checked.',
    nothing_in_force: 'No version of it is in force that could take the place of this one.',
    block_fault: '{{why}}',
    not_addressed: 'This document does not ask you to acknowledge it.',
    not_in_force: 'Version {{version}} is not in force any more. Read version {{now}}.',
    nothing_to_read: 'No version of it is in force yet.',
  },
};
