import { z } from 'zod';
import { roles } from '../../kernel/access/roles.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { register } from '../../kernel/process/register.ts';
import { boolean, choice, choices, longText, plain, starting, structure } from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { access, keepers } from './roles.access.ts';

const limit = z.strictObject({ decision: plain(300), limit: plain(300) });
export type Limit = z.output<typeof limit>;

const fields = {
  role: choice(...roles),
  duties: longText(8000),
  authorities: longText(8000),
  /** What it may decide alone, and up to where. */
  limits: starting<Limit[]>([], structure(z.array(limit).max(50))),
  required: starting(true, boolean()),
  needsDeputy: starting(false, boolean()),
  incompatible: starting<(typeof roles)[number][]>([], choices(...roles)),
};
type RoleDefinition = RecordOf<typeof fields>;

const isNotItself: Rule<RoleDefinition> = (definition, _actor, { input }) => {
  const after = { ...definition, ...input } as RoleDefinition;
  return after.role !== null && (after.incompatible ?? []).includes(after.role)
    ? no('role_definition.incompatible_with_itself', {}, 'incompatible')
    : undefined;
};

/** 5.3: what a role is for, what it may decide, and what it must not be held together with. */
export const roleDefinition = defineRecord({
  type: 'role-definition',
  plural: 'role-definitions',
  prefix: 'RDF',
  fields,
  base: ['title', 'orgUnitId'],
  search: ['duties', 'authorities'],
  list: ['number', 'title', 'role', 'orgUnitId', 'required', 'needsDeputy'],
  unique: { role_definition_role: 'role' },
  register: true,
  process: register<RoleDefinition>({
    by: keepers,
    fields: ['title', 'orgUnitId', ...Object.keys(fields)],
    required: ['title', 'role'],
    fixed: ['role'],
    checks: [isNotItself],
  }),
  access,
});
