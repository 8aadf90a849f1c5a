import type pg from 'pg';
import { testDatabase } from '../../platform/testing/database.ts';
import type { Language, Words } from '../../platform/i18n/words.ts';
import { system, type Actor } from '../access/actor.ts';
import { actorFor } from '../directory/actor.store.ts';
import { directoryServer } from '../directory/server.ts';
import type { House } from '../practice/house.ts';
import { openHouse } from '../practice/open-house.ts';
import type { PracticeServer } from '../practice/practice-server.ts';
import { act, begin, create } from '../record/act.ts';
import type { BaseRecord } from '../record/base.ts';

/** A house on a fresh database whose clock the test sets: `at('2026-09-30T18:00+08:00')`. */
export type TestHouse = {
  readonly house: House;
  readonly owner: pg.Pool;
  /** Moves the clock; acts happen at this instant until it is moved again. */
  readonly at: (instant: string) => void;
  /** A person with roles (held since 2000), as an actor. */
  readonly person: (
    name: string,
    roles?: readonly string[],
    fields?: Readonly<Record<string, unknown>>,
  ) => Promise<Actor & { readonly id: string }>;
  readonly create: (
    type: string,
    actor: Actor,
    input: Readonly<Record<string, unknown>>,
  ) => Promise<BaseRecord & Record<string, unknown>>;
  readonly act: (
    record: Pick<BaseRecord, 'type' | 'id'>,
    action: string,
    actor: Actor,
    input?: Readonly<Record<string, unknown>>,
  ) => Promise<BaseRecord & Record<string, unknown>>;
};

export async function testHouse(
  servers: readonly PracticeServer[] = [],
  words?: Readonly<Record<Language, Words>>,
): Promise<TestHouse> {
  const { db, owner } = await testDatabase();
  let now = Date.parse('2026-03-02T01:00:00Z');
  const house = await openHouse({
    pool: db.pool,
    servers: [directoryServer, ...servers],
    ...(words ? { words } : {}),
    now: () => now,
  });
  const software = system();
  const made = (type: string, actor: Actor, input: Readonly<Record<string, unknown>>) =>
    begin(house, (work) => create(work, type, actor, input)) as Promise<BaseRecord & Record<string, unknown>>;
  return {
    house,
    owner,
    at: (instant) => {
      now = Date.parse(instant);
      if (Number.isNaN(now)) throw new Error(`${instant} is no instant`);
    },
    async person(name, roles = [], fields = {}) {
      const { id } = await made('person', software, { title: name, ...fields });
      for (const role of roles) {
        await made('role-holder', software, {
          title: `${name}: ${role}`,
          personId: id,
          role,
          validFrom: '2000-01-01',
        });
      }
      const actor = await actorFor(house, id, 'api');
      if (!actor) throw new Error(`${name} is not there`);
      return { ...actor, id };
    },
    create: made,
    act: async (record, action, actor, input = {}) => {
      const { record: after } = await begin(house, (work) =>
        act(work, { type: record.type, id: record.id }, action, actor, input),
      );
      return { ...after };
    },
  };
}
