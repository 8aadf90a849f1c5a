import { secondPersonNeeded } from '../approval/second-person.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import type { Context, Refusal } from '../process/process.ts';
import { actionNames, actionOf, processOf, refusal } from '../process/refusal.ts';
import { perType, type RecordType } from './record.ts';
import type { Stored } from './store.ts';

export type Can = Readonly<
  Record<
    string,
    | { ok: true; /** Done now, it would wait for a second person. */ secondPerson?: true }
    | { ok: false; why: string; words: string }
  >
>;

type Words = (code: string, params: object) => string;

/**
 * What this actor may do with this record now, and if not, why not: the page asks here, it knows no rule. Only of the
 * actions that the record's state allows; which those are, `/meta` says once for all records.
 */
export function can(house: House, type: RecordType, stored: Stored, actor: Actor, words: Words): Can {
  const context: Context = {
    at: house.now(),
    input: {},
    facts: processOf(type).known?.(stored.record, house.reference) ?? {},
    settings: house.reference.settings,
    clocks: stored.clocks,
  };
  const answers: Record<string, Can[string]> = {};
  for (const { name, action } of offered(type)(stored.record.state)) {
    const refused = refusal(type, name, stored.record, actor, context);
    if (refused) answers[name] = told(refused, words);
    else {
      const two = secondPersonNeeded(house, action, stored.record, actor, context);
      answers[name] = two ? { ok: true, secondPerson: true } : { ok: true };
    }
  }
  return answers;
}

const told = ({ code, params = {} }: Refusal, words: Words): Can[string] => ({
  ok: false,
  why: code,
  words: words(code, params),
});

/** The actions that people take, by the state they are possible in. */
const offered = perType((type) => {
  const all = actionNames(type).flatMap((name) => {
    const action = actionOf(type, name);
    return action?.by.some((role) => role !== 'system') ? [{ name, action }] : [];
  });
  const byState = new Map(
    Object.keys(processOf(type).states).map((state) => [
      state,
      all.filter(({ action }) => action.from.includes(state)),
    ]),
  );
  return (state: string) => byState.get(state) ?? [];
});
