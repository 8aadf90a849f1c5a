import { system } from '../../kernel/access/actor.ts';
import type { EachCheck } from '../../kernel/evidence/evidence.ts';
import { yearTo } from '../../kernel/evidence/evaluate.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { watchFrom } from './watch.settings.ts';
import { wideRules } from './watch.rules.ts';
import { knownKeys, newFaults, turnedFaults, type Subject } from './watch.store.ts';

/** So many of one rule in one round: a rule that finds thousands is told of by the first, and goes on. */
const atOnce = 100;

export const watchControls = defineJob({ name: 'control-watch', cron: '*/15 * * * *', run: watch });

/** The rules that look at single records, with the requirement each serves. */
export const watchedChecks = (house: House) =>
  [...house.evidence.values()].flatMap(({ requirement, checks }) =>
    checks.flatMap((check) => (check.kind === 'each' && check.watched ? [{ requirement, check }] : [])),
  );

/** Raises what is new, and notes what is gone or has come back. */
export async function watch(house: House): Promise<void> {
  const whole = yearTo(house.now());
  const since = house.reference.settings.get(watchFrom).value;
  if (since === null) return;
  const when = { ...whole, from: since > whole.from ? since : whole.from };
  for (const { requirement, check } of watchedChecks(house)) {
    const found = await onConnection(house.pool, (tx) => newFaults(tx, house, check, when, atOnce));
    for (const subject of found) await begin(house, (work) => raise(work, requirement, check, subject));
    // Whether a fault is still there is asked of the record, however long ago it was made.
    const ever = { ...whole, from: '2000-01-01T00:00:00.000Z' };
    for (const { id, repaired } of await onConnection(house.pool, (tx) =>
      turnedFaults(tx, house, check, ever),
    ))
      await begin(house, (work) =>
        act(work, { type: 'lapse', id }, repaired ? 'note_repaired' : 'note_again', system(), {}),
      );
  }
  for (const rule of wideRules) {
    const found = await onConnection(house.pool, (tx) => rule.find(tx, when));
    const known = await onConnection(house.pool, (tx) => knownKeys(tx, rule.key));
    for (const { key, title, facts } of found.filter((one) => !known.has(one.key)))
      await begin(house, (work) =>
        create(work, 'lapse', system(), {
          title: `${rule.requirement} · ${title}`,
          rule: rule.key,
          requirement: rule.requirement,
          subjectKey: key,
          facts,
        }),
      );
  }
}

/** The title names the record by its number only: who may not see the record must not read what it is about. */
const raise = (work: Work, requirement: string, check: EachCheck, subject: Subject) =>
  create(work, 'lapse', system(), {
    title: `${requirement} · ${subject.number}`,
    ...given({ ownerId: subject.ownerId, serviceId: subject.serviceId, orgUnitId: subject.orgUnitId }),
    rule: check.key,
    requirement,
    subjectId: subject.id,
    subjectKey: subject.id,
  });

const given = (fields: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
