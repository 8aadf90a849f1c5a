import { z } from 'zod';
import { boolean, choices, date, instant, integer, longText, readOnly, reference, references, starting, structure, text } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

/** The twenty processes of 8.2 to 8.7, by the codes of the field. */
export const serviceProcesses = [
  'SVC-PLAN', 'PARTY', 'CAT', 'AM', 'CFG', 'BRM', 'SLM', 'SUP', 'FIN', 'DM', 'CAP', 'CHG', 'SDT', 'REL', 'IM', 'SR', 'PM', 'AVL', 'SCM', 'ISM',
] as const; // prettier-ignore

const leftOut = z.array(z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(1000) })).max(500);
export type LeftOut = z.output<typeof leftOut>;

/** What people write; it is settled once it is submitted. */
export const written = {
  organisationName: text(300),
  registration: text(300),
  unitIds: starting<string[]>([], references('organisation')),
  siteIds: starting<string[]>([], references('organisation')),
  customerIds: starting<string[]>([], references('organisation')),
  everyCustomer: starting(false, boolean()),
  serviceIds: starting<string[]>([], references('service')),
  leftOut: starting<LeftOut>([], structure(leftOut)),
  technologies: longText(4000),
  operatedByOthers: longText(4000),
  /** 1.2: the organisation cannot leave all services, components and processes to others. */
  ownProcesses: starting<(typeof serviceProcesses)[number][]>([], choices(...serviceProcesses)),
  issueIds: starting<string[]>([], references('context-issue')),
  partyIds: starting<string[]>([], references('interested-party')),
  basis: longText(4000),
};

export const fields = {
  /** Each version is a record of its own; this is which one. */
  edition: readOnly(starting(1, integer(1))),
  supersedesId: readOnly(reference('scope-statement')),
  ...written,
  authorIds: readOnly(starting<string[]>([], references('person'))),
  submittedAt: readOnly(instant()),
  approvedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
  statementEn: readOnly(longText(20_000)),
  statementZh: readOnly(longText(20_000)),
  reviewNote: longText(4000),
  reviewedOn: readOnly(date()),
  reviewedById: readOnly(reference('person')),
  reviewDueOn: readOnly(date()),
  sodException: readOnly(starting(false, boolean())),
};
export type ScopeStatement = RecordOf<typeof fields>;
