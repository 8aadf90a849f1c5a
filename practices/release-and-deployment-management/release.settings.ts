import { z } from 'zod';
import { roles } from '../../kernel/access/roles.ts';
import { defineSetting } from '../../kernel/practice/settings.ts';
import { kinds, type Kind } from './release.parts.ts';

const frequencies = ['weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly', 'as_needed'] as const;

const rule = z.strictObject({
  /** [STD] How often a release of this type goes out, and how it is handled. */
  frequency: z.enum(frequencies),
  handling: z.string().trim().max(2000),
  /** The service desk knows at least so many hours before it starts. */
  noticeHours: z.int().min(0).max(720),
  /** Its result is watched so long before it is closed. */
  observeDays: z.int().min(0).max(90),
  /** More incidents of its making than these, and it has not succeeded. */
  maxCaused: z.int().min(0).max(1000),
  /** One holder of any of these roles approves it, never a builder or developer (S3). */
  approvers: z.array(z.enum(roles)).min(1).max(10),
});
export type TypeRule = z.output<typeof rule>;
export const typesSchema = z.strictObject(
  Object.fromEntries(kinds.map((kind) => [kind, rule])) as Record<Kind, typeof rule>,
);
export type TypeRules = z.output<typeof typesSchema>;

const usual = { handling: '', maxCaused: 0, approvers: ['release-manager', 'service-owner'] } as const;
const approvers = () => [...usual.approvers];
/** 8.5.3: the types of releases with their frequency and handling, as data. */
export const typeRules = defineSetting<TypeRules>('release.types', {
  major: { ...usual, approvers: approvers(), frequency: 'half_yearly', noticeHours: 72, observeDays: 30 },
  minor: { ...usual, approvers: approvers(), frequency: 'monthly', noticeHours: 24, observeDays: 7 },
  patch: { ...usual, approvers: approvers(), frequency: 'weekly', noticeHours: 24, observeDays: 7 },
  emergency: { ...usual, approvers: [...approvers(), 'ecab-member'], frequency: 'as_needed', noticeHours: 0, observeDays: 7 },
}); // prettier-ignore
