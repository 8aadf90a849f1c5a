import { secondPersonNeeded } from '../approval/second-person.ts';
import type { Actor, Language } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import type { Context, Refusal } from '../process/process.ts';
import { actionNames, actionOf, refusal, wrongStateOf } from '../process/refusal.ts';
import type { RecordType } from './record.ts';
import type { Stored } from './store.ts';

export type Can = Readonly<
  Record<
    string,
    | { ok: true; /** Done now, it would wait for a second person. */ secondPerson?: true }
    | { ok: false; why: string; words: string }
  >
>;

type Words = (code: string, params: object) => string;

/** What this actor may do with this record now, and if not, why not: the page asks here, it knows no rule. */
export function can(house: House, type: RecordType, stored: Stored, actor: Actor, words: Words): Can {
  const context: Context = {
    at: house.now(),
    input: {},
    facts: {},
    settings: house.reference.settings,
    clocks: stored.clocks,
  };
  const { wrongState, possible } = byState(type, stored.record.state, actor.language, words);
  const answers = possible.map((name): [string, Can[string]] => {
    const refused = refusal(type, name, stored.record, actor, context);
    if (refused) return [name, told(refused, words)];
    const action = actionOf(type, name);
    const two = action !== undefined && secondPersonNeeded(house, action, stored.record, actor, context);
    return [name, two ? { ok: true, secondPerson: true } : { ok: true }];
  });
  return { ...wrongState, ...Object.fromEntries(answers) };
}

const told = ({ code, params = {} }: Refusal, words: Words): Can[string] => ({
  ok: false,
  why: code,
  words: words(code, params),
});

type InState = { readonly wrongState: Can; readonly possible: readonly string[] };
const known = new WeakMap<RecordType, Map<string, InState>>();

/** Most actions are out of the question by the state alone; that much is the same for every record in it. */
function byState(type: RecordType, state: string, language: Language, words: Words): InState {
  const ofType = known.get(type) ?? new Map<string, InState>();
  known.set(type, ofType);
  const key = `${language} ${state}`;
  const before = ofType.get(key);
  if (before) return before;
  const offered = actionNames(type).filter((name) =>
    actionOf(type, name)?.by.some((role) => role !== 'system'),
  );
  const possible = offered.filter((name) => actionOf(type, name)?.from.includes(state));
  const impossible = offered.flatMap((name): [string, Can[string]][] => {
    const action = actionOf(type, name);
    return action && !possible.includes(name) ? [[name, told(wrongStateOf(type, action, state), words)]] : [];
  });
  const made = { wrongState: Object.fromEntries(impossible), possible };
  ofType.set(key, made);
  return made;
}
