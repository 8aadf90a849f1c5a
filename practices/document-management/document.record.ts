import { sql } from 'kysely';
import { defineRecord } from '../../kernel/record/record.ts';
import { documentAccess } from './document.access.ts';
import { fields } from './document.fields.ts';
import { documentProcess } from './document.process.ts';

export const document = defineRecord({
  type: 'document',
  plural: 'documents',
  prefix: 'DOC',
  fields,
  base: ['title', 'ownerId'],
  search: ['code', 'titleEn', 'titleZh', 'bodyEn', 'bodyZh', 'source'],
  list: ['number', 'code', 'title', 'level', 'documentClass', 'state', 'effectiveVersion', 'ownerId', 'reviewDueOn'],
  unique: { document_code: 'code' },
  secret: sql<boolean>`exists (select 1 from document x where x.id = r.id and x.confidentiality = 'secret')`,
  process: documentProcess,
  access: documentAccess,
}); // prettier-ignore
