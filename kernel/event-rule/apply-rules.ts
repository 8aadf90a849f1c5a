import pg from 'pg';
import { Problem } from '../../platform/http/problem.ts';
import { system } from '../access/actor.ts';
import { notify } from '../notification/notify.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { act } from '../record/act.ts';
import type { BaseRecord } from '../record/base.ts';
import { lockRecord } from '../record/store.ts';
import { defineSubscriber, type ReadEvent } from '../trail/subscriber.ts';
import { queueForRule } from '../webhook/follow-trail.ts';
import type { Step } from './event-rule.schema.ts';
import { activeRules, type ActiveRule } from './event-rule.snapshot.ts';
import { holdsFor, starts } from './matches.ts';
import { peopleOf } from './recipients.ts';

/** A rule may follow from another one's act, so far; what goes deeper is a circle that nobody meant. */
const deepest = 5;

/** Applies the rules in force to what happens from now on. What was imported happened elsewhere, long ago. */
export const applyEventRules = defineSubscriber({
  name: 'event-rules',
  on: (house) => [...new Set(house.reference.get(activeRules).map((rule) => rule.trigger.type))],
  from: 'now',
  handle: async (work, events) => {
    const rules = work.house.reference.get(activeRules);
    for (const event of events) {
      if (event.channel === 'import') continue;
      const started = rules.filter((rule) => starts(rule.trigger, event));
      if (started.length > 0) await applyAll(work, started, event);
    }
  },
});

/** All of them are judged before the first one acts: what a rule changes is a later event, and starts others there. */
async function applyAll(work: Work, started: readonly ActiveRule[], event: ReadEvent): Promise<void> {
  const stored = await lockRecord(work, typeNamed(work.house, event.recordType), { id: event.recordId });
  if (!stored) return;
  for (const rule of started.filter((one) => holdsFor(stored.record, one.conditions)))
    await apply(work, rule, event, stored.record);
}

async function apply(work: Work, rule: ActiveRule, event: ReadEvent, record: BaseRecord): Promise<void> {
  const before = ruledBy(event);
  // Its own act, or a chain too long: said in the list of runs, for a silent stop would look like a fault.
  if (before.includes(rule.id) || before.length >= deepest)
    return note(work, rule, event, 'loop', { code: 'event_rule.loop', params: { deepest } });
  const detail = { rule: rule.number, ruled: [...before, rule.id] };
  // All of its steps or none: half a rule is not what somebody wrote.
  await work.run('rule_savepoint', 'savepoint event_rule');
  try {
    for (const step of rule.steps) await take(work, step, event, record, rule, detail);
    await work.run('rule_release', 'release savepoint event_rule');
  } catch (error) {
    const why = refusalIn(error);
    if (!why) throw error;
    await work.run('rule_rollback', 'rollback to savepoint event_rule');
    return note(work, rule, event, 'refused', why);
  }
  await note(work, rule, event, 'done', null);
}

/** A rule's own fault is noted and over; what is the database's (a deadlock, a lost connection) is tried again. */
function refusalIn(error: unknown): object | undefined {
  if (error instanceof Problem) {
    const [fault] = error.fields;
    return { code: fault?.code ?? error.code, params: fault?.params ?? error.params };
  }
  const isOfTheData = error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');
  return isOfTheData ? { code: 'problem.unstorable', params: { detail: error.message } } : undefined;
}

/** The rules whose act this event already is. */
const ruledBy = ({ detail }: ReadEvent): readonly string[] =>
  Array.isArray(detail?.['ruled']) ? (detail['ruled'] as readonly string[]) : [];

async function take(
  work: Work,
  step: Step,
  event: ReadEvent,
  record: BaseRecord,
  rule: ActiveRule,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const named = { type: record.type, id: record.id };
  if (step.do === 'act') {
    await act(work, named, step.action, system(), step.input, { detail });
    return;
  }
  if (step.do === 'call') return queueForRule(work, step.webhook, event, rule.number);
  for (const [language, personIds] of await peopleOf(work, record, step.to)) {
    const params = { rule: rule.number, text: step.text[language] };
    await notify(work, { kind: 'event_rule.told', recordId: record.id, personIds, params });
  }
}

const note = async (
  work: Work,
  rule: ActiveRule,
  event: ReadEvent,
  outcome: 'done' | 'refused' | 'loop',
  why: object | null,
): Promise<void> => {
  await work.run(
    'note_rule_run',
    `insert into event_rule_run (rule_id, record_id, seq, at, outcome, why) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [
      rule.id,
      event.recordId,
      event.seq,
      new Date(work.house.now()).toISOString(),
      outcome,
      why === null ? null : JSON.stringify(why),
    ],
  );
};
