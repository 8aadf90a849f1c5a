import { roles } from '../../kernel/access/roles.ts';
import {
  boolean,
  choice,
  choices,
  date,
  instant,
  integer,
  level,
  longText,
  readOnly,
  reference,
  references,
  starting,
  text,
  texts,
} from '../../kernel/record/field.ts';
import { clause } from '../../standard/clause.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

/** What kind of documented information it is; the six of 7.5.4 that every system has stand by themselves. */
export const classes = [
  'manual', 'scope', 'policy', 'objectives', 'service_management_plan', 'change_policy', 'security_policy', 'continuity_plan',
  'context', 'roles', 'process', 'procedure', 'plan', 'agreement', 'contract', 'specification', 'register', 'instruction', 'form',
  'record', 'report', 'law', 'standard', 'other',
] as const; // prettier-ignore
export const confidentialities = ['public', 'internal', 'secret'] as const;
export const audiences = ['everybody', 'staff', 'named'] as const;
export const readers = ['nobody', 'staff', 'audience'] as const;
export const languagesKept = ['en', 'zh', 'both'] as const;
export const revisions = ['major', 'minor'] as const;

/** 7.5.2, 7.5.3 and documents.md 1: what is known of every document under control. */
export const fields = {
  code: text(60),
  level: level(1, 4),
  documentClass: choice(...classes),
  titleEn: text(),
  titleZh: text(),
  languages: starting('both', choice(...languagesKept)),
  /** Of a pair, the one that holds where they differ. */
  authoritative: starting('en', choice('en', 'zh')),
  clauses: texts(clause, 60),
  obligation: starting('expected', choice('mandatory', 'expected', 'customary')),
  ownerRole: choice(...roles),
  confidentiality: starting('internal', choice(...confidentialities)),
  audience: starting('staff', choice(...audiences)),
  audienceRoles: choices(...roles),
  audienceTeamIds: references('team'),
  audienceOrganisationIds: references('organisation'),
  audiencePersonIds: references('person'),
  /** Who of the audience must say that they read it. */
  mustRead: starting('nobody', choice(...readers)),
  retention: text(300),
  reviewMonths: integer(1, 60),
  origin: starting('internal', choice('internal', 'external')),
  source: text(300),
  sourceEdition: text(100),
  sourceUrl: text(500),
  lastCheckedOn: date(),
  nextCheckOn: date(),
  supersedesId: reference('document'),
  changeId: reference('change'),
  bodyEn: longText(300_000),
  bodyZh: longText(300_000),
  /** A major version is read and acknowledged anew; a minor one mends words. */
  revision: starting('major', choice(...revisions)),
  changeNote: text(1000),
  /** When the version in work shall hold; the day of its approval where nothing is said. */
  takesEffectOn: date(),
  reviewerIds: references('person'),
  approverIds: references('person'),
  authorIds: readOnly(references('person')),
  submittedAt: readOnly(instant()),
  approvedVersion: readOnly(text(20)),
  approvedAt: readOnly(instant()),
  approvedByIds: readOnly(references('person')),
  contentHash: readOnly(text(64)),
  effectiveVersion: readOnly(text(20)),
  effectiveOn: readOnly(date()),
  reviewDueOn: readOnly(date()),
  reviewedById: readOnly(reference('person')),
  reviewedAt: readOnly(instant()),
  obsoleteReason: readOnly(text(2000)),
  sodException: readOnly(starting(false, boolean())),
};
export type Document = RecordOf<typeof fields>;

/** What a version is made of; to give a revision up puts these back. */
export const contents = ['titleEn', 'titleZh', 'bodyEn', 'bodyZh'] as const;

/** For whom it is: narrowed or widened by those who keep documents, once it is in force. */
export const reach = [
  'confidentiality', 'audience', 'audienceRoles', 'audienceTeamIds', 'audienceOrganisationIds', 'audiencePersonIds',
] as const; // prettier-ignore

/** The suffixes of the languages that a document is kept in. */
export const kept = ({ languages }: Pick<Document, 'languages'>): readonly ('En' | 'Zh')[] =>
  languages === 'en' ? ['En'] : languages === 'zh' ? ['Zh'] : ['En', 'Zh'];
