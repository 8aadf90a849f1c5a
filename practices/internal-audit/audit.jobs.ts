import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOf } from '../../kernel/approval/eligible.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { begin } from '../../kernel/record/act.ts';
import { auditDays } from './audit.settings.ts';

type Due = { readonly id: string; readonly date: string; readonly people: readonly (string | null)[] };

const soon = `select r.id, t.starts_on::text as date, array_append(t.auditor_ids, t.lead_auditor_id) as people
  from internal_audit t join record r on r.id = t.id
  where r.state in ('planned', 'staffed') and t.starts_on <= $1::date + 14`;
/** Whoever is responsible for what was audited and has not read the report. */
const unread = `select r.id, t.reported_at::date::text as date,
    array(select x from unnest(t.auditee_ids) x where not exists (
      select 1 from jsonb_array_elements(coalesce(t.acknowledgements, '[]')) a where a ->> 'personId' = x::text)) as people
  from internal_audit t join record r on r.id = t.id
  where r.state in ('reported', 'verified') and t.reported_at < $1::date - $2::int
    and jsonb_array_length(coalesce(t.acknowledgements, '[]')) < cardinality(t.auditee_ids)`;
const overdue = `select r.id, t.due_on::text as date, array[r.owner_id] as people from audit_finding t join record r on r.id = t.id
  where r.state = 'open' and t.due_on < $1::date`;

/** Told once for each date. */
export async function remind(house: House): Promise<void> {
  const { settings } = house.reference;
  const today = dayIn(settings, house.now());
  await begin(house, async (work) => {
    const leaders = await holdersOf('sms-manager')(work, []);
    const tell = async (
      kind: string,
      text: string,
      values: readonly unknown[],
      also: readonly string[] = [],
    ) => {
      for (const { id, date, people } of await work.run<Due>(`audit_${kind}`, text, values))
        await notify(work, {
          kind,
          recordId: id,
          personIds: [...people.filter((person) => person !== null), ...also],
          params: { date },
          key: `${id}:${date}`,
        });
    };
    await tell('internal_audit.soon', soon, [today], leaders);
    await tell('internal_audit.unread', unread, [today, settings.get(auditDays).value.acknowledge]);
    await tell('audit_finding.overdue', overdue, [today], leaders);
  });
}

export const remindOfAudits = defineJob({ name: 'internal-audits-due', cron: '53 * * * *', run: remind });
