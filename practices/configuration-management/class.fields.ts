import { z } from 'zod';
import { boolean, longText, plain, reference, starting, structure, text } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { relationKindNames } from './relation.kinds.ts';

export const attributeKinds = ['text', 'integer', 'number', 'yes_no', 'date', 'choice'] as const;
export const keyPattern = /^[a-z][a-z0-9_-]{0,39}$/;
const key = z.string().refine((value) => keyPattern.test(value), { params: { key: 'ci_class.key_form' } });

const attribute = z.strictObject({
  key,
  label: z.strictObject({ en: plain(80), 'zh-CN': plain(80) }),
  kind: z.enum(attributeKinds),
  required: z.boolean().optional(),
  /** Of a choice. */
  options: z.array(plain(80)).max(100).optional(),
});
export type Attribute = z.output<typeof attribute>;

const allowedRelation = z.strictObject({
  kind: z.enum(relationKindNames),
  /** Keys of the classes that it may lead to, those below them included; none: any class. */
  to: z.array(key).max(50),
});
export type AllowedRelation = z.output<typeof allowedRelation>;

/** A class of configuration items; its title is the English name. */
export const fields = {
  /** How files, the API and other classes call it: `virtual-machine`. */
  key: text(40),
  titleZh: text(200),
  alsoCalled: structure(z.array(plain(80)).max(50)),
  description: longText(2000),
  parentId: reference('ci-class'),
  attributes: starting<readonly Attribute[]>([], structure(z.array(attribute).max(100))),
  /** Empty: as the class above says. */
  relations: structure(z.array(allowedRelation).max(60)),
  abstract: starting(false, boolean()),
  uniqueNames: starting(true, boolean()),
};
export type CiClassRecord = RecordOf<typeof fields>;
