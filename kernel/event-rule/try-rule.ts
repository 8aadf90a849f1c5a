import type { Tx } from '../../platform/db/tx.ts';
import { visible } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { typeNamed, type House } from '../practice/house.ts';
import type { BaseRecord } from '../record/base.ts';
import { asOf } from '../trail/as-of.ts';
import type { ReadEvent } from '../trail/subscriber.ts';
import { sql } from 'kysely';
import type { EventRule } from './event-rule.fields.ts';
import { holdsFor, starts } from './matches.ts';

export type Trial = {
  /** How many records and events were looked at. */
  readonly records: number;
  readonly started: number;
  readonly items: readonly {
    readonly number: string;
    readonly title: string;
    readonly plural: string;
    readonly at: string;
    readonly action: string;
    readonly state: string;
  }[];
};

/** The newest records of the type, and of them the events that are looked at one by one. */
const mostRecords = 500;
const mostEvents = 200;

type Past = ReadEvent & Pick<BaseRecord, 'number' | 'title' | 'createdAt'>;

/** What the rule would have done to the newest records, each judged as it was at that moment. Nothing is changed. */
export async function tryRule(tx: Tx, house: House, rule: EventRule, actor: Actor): Promise<Trial> {
  const { trigger } = rule;
  if (!trigger) return { records: 0, started: 0, items: [] };
  const type = typeNamed(house, trigger.type);
  const { rows } = await sql<Past>`
    with newest as materialized (
      select r.id, r.number, r.title, r.created_at from record r
      where ${sql.raw(`r.type = '${type.type}'`)} and ${visible(type.access, actor)}
      order by r.updated_at desc, r.id desc limit ${mostRecords})
    select n.number, n.title, n.created_at as "createdAt", e.seq, e.at, e.record_id as "recordId", e.record_type as "recordType",
      e.action, e.from_state as "fromState", e.to_state as "toState", e.changes, e.channel
    from newest n join trail_event e on e.record_id = n.id order by e.seq desc`.execute(tx.db);
  const started = rows.filter((event) => event.channel !== 'import' && starts(trigger, event));
  const items = [];
  for (const event of started.slice(0, mostEvents)) {
    const then = await asOf(tx, type, { ...event, id: event.recordId }, event.at, event.seq);
    if (!holdsFor(then, rule.conditions ?? [])) continue;
    const { number, title, at, action } = event;
    items.push({ number, title, plural: type.plural, at, action, state: then.state });
  }
  return { records: new Set(rows.map((r) => r.recordId)).size, started: started.length, items };
}
