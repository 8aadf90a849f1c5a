/** Words of evidence: what the standard's answers are called. Each practice says its own checks in i18n/evidence.*.ts. */
const en = {
  requirement: { name: 'requirement' },
  evidence: {
    inside_only: 'Only people who work inside the organisation, and auditors, see the evidence.',
    outside_audit: '{{requirement}} is outside the scope of your audit.',
    whole_system_only: 'This looks at the whole system; your audit is of a part of it.',
    status: {
      met: 'Met',
      partly: 'Partly met',
      missing: 'Missing',
      none: 'No occurrence',
      failed: 'Cannot be evaluated',
    },
    way: { live: 'Answered live', attested: 'Attested by a person', not_built: 'Practice not built yet' },
    demand: {
      judged: 'Somebody has judged whether what is there is adequate, and the judgement still holds',
    },
    lack: { judged: 'judged inadequate, not judged yet, or judged too long ago' },
  },
};
export default en;
