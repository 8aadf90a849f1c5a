import { defineRecord } from '../../kernel/record/record.ts';
import { access } from './asset.access.ts';
import { fields } from './asset.fields.ts';
import { assetProcess } from './asset.process.ts';

/** 8.2.5: one thing of value, by the label on it: equipment, software, cloud resources and subscriptions alike. */
export const asset = defineRecord({
  type: 'asset',
  plural: 'assets',
  prefix: 'AST',
  fields,
  base: ['title', 'ownerId', 'requesterId', 'orgUnitId', 'serviceId', 'teamId'],
  search: ['tag', 'serial', 'model', 'location', 'costCentre', 'orderRef'],
  list: ['number', 'title', 'state', 'tag', 'kind', 'userId', 'ownerId', 'costCentre', 'location', 'warrantyUntil'],
  unique: { asset_tag: 'tag' },
  register: true,
  process: assetProcess,
  access,
}); // prettier-ignore
