/** What stands on a tender pack; only the server prints it. */
const en = {
  tender_paper: {
    title: 'Information for a tender',
    certificates: 'Certificates',
    standard: 'Standard',
    number: 'Certificate number',
    holder: 'Certified organisation',
    address: 'Address',
    body: 'Certification body',
    accreditation: 'Accreditation',
    issued: 'Issued on',
    expires: 'Valid until',
    scope: 'Scope',
    what: 'What',
    said: 'As certified',
    check: 'How to check it',
    check_hint:
      'What the authority says counts, not this paper. Take a screenshot of the entry with its date.',
    step_open: 'Open {{url}} (in China: the information platform of CNCA).',
    step_search: 'Look for the certificate number {{number}} or the organisation “{{holder}}”.',
    step_compare: 'Compare number, organisation, scope, state and last day with what is written here.',
    our_page: 'What our own register says of it today: {{url}}',
    figures: 'Key figures',
    figures_hint:
      'From {{from}} to {{to}} (both days included, {{zone}}), computed from the records of daily work. Where nothing was counted stands n/a.',
    figure: 'Figure',
    value: 'Value',
    excluded: 'Excluded',
    clause: 'Clause',
    formula: 'Formula',
    formulas: 'How each is computed',
    no_figures: 'No figures were chosen.',
    note: 'What this says, and what it does not',
    note_words:
      'The certificate is of the organisation’s service management system in the scope named above. It certifies no product and no tool. Figures are the organisation’s own and no part of the certificate.',
    made: 'Made on',
    buyer: 'For',
    period: 'Period of the figures',
    contents: 'Contents',
  },
};
export default en;
