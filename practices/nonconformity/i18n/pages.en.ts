/** What only the pages say. */
const en = {
  nonconformity_page: {
    menu: 'Nonconformities',
    raise: 'Raise a nonconformity',
    from: 'Nonconformities',
    none: 'None was raised from this record.',
    alike: 'Seen before?',
    alike_none: 'Nothing of the same requirement, record or cause within a year before.',
    why: {
      requirement: 'same requirement',
      record: 'same record',
      cause: 'same kind of cause, same service',
      named: 'named as repetition',
    },
    course: 'Where it stands',
    cause: 'Extent and cause',
    effect: 'Plan and effect',
    action_title: 'Corrective action: ',
    actions: 'Corrective actions',
    subject: '{{number}}: {{title}}',
    guidance: {
      wants:
        'React to it, put it right and deal with its consequences. Decide whether its cause must be removed: find it, and look where else it is at work. Act in proportion, see whether that helped, and change the system if need be.',
      good: 'The correction (this case) is kept apart from the corrective action (the cause); what was looked at elsewhere is named; after some weeks somebody who had no part in it has seen that it works.',
      asks: 'Show one that did not come from an audit. Did you look for the same fault elsewhere? How long did you wait before you called it effective, and who checked?',
    },
  },
};
export default en;
