/** What the trail says: how its seal is broken, and a date before a record's beginning. */
const en = {
  trail: {
    changed: 'Event {{seq}} (record {{number}}) was changed after it was sealed in batch {{batch}}.',
    removed: 'Event {{seq}} was removed after it was sealed in batch {{batch}}.',
    inserted: 'Event {{seq}} (record {{number}}) was slipped in among the sealed events of batch {{batch}}.',
    chain: 'Batch {{batch}} of the seal was altered: it does not fit its hash or the chain (event {{seq}}).',
    seal_removed: 'Batch {{batch}} of the seal was removed.',
    not_yet: '{{number}} did not exist at {{at}}; it was created at {{createdAt}}.',
  },
};
export default en;
