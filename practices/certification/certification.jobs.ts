import { system } from '../../kernel/access/actor.ts';
import { addDays, dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { keepers } from './certification.access.ts';

/** Days before the end at which people are told; half a year before, that a body wants the application. */
const beforeTheEnd = [183, 90, 60, 30] as const;
/** Before an audit has to be; 0: it is late, and the certificate at risk. */
const beforeAnAudit = [90, 30, 7, 0] as const;

type Row = { readonly id: string; readonly ownerId: string | null; readonly date: string };

/** The nearest threshold that has passed: whoever was away is told once, and not four times. */
const passed = (thresholds: readonly number[], date: string, today: string) =>
  thresholds.findLast((days) => date <= addDays(today, days));

async function tell(work: Work, kind: string, rows: readonly Row[], thresholds: readonly number[], today: string) {
  const leaders = await holdersOn(work, keepers, today);
  for (const { id, ownerId, date } of rows) {
    const days = passed(thresholds, date, today);
    if (days === undefined) continue;
    await notify(work, {
      kind: days === 0 && date < today ? `${kind}_late` : kind,
      recordId: id,
      personIds: [...new Set([...leaders, ...(ownerId === null ? [] : [ownerId])])],
      params: { date },
      key: `${id}:${date}:${days}`,
    });
  }
} // prettier-ignore

async function watch(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  const over = await onConnection(house.pool, (tx) =>
    tx.run<{ id: string }>(
      'certificates_over',
      `select t.id from certificate t join record r on r.id = t.id
       where r.state in ('valid', 'suspended') and t.expires_on < $1::date order by t.id`,
      [today],
    ),
  );
  for (const { id } of over)
    await begin(house, (work) => act(work, { type: 'certificate', id }, 'expire', system()));
  await begin(house, async (work) => {
    const ending = await work.run<Row>(
      'certificates_ending',
      `select t.id, r.owner_id as "ownerId", t.expires_on::text as date from certificate t join record r on r.id = t.id
       where r.state in ('valid', 'suspended') and t.expires_on <= $1::date order by t.id`,
      [addDays(today, beforeTheEnd[0])],
    );
    await tell(work, 'certificate.ending', ending, beforeTheEnd, today);
    const suspended = await work.run<Row>(
      'certificates_suspended',
      `select t.id, r.owner_id as "ownerId", t.suspended_until::text as date from certificate t join record r on r.id = t.id
       where r.state = 'suspended' and t.suspended_until <= $1::date order by t.id`,
      [addDays(today, 60)],
    );
    await tell(work, 'certificate.suspension_ends', suspended, [60, 30, 7], today);
    const audits = await work.run<Row>(
      'certification_audits_due',
      `select t.id, r.owner_id as "ownerId", coalesce(t.planned_on, t.due_on)::text as date from certification_audit t
       join record r on r.id = t.id join record c on c.id = t.certificate_id
       where r.state in ('due', 'agreed') and c.state in ('preparing', 'valid', 'suspended')
         and coalesce(t.planned_on, t.due_on) <= $1::date order by t.id`,
      [addDays(today, beforeAnAudit[0])],
    );
    await tell(work, 'certification_audit.due', audits, beforeAnAudit, today);
  });
}

export const watchCertificates = defineJob({ name: 'certification-dates', cron: '23 * * * *', run: watch });
