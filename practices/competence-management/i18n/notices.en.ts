/** What people are told by competence.notices.ts. */
const en = {
  notice: {
    competence_assessment: {
      assessed: {
        name: 'My competence was assessed',
        title: 'Assessed: {{title}}',
        body: 'Read what was found, and what was agreed.',
      },
      expiring: {
        name: 'An assessment is due again',
        title: 'To be assessed again by {{date}}: {{title}}',
        body: 'Plan another assessment with the person.',
      },
    },
    competence_gap: {
      planned: {
        name: 'An action on a gap of mine was planned',
        title: 'Planned: {{title}}',
        body: 'See what is done, and by when.',
      },
      due: {
        name: 'An action on a gap is due',
        title: 'Due on {{date}}: {{title}}',
        body: 'Do it, or plan it anew.',
      },
      check_due: {
        name: 'The effect of an action on a gap is to be checked',
        title: 'Did it help? {{title}}',
        body: 'Somebody who neither did it nor answers for it judges, from {{date}} on.',
      },
    },
    training_session: {
      invited: {
        name: 'I take part in a training',
        title: 'Training: {{title}}',
        body: 'Time and place are in the record.',
      },
      cancelled: {
        name: 'A training of mine was cancelled',
        title: 'Cancelled: {{title}}',
        body: 'The training does not take place.',
      },
      check_due: {
        name: 'The effect of a training is to be checked',
        title: 'Did it help? {{title}}',
        body: 'Somebody who neither taught it nor sat in it judges, from {{date}} on.',
      },
    },
    competence_record: {
      to_verify: {
        name: 'A record of competence waits to be verified',
        title: 'To be verified: {{title}}',
        body: 'Look at the original, or ask the issuer.',
      },
      expiring: {
        name: 'A certificate of a person expires',
        title: 'Valid until {{date}}: {{title}}',
        body: 'Renew it, or plan what follows.',
      },
    },
    awareness_campaign: {
      started: {
        name: 'I am asked to know something',
        title: 'Please read: {{title}}',
        body: 'It takes a few minutes. Then say that you know it.',
      },
      reminder: {
        name: 'Something that I shall know is due',
        title: 'Please read by {{date}}: {{title}}',
        body: 'It takes a few minutes. Then say that you know it.',
      },
    },
  },
};
export default en;
