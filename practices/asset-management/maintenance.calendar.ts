import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { dueDates, type Rhythm } from './rhythm.ts';

/** A day's entry: a task that is there, or one that a plan will make. */
export type Entry = {
  readonly date: string;
  readonly number: string;
  readonly type: 'maintenance-task' | 'maintenance-plan';
  readonly title: string;
  readonly state: string;
  readonly missed: boolean;
  readonly doneOn: string | null;
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  readonly needsChange: boolean;
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly subjectIds: readonly string[];
};

const most = 2000;

/** What is due from a day to another one: tasks as they are, and what the plans in force will ask for after them. */
export async function maintenanceCalendar(
  tx: Tx,
  house: House,
  actor: Actor,
  from: string,
  to: string,
): Promise<{ readonly items: readonly Entry[]; readonly more: boolean }> {
  const tasks = await sql<Entry>`
    select t.due_on::text as date, r.number, r.type, r.title, r.state, t.missed_on is not null as missed,
      t.done_on::text as "doneOn", t.window_from as "windowFrom", t.window_to as "windowTo",
      t.needs_change as "needsChange", r.team_id as "teamId", r.owner_id as "ownerId", t.subject_ids as "subjectIds"
    from maintenance_task t join record r on r.id = t.id
    where t.due_on between ${from}::date and ${to}::date and r.state <> 'skipped'
      and ${visible(typeNamed(house, 'maintenance-task').access, actor)}
    order by t.due_on, r.id limit ${most + 1}`.execute(tx.db);
  const ahead = await planned(tx, house, actor, from, to);
  const all = [...tasks.rows.slice(0, most), ...ahead].toSorted((a, b) => a.date.localeCompare(b.date));
  return { items: all.slice(0, most), more: all.length > most || tasks.rows.length > most };
}

type Plan = Rhythm & Omit<Entry, 'date' | 'missed' | 'doneOn'> & { readonly nextDueOn: string };

async function planned(tx: Tx, house: House, actor: Actor, from: string, to: string): Promise<Entry[]> {
  const { rows } = await sql<Plan>`
    select r.number, r.type, r.title, r.state, t.window_from as "windowFrom", t.window_to as "windowTo",
      t.needs_change as "needsChange", r.team_id as "teamId", r.owner_id as "ownerId", t.subject_ids as "subjectIds",
      t.rhythm, t.every, t.first_due_on::text as "firstDueOn", t.dates, t.next_due_on::text as "nextDueOn"
    from maintenance_plan t join record r on r.id = t.id
    where r.state = 'active' and t.next_due_on <= ${to}::date
      and ${visible(typeNamed(house, 'maintenance-plan').access, actor)}
    order by t.next_due_on, r.id limit ${most}`.execute(tx.db);
  return rows.flatMap(({ rhythm, every, firstDueOn, dates, nextDueOn, ...plan }) =>
    // Before the next one, its tasks are there already.
    dueDates({ rhythm, every, firstDueOn, dates }, [from, nextDueOn].toSorted().at(-1) ?? from, to).map(
      (date) => ({ ...plan, date, missed: false, doneOn: null }),
    ),
  );
}

/** The longest stretch that a calendar shows at once. */
export const longestDays = 400;
