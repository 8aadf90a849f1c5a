import roles from '../../../kernel/i18n/roles.en.ts';
const en = {
  sms_process: {
    name: 'process',
    plural: 'Processes',
    create: 'New process',
    field: {
      title: 'Name',
      code: 'Code',
      clause: 'Clause',
      purpose: 'Purpose',
      inputs: 'Inputs',
      outputs: 'Outputs',
      criteria: 'Criteria',
      interfaceIds: 'Hands over to',
      recordTypes: 'Records that show that it lives',
      ownerRole: 'Role of the owner',
      raci: 'Responsibilities',
      silence: 'How it is known that nothing occurred',
      silentFrom: 'Nothing occurred from',
      silentTo: 'Nothing occurred until',
      silentById: 'Confirmed by',
      ownerId: 'Process owner',
    },
    hint: {
      raci: 'A accountable (one), R does it, C is asked, I is told',
    },
    option: {
      ownerRole: roles.role,
    },
    state: {
      active: 'In use',
      inactive: 'Not in use',
    },
    action: {
      edit: 'Edit',
      confirm_silence: 'Confirm: nothing occurred',
      deactivate: 'Take out of use',
      reactivate: 'Take into use',
    },
    two_accountable: 'One role is accountable. Now there are: {{roles}}.',
    no_such_type: 'There are no records of the kind {{type}}.',
    interface_to_itself: 'A process hands nothing over to itself.',
    silence_not_over: 'The period ends on {{to}}, which is still to come.',
    was_not_silent: 'It was not silent: {{count}} records came in that period.',
    no_owner: 'Nobody owns this process yet.',
    not_its_owner: 'That nothing occurred is confirmed by the process owner.',
    measure: {
      owned: 'Processes with owner and one accountable role',
      alive: 'Processes that live',
    },
    formula: {
      owned: 'Processes with an owner and exactly one accountable role ÷ all processes × 100 %',
      alive:
        'Processes that left a record in three months, or whose owner confirmed that nothing occurred ÷ all × 100 %',
    },
  },
  role_definition: {
    name: 'role',
    plural: 'Role catalogue',
    create: 'New role',
    field: {
      title: 'Name',
      role: 'Role',
      orgUnitId: 'Department',
      duties: 'Duties',
      authorities: 'Authorities',
      limits: 'Limits',
      required: 'Must be held',
      needsDeputy: 'Needs a deputy',
      incompatible: 'Not together with',
    },
    hint: {
      duties: 'One line each.',
      authorities: 'One line each.',
      limits: 'What the role may decide alone, and up to where.',
    },
    option: {
      incompatible: roles.role,
    },
    state: {
      active: 'In use',
      inactive: 'Not in use',
    },
    action: {
      edit: 'Edit',
      deactivate: 'Take out of use',
      reactivate: 'Take into use',
    },
    incompatible_with_itself: 'A role is not incompatible with itself.',
    measure: {
      assigned: 'Roles assigned',
    },
    formula: {
      assigned: 'Roles that must be held and are held today ÷ all that must be held × 100 %',
    },
  },
  appointment: {
    name: 'appointment',
    plural: 'Appointments',
    create: 'New appointment',
    field: {
      title: 'Title',
      holderId: 'Role and holder',
      deputyId: 'Deputy',
      reportsToId: 'Reports to',
      processIds: 'Processes',
      remarks: 'Remarks',
      ownerId: 'Holder',
      issuedById: 'Issued by',
      issuedOn: 'Issued on',
      acceptedOn: 'Accepted on',
      sodException: 'Exception from separation of duties',
    },
    hint: {
      holderId:
        'Who holds which role from when to when stands in the directory; the letter is about that entry.',
    },
    state: {
      draft: 'Draft',
      issued: 'Issued',
      accepted: 'Accepted',
      ended: 'Ended',
    },
    action: {
      edit: 'Edit',
      issue: 'Issue',
      accept: 'Accept',
      end: 'End',
    },
    role_not_held: 'Nobody holds this role by that entry any more.',
    there_already: '{{number}} is about the same entry already.',
    own_deputy: 'Nobody is their own deputy.',
    issuer_holds_it: 'Nobody appoints themselves; another member of top management issues it.',
    duties_conflict: '{{role}} is not held together with: {{others}}.',
    holder_accepts: 'The letter is accepted by whom it appoints.',
    measure: {
      accepted: 'Appointments accepted',
    },
    formula: {
      accepted: 'Letters accepted by their holders ÷ all that were not ended × 100 %',
    },
  },
  notice: {
    appointment: {
      issued: {
        name: 'I was appointed',
        title: 'You are appointed: {{title}}',
        body: 'Read duties, authority and deputy, and accept.',
      },
    },
  },
};
export default en;
