import { secondPersonNeeded } from '../approval/second-person.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import type { Context, Refusal } from '../process/process.ts';
import { actionNames, actionOf, refusal } from '../process/refusal.ts';
import type { RecordType } from './record.ts';
import type { Stored } from './store.ts';

export type Can = Readonly<
  Record<
    string,
    | { ok: true; /** Done now, it would wait for a second person. */ secondPerson?: true }
    | { ok: false; why: string; words: string; params?: Refusal['params'] }
  >
>;

/** What this actor may do with this record now, and if not, why not: the page asks here, it knows no rule. */
export function can(
  house: House,
  type: RecordType,
  stored: Stored,
  actor: Actor,
  words: (code: string, params: object) => string,
): Can {
  const context: Context = {
    at: house.now(),
    input: {},
    facts: {},
    settings: house.reference.settings,
    clocks: stored.clocks,
  };
  const secondPerson = (name: string) => {
    const action = actionOf(type, name);
    return action !== undefined && secondPersonNeeded(house, action, stored.record, actor, context);
  };
  return Object.fromEntries(
    actionNames(type)
      .filter((name) => actionOf(type, name)?.by.some((role) => role !== 'system'))
      .map((name) => {
        const refused = refusal(type, name, stored.record, actor, context);
        if (!refused) return [name, secondPerson(name) ? { ok: true, secondPerson: true } : { ok: true }];
        return [
          name,
          {
            ok: false,
            why: refused.code,
            params: refused.params ?? {},
            words: words(refused.code, refused.params ?? {}),
          },
        ];
      }),
  );
}
