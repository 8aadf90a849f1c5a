import type { Actor } from '../../kernel/access/actor.ts';
import { addDays, dayIn } from '../../kernel/calendar/home-days.ts';
import { isWorkingDay } from '../../kernel/calendar/working-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { create } from '../../kernel/record/act.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { invalidField } from '../../platform/http/problem.ts';
import { isWeekday, outOfOrder, steps, stepsBefore, type Anchor, type Proposed } from './year-plan.ts';

type Wanted = {
  readonly anchor: string;
  readonly kind: string;
  readonly day: string;
  readonly ownerId: string;
};
type There = {
  readonly anchor: string;
  readonly kind: string;
  readonly number: string;
  readonly plural: string;
  readonly day: string | null;
};

/** Days that an internal audit of everything takes. */
const auditLength = 4;

/** The audits from outside in a year; without one its end is what everything has to be over by. */
export async function anchorsOf(tx: Tx, year: number, yearTitle: string): Promise<readonly Anchor[]> {
  const rows = await tx.run<{ key: string; title: string; day: string }>(
    'year_plan_anchors',
    `select r.number as key, r.title, coalesce(a.planned_on, a.due_on)::text as day
     from certification_audit a join record r on r.id = a.id join record c on c.id = a.certificate_id
     where r.state in ('due', 'agreed') and c.state in ('preparing', 'valid', 'suspended')
       and coalesce(a.planned_on, a.due_on) >= $1::date and coalesce(a.planned_on, a.due_on) < $2::date order by day, r.number`,
    [`${year}-01-01`, `${year + 1}-01-01`],
  );
  // Stage 1 is of the same audit: what was done before it need not be done again before stage 2.
  const found = rows.filter(({ day }, i) => i === 0 || daysApart(rows[i - 1]?.day ?? day, day) > 120);
  return found.length === 0
    ? [{ key: `year-${year}`, title: yearTitle, day: `${year}-12-15`, external: false }]
    : found.map((row) => ({ ...row, external: true }));
}

const daysApart = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** What was planned before and still stands, and the audits and reviews that somebody planned by hand. */
async function thereAlready(tx: Tx, anchor: Anchor): Promise<readonly There[]> {
  const made = await tx.run<There & { type: string }>(
    'year_plan_there',
    `select e.anchor, e.kind, r.number, r.type, coalesce(i.starts_on, m.planned_on, a.due_on)::text as day from year_plan_entry e
     join record r on r.id = e.record_id left join internal_audit i on i.id = r.id left join management_review m on m.id = r.id
     left join action_item a on a.id = r.id where e.anchor = $1 and r.state <> 'cancelled'`,
    [anchor.key],
  );
  const byHand = await tx.run<There & { type: string }>(
    'year_plan_by_hand',
    `select $1::text as anchor, x.kind, r.number, r.type, x.day::text as day from (
       select id, 'internal_audit' as kind, starts_on as day from internal_audit where starts_on > $2::date - 180 and starts_on < $2::date
       union all select id, 'management_review', planned_on from management_review where planned_on > $2::date - 120 and planned_on < $2::date
     ) x join record r on r.id = x.id where r.state <> 'cancelled' order by x.day`,
    [anchor.key, anchor.day],
  );
  const known = new Set(made.map(({ kind }) => kind));
  return [...made, ...byHand.filter(({ kind }) => !known.has(kind))].map(({ type, ...row }) => ({
    ...row,
    plural: `${type}s`,
  }));
}

type Shown = Proposed & {
  readonly ownerId: string | null;
  readonly there: { readonly number: string; readonly plural: string; readonly day: string | null } | null;
};

/** Working days of the calendar that the organisation promises by where it has promised nothing else: that of its standing offer. */
async function worksOf(tx: Tx, house: House): Promise<(day: string) => boolean> {
  const [row] = await tx.run<{ id: string }>(
    'year_plan_calendar',
    `select a.calendar_id as id from agreement a join record r on r.id = a.id
     where a.kind = 'sla' and a.every_customer and a.every_service and a.calendar_id is not null and r.state in ('active', 'in_review')
     order by a.valid_from desc, r.id desc limit 1`,
  );
  if (!row) return isWeekday;
  const calendar = house.reference.calendarOf(row.id);
  // A desk that answers around the clock still holds no audit on a Sunday.
  return (day) => isWeekday(day) && isWorkingDay(calendar, day);
}

/** The plan of a year as it would be made now. */
export async function proposal(tx: Tx, house: House, year: number, yearTitle: string) {
  const today = dayIn(house.reference.settings, house.now());
  const anchors = await anchorsOf(tx, year, yearTitle);
  const holders = new Map<string, string | undefined>();
  for (const role of new Set(steps.map((step) => step.role)))
    holders.set(role, (await holdersOn(tx, [role], today))[0]);
  const works = await worksOf(tx, house);
  const entries: Shown[] = [];
  for (const anchor of anchors) {
    const there = await thereAlready(tx, anchor);
    for (const step of stepsBefore(anchor, today, works)) {
      const found = there.find(({ kind }) => kind === step.kind);
      entries.push({
        ...step,
        ownerId: holders.get(step.role) ?? holders.get('sms-manager') ?? null,
        there: found ? { number: found.number, plural: found.plural, day: found.day } : null,
      });
    }
  }
  return { year, today, anchors, entries };
}

/** All of it or nothing; what stands already is left as it is and not made twice. */
export async function makeYear(
  work: Work,
  actor: Actor,
  year: number,
  wanted: readonly Wanted[],
  words: WordsFor,
) {
  const { house } = work;
  const today = dayIn(house.reference.settings, house.now());
  const say = (key: string, params: Readonly<Record<string, string>> = {}) =>
    words(key, params, actor.language);
  await work.run('year_plan_lock', `select pg_advisory_xact_lock(hashtextextended('servanda:year-plan', 0))`);
  const anchors = await anchorsOf(work, year, say('year_plan.year', { year: String(year) }));
  for (const [i, { anchor, day }] of wanted.entries()) {
    if (!anchors.some(({ key }) => key === anchor))
      throw invalidField(
        `entries.${i}.anchor`,
        'problem.one_of',
        { options: anchors.map(({ key }) => key).join(', ') },
        anchor,
      );
    if (day <= today) throw invalidField(`entries.${i}.day`, 'year_plan.day_is_past', {}, day);
  }
  const made: { kind: string; anchor: string; number: string; plural: string }[] = [];
  let kept = 0;
  for (const anchor of anchors) {
    const there = await thereAlready(work, anchor);
    const mine = wanted.filter((one) => one.anchor === anchor.key);
    const twice = mine.find((one, i) => mine.findIndex(({ kind }) => kind === one.kind) < i);
    if (twice) throw invalidField(`entries.${wanted.indexOf(twice)}.kind`, 'year_plan.twice', {}, twice.kind);
    const all = [
      ...mine.filter(({ kind }) => !there.some((one) => one.kind === kind)),
      ...there.flatMap(({ kind, day }) => (day === null ? [] : [{ kind, day }])),
    ].map((one) => (one.kind === 'internal_audit' ? { ...one, until: addDays(one.day, auditLength) } : one));
    const wrong = outOfOrder(anchor, all);
    const at = wanted.findIndex((one) => one.anchor === anchor.key && one.kind === wrong?.kind);
    if (wrong && at >= 0)
      throw 'after' in wrong
        ? invalidField(`entries.${at}.day`, 'year_plan.after_audit', { date: wrong.after }, wanted[at]?.day)
        : invalidField(
            `entries.${at}.day`,
            'year_plan.before_external',
            { date: wrong.before },
            wanted[at]?.day,
          );
    for (const one of mine) {
      if (there.some(({ kind }) => kind === one.kind)) {
        kept += 1;
        continue;
      }
      made.push({ kind: one.kind, anchor: anchor.key, ...(await makeStep(work, actor, anchor, one, say)) });
    }
  }
  return { made, kept };
}

type Say = (key: string, params?: Readonly<Record<string, string>>) => string;

async function makeStep(work: Work, actor: Actor, anchor: Anchor, { kind, day, ownerId }: Wanted, say: Say) {
  const step = steps.find((one) => one.kind === kind);
  if (!step)
    throw invalidField(
      'entries.kind',
      'problem.one_of',
      { options: steps.map((one) => one.kind).join(', ') },
      kind,
    );
  const title = say('year_plan.title_of', {
    step: say(`year_plan.step.${kind}.name`),
    anchor: anchor.title,
  }).slice(0, 200);
  const record = await create(
    work,
    step.makes,
    actor,
    inputOf(step.makes, { title, day, ownerId, about: say(`year_plan.step.${kind}.about`), say }),
  );
  await work.run(
    'year_plan_made',
    'insert into year_plan_entry (anchor, kind, record_id, made_at, made_by) values ($1, $2, $3, $4, $5)',
    [anchor.key, kind, record.id, new Date(work.house.now()).toISOString(), actor.id],
  );
  return { number: record.number, plural: `${step.makes}s` };
}

type Made = {
  readonly title: string;
  readonly day: string;
  readonly ownerId: string;
  readonly about: string;
  readonly say: Say;
};

/** What the practice that it belongs to asks of a new one. */
function inputOf(makes: (typeof steps)[number]['makes'], { title, day, ownerId, about, say }: Made) {
  switch (makes) {
    case 'internal-audit':
      return {
        title,
        criteria: say('year_plan.criteria'),
        clauses: ['4', '5', '6', '7', '8', '9', '10'],
        startsOn: day,
        endsOn: addDays(day, auditLength),
      };
    case 'management-review':
      return {
        title,
        plannedOn: day,
        chairId: ownerId,
        periodFrom: Temporal.PlainDate.from(day).subtract({ years: 1 }).toString(),
        periodTo: addDays(day, -8),
      };
    case 'action-item':
      return { title, description: about, ownerId, dueOn: day };
  }
}
