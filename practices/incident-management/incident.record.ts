import { defineRecord } from '../../kernel/record/record.ts';
import { access } from './incident.access.ts';
import { fields } from './incident.fields.ts';
import { process } from './incident.process.ts';

/** 8.6.1: an unplanned interruption or loss of quality, or an event that has not hit the user yet. */
export const incident = defineRecord({
  type: 'incident',
  plural: 'incidents',
  prefix: 'INC',
  fields,
  base: [
    'title',
    'priority',
    'serviceId',
    'teamId',
    'ownerId',
    'requesterId',
    'customerId',
    'orgUnitId',
    'occurredAt',
  ],
  search: ['symptom', 'resolution', 'ci', 'location'],
  list: [
    'number',
    'title',
    'priority',
    'state',
    'nextDue',
    'serviceId',
    'teamId',
    'ownerId',
    'requesterId',
    'updatedAt',
  ],
  unique: { incident_dedup: 'dedupKey' },
  process,
  access,
});
