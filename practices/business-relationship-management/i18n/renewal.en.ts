/** Whether customers stay. */
const en = {
  contract_renewal: {
    name: 'contract renewal',
    plural: 'Contract renewals',
    create: 'New contract renewal',
    field: {
      title: 'Contract',
      ownerId: 'Responsible',
      customerId: 'Customer',
      agreementId: 'Agreement',
      termEndsOn: 'Term ends on',
      newAgreementId: 'Goes on under',
      newTermEndsOn: 'New term until',
      valueCents: 'Worth per year',
      currency: 'Currency',
      lostBecause: 'Lost because of',
      note: 'What the customer said',
      decidedOn: 'Recorded on',
      decidedById: 'Recorded by',
    },
    hint: {
      agreementId: 'A service level agreement with a customer that has a last day.',
      note: 'In the customer’s words: what keeps them, or what made them leave.',
    },
    option: {
      lostBecause: {
        price: 'Price',
        quality: 'Quality of the service',
        competitor: 'Another provider',
        own_staff: 'Own staff do it',
        no_need: 'No need any more',
        other: 'Something else',
      },
      currency: { CNY: 'CNY', USD: 'USD', EUR: 'EUR', HKD: 'HKD', SGD: 'SGD', JPY: 'JPY', GBP: 'GBP' },
    },
    state: { due: 'To be decided', renewed: 'Renewed', lost: 'Lost', left_out: 'Not counted' },
    action: {
      renew: 'The customer stays',
      lose: 'The customer leaves',
      leave_out: 'Do not count',
      reopen: 'Decide again',
    },
    no_customer: 'Choose an agreement with a customer; what is bought from suppliers is renewed by us.',
    no_end: 'This agreement has no last day, so there is nothing to renew.',
    there: 'The end of this term is counted by {{number}} already.',
    another_customer: 'The new agreement is another customer’s.',
    measure: { retention: 'Customer retention', undecided: 'Contracts over and undecided' },
    formula: {
      retention:
        'Contracts renewed ÷ contracts renewed or lost, of those whose term ended in the period × 100 %',
      undecided:
        'Contracts whose term is over at the end of the period and of which nobody has recorded what became of them',
    },
  },
  renewal_page: {
    menu: 'Contract renewals',
    retention: 'Customer retention',
    months: 'Last 12 months',
    before: 'The 12 before',
    none: 'n/a',
    of: '{{k}} of {{n}} contracts',
    undecided: 'undecided or not counted: {{n}}',
    show: 'All renewals',
    empty:
      'No contract has come to its end yet. Agreements with customers that have a last day come up here 120 days before it.',
  },
  notice: {
    contract_renewal: {
      due: {
        name: 'A customer’s contract comes to its end',
        title: 'Term ends on {{date}}: {{title}}',
        body: 'Talk with the customer and record whether they stay.',
      },
    },
  },
};
export default en;
