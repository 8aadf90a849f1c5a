import { defineRecord } from '../../kernel/record/record.ts';
import { access } from './major.access.ts';
import { fields } from './major.fields.ts';
import { process } from './major.process.ts';

/** 8.6.1: an incident so grave that it is led, told and reviewed by a procedure of its own. */
export const majorIncident = defineRecord({
  type: 'major-incident',
  plural: 'major-incidents',
  prefix: 'MI',
  fields,
  base: ['title', 'priority', 'serviceId', 'teamId', 'ownerId', 'customerId', 'orgUnitId', 'occurredAt'],
  search: ['cause', 'helped', 'hindered', 'customerImpact'],
  list: ['number', 'title', 'state', 'nextDue', 'serviceId', 'managerId', 'leadingIncidentId', 'declaredAt'],
  unique: { major_incident_leading: 'leadingIncidentId' },
  process,
  access,
});
