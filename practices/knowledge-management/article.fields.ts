import {
  choice,
  date,
  instant,
  integer,
  longText,
  readOnly,
  reference,
  references,
  starting,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

const kinds = ['how_to', 'known_answer', 'known_error', 'work_instruction'] as const;
/** For whom it is: `everybody` with an account, people of some organisations, whoever works inside, or some teams alone. */
const audiences = ['everybody', 'organisations', 'agents', 'teams'] as const;
export type Audience = (typeof audiences)[number];

/** 7.6: what is known, in at least one language, for somebody, about something. */
export const fields = {
  kind: starting('how_to', choice(...kinds)),
  titleEn: text(),
  titleZh: text(),
  summaryEn: text(500),
  summaryZh: text(500),
  bodyEn: longText(50_000),
  bodyZh: longText(50_000),
  audience: starting('agents', choice(...audiences)),
  audienceOrganisationIds: references('organisation'),
  audienceTeamIds: references('team'),
  serviceIds: references('service'),
  categoryIds: references('category'),
  ciIds: references('ci'),
  /** Separated by commas. */
  tags: text(300),
  /** What changed since the last version, for those who read it before. */
  changeNote: text(500),
  /** From whose resolution it was written. */
  sourceId: reference('incident'),
  authorIds: readOnly(references('person')),
  publishedVersion: readOnly(integer(1)),
  approvedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
  reviewedById: readOnly(reference('person')),
  reviewedAt: readOnly(instant()),
  reviewDueOn: date(),
  expiresOn: date(),
};
export type Article = RecordOf<typeof fields>;

/** What a version keeps: the words, for whom they are and what they are about. */
export const contents = [
  'kind', 'titleEn', 'titleZh', 'summaryEn', 'summaryZh', 'bodyEn', 'bodyZh', 'audience', 'audienceOrganisationIds',
  'audienceTeamIds', 'serviceIds', 'categoryIds', 'ciIds', 'tags', 'changeNote',
] as const; // prettier-ignore

export const languages = ['En', 'Zh'] as const;
