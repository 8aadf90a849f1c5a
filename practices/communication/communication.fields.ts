import { staff } from '../../kernel/access/roles.ts';
import { boolean, choice, choices, date, integer, longText, readOnly, reference, references, starting, text } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

const kinds = [
  'policy',
  'objectives',
  'performance',
  'service',
  'change',
  'incident',
  'obligation',
  'improvement',
  'training',
  'other',
] as const;
export const frequencies = ['weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly'] as const;
/** By the first the software itself tells people; the others are done by somebody, who records it. */
export const channels = [
  'notice',
  'meeting',
  'mail',
  'phone',
  'portal',
  'report',
  'notice_board',
  'other',
] as const;

export const fields = {
  kind: choice(...kinds),
  what: longText(2000),
  side: choice('internal', 'external'),
  trigger: choice('schedule', 'event'),
  frequency: choice(...frequencies),
  event: longText(1000),
  /** How soon after the event: “30 minutes”, “1 working day”. */
  within: text(100),
  nextDueOn: date(),
  audienceRoles: starting<(typeof staff)[number][]>([], choices(...staff)),
  audienceTeamIds: starting<string[]>([], references('team')),
  audiencePersonIds: starting<string[]>([], references('person')),
  audienceOrganisationIds: starting<string[]>([], references('organisation')),
  audienceNote: text(500),
  channel: choice(...channels),
  channelNote: text(500),
  responsibleRole: choice(...staff),
  messageEn: longText(4000),
  messageZh: longText(4000),
  automatic: starting(false, boolean()),
  reviewMonths: starting(12, integer(1, 60)),
  reviewNote: longText(2000),
  reviewedOn: readOnly(date()),
  reviewedById: readOnly(reference('person')),
  reviewDueOn: readOnly(date()),
};
export type Communication = RecordOf<typeof fields>;
