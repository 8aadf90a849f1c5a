import { defineRecord } from '../../kernel/record/record.ts';
import { access } from './release.access.ts';
import { fields } from './release.fields.ts';
import { process } from './release.process.ts';

/** 8.5.3: a tested package of approved changes on its way into the live environment, and what came of it. */
export const release = defineRecord({
  type: 'release',
  plural: 'releases',
  prefix: 'REL',
  fields,
  base: ['title', 'serviceId', 'teamId', 'ownerId'],
  search: ['description', 'versionName'],
  list: ['number', 'title', 'state', 'kind', 'versionName', 'plannedStartAt', 'serviceId', 'ownerId', 'updatedAt'],
  process,
  access,
}); // prettier-ignore
