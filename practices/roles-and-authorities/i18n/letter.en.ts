/** Of the letter that gives somebody a role. */
const en = {
  appointment_letter: {
    title: 'Letter of appointment',
    contents: 'Contents',
    sentence:
      '{{organisation}} appoints **{{person}}** as **{{role}}** with effect from {{from}}. The holder has the duties and authorities below.',
    duties: 'Duties',
    authorities: 'Authorities',
    decision: 'Decision',
    limit: 'Limit',
    processes: 'Processes',
    remarks: 'Remarks',
    signatures: 'Signatures',
    signed: 'Issued by {{issuer}} on {{issued}}. Accepted by {{person}} on {{accepted}}.',
    fact: {
      person: 'Person',
      role: 'Role',
      unit: 'Unit',
      from: 'From',
      to: 'Until',
      deputy: 'Deputy',
      reports_to: 'Reports to',
    },
  },
};
export default en;
