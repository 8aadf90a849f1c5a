import { dayIn } from '../../kernel/calendar/home-days.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { headquarters } from './site.queries.ts';

/** Sites hear what is asked of them and what was decided; headquarters hears what waits for it, and where a site leaves the rules. */
export const siteNotices = defineNotices(
  { kind: 'rule_adoption.to_adopt', staffOnly: true, usual: 'digest' },
  { kind: 'rule_adoption.adopt_due', staffOnly: true, usual: 'mail' },
  { kind: 'rule_adoption.attest_due', staffOnly: true, usual: 'mail' },
  { kind: 'rule_adoption.exemption_ends', staffOnly: true, usual: 'mail' },
  { kind: 'rule_adoption.deviates', staffOnly: true, usual: 'mail' },
  {
    kind: 'rule_adoption.exemption_asked', staffOnly: true, usual: 'mail',
    on: { type: 'rule-adoption', action: 'ask_exemption' },
    to: [({ work }) => headquarters(work, dayIn(work.house.reference.settings, work.house.now()))],
  },
  {
    kind: 'rule_adoption.exemption_decided', staffOnly: true, usual: 'mail',
    on: { type: 'rule-adoption', action: ['grant_exemption', 'refuse_exemption'] },
    to: ['owner', askedBy],
  },
); // prettier-ignore

async function askedBy({
  work,
  record,
}: {
  readonly work: Parameters<typeof headquarters>[0];
  readonly record: { readonly id: string };
}): Promise<readonly string[]> {
  const rows = await work.run<{ id: string }>(
    'exemption_asked_by',
    'select asked_by_id as id from rule_adoption where id = $1 and asked_by_id is not null',
    [record.id],
  );
  return rows.map(({ id }) => id);
}
