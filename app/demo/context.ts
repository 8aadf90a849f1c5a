import { AsyncLocalStorage } from 'node:async_hooks';
import { system, type Actor, type Language } from '../../kernel/access/actor.ts';
import { actorFor, forgetActors } from '../../kernel/directory/actor.store.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { act, begin, create, single, type Options } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { randomFrom, type Random } from './random.ts';

export const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000] as const;
export const demoZone = 'Asia/Shanghai';
/** The whole organisation keeps this clock: eight hours before UTC, without summer time. */
const zoneMs = 8 * hourMs;

export type Row = BaseRecord & Readonly<Record<string, unknown>>;
export type Input = Readonly<Record<string, unknown>>;

/** What a practice's season has to tell its story with. */
export type Demo = {
  readonly house: House;
  readonly language: Language;
  /** The story: from a year ago until now. */
  readonly from: number;
  readonly until: number;
  readonly random: Random;
  /** Ids by a key of this demo: people, units, teams, customers, services, categories. */
  readonly ids: Map<string, string>;
  readonly id: (key: string) => string;
  keysOf(prefix: string): string[];
  /** Somebody with the roles they held at that time. */
  as(key: string, at: number): Promise<Actor>;
  readonly software: Actor;
  /** Something of the software's own, with transactions of its own, as if it were that instant. */
  readonly at: <T>(instant: number, work: () => Promise<T>) => Promise<T>;
  /** One transaction with several acts; what happens inside happens at `at`, unless an act says otherwise. */
  together<T>(at: number, work: (work: Work) => Promise<T>): Promise<T>;
  create(type: string, who: Actor, at: number, input: Input, more?: More): Promise<Row>;
  act(
    record: { type: string; id: string },
    name: string,
    who: Actor,
    at: number,
    input?: Input,
    more?: More,
  ): Promise<Row>;
  /** How many acts have been done: the progress. */
  readonly done: { acts: number; of: number; part: string };
};
type More = Options & { readonly id?: string };

const happening = new AsyncLocalStorage<number>();

/** The clock of a demo's house: the instant of the act that is being done. */
export const storyTime = (): number => happening.getStore() ?? Date.now();

export function demoContext(given: {
  house: House;
  language: Language;
  from: number;
  until: number;
  progress: () => void;
  done: Demo['done'];
}): Demo {
  const { house, done, progress } = given;
  const ids = new Map<string, string>();
  const actors = new Map<string, Actor>();
  const count = () => {
    done.acts += 1;
    if (done.acts % 200 === 0) progress();
  };
  const id = (key: string) => {
    const found = ids.get(key);
    if (found === undefined) throw new Error(`the demo has no ${key}`);
    return found;
  };
  const together = <T>(at: number, work: (work: Work) => Promise<T>) =>
    happening.run(at, () => begin(house, work));
  return {
    ...given,
    random: randomFrom('servanda'),
    software: system(),
    ids,
    id,
    keysOf: (prefix) => [...ids.keys()].filter((key) => key.startsWith(prefix)),
    together,
    at: (instant, work) => happening.run(Math.round(instant), work),
    async as(key, at) {
      // Roles change at the beginning of a month in this story.
      const known = `${key}@${local(at).date.slice(0, 7)}`;
      const before = actors.get(known);
      if (before) return before;
      forgetActors(house);
      const actor = await happening.run(at, () => actorFor(house, id(key), 'web'));
      if (!actor) throw new Error(`${key} is not there`);
      actors.set(known, actor);
      return actor;
    },
    async create(type, who, instant, input, more = {}) {
      const at = Math.round(instant);
      count();
      return happening.run(at, async () => ({
        ...(await single(house, (work) => create(work, type, who, input, { at, ...more }))),
      }));
    },
    async act(record, name, who, instant, input = {}, more = {}) {
      const at = Math.round(instant);
      count();
      return happening.run(at, async () => {
        const named = { type: record.type, id: record.id };
        const { record: after } = await begin(house, (work) =>
          act(work, named, name, who, input, { at, ...more }),
        );
        return { ...after };
      });
    },
  };
}

/** The wall clock where the organisation is. `weekday`: 0 is Sunday. */
export function local(at: number): {
  date: string;
  hour: number;
  weekday: number;
  month: number;
  day: number;
} {
  const wall = new Date(at + zoneMs);
  return {
    date: wall.toISOString().slice(0, 10),
    hour: wall.getUTCHours(),
    weekday: wall.getUTCDay(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
  };
}

export const startOfDay = (at: number) => Math.floor((at + zoneMs) / dayMs) * dayMs - zoneMs;
export const iso = (at: number) => new Date(at).toISOString();
export const dateOf = (at: number) => local(at).date;
