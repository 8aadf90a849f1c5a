import { register } from '../../kernel/process/register.ts';
import { choice, longText } from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { leaders, open } from './competence.access.ts';

const fields = {
  kind: choice('knowledge', 'skill', 'tool', 'language', 'conduct'),
  description: longText(2000),
  /** What somebody does who has it: 1 under guidance, 2 alone, 3 teaches others. */
  level1: longText(1000),
  level2: longText(1000),
  level3: longText(1000),
};
export type Competence = RecordOf<typeof fields>;

/** 7.2: something that people in the system can or cannot do, with what its levels look like. */
export const competence = defineRecord({
  type: 'competence',
  plural: 'competences',
  prefix: 'SKL',
  fields,
  base: ['title'],
  search: ['description'],
  list: ['number', 'title', 'state', 'kind', 'level2'],
  register: true,
  process: register<Competence>({
    by: leaders,
    fields: ['title', ...Object.keys(fields)],
    required: ['title', 'kind', 'level2'],
  }),
  access: open,
});
