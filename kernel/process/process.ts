import type { z } from 'zod';
import type { Params } from '../../platform/http/problem.ts';
import type { Actor } from '../access/actor.ts';
import type { Mode } from '../clock/replay.ts';
import type { Reference } from '../practice/reference.ts';
import type { Settings } from '../practice/settings.ts';
import type { Work } from '../practice/house.ts';
import type { BaseRecord } from '../record/base.ts';
import type { ClockRow } from '../clock/clock.store.ts';

/** Where a state stands in every life cycle; profile S shows only new / active+waiting / done+closed. */
export const phases = ['new', 'active', 'waiting', 'done', 'closed'] as const;
export type Phase = (typeof phases)[number];
export const isOpen = (phase: Phase) => phase !== 'done' && phase !== 'closed';

/** Why not. `code` is the key of its words in both languages. */
export type Refusal = { readonly code: string; readonly params?: Params; readonly field?: string };
export const no = (code: string, params: Params = {}, field?: string): Refusal =>
  field === undefined ? { code, params } : { code, params, field };

/** What a rule may look at besides the record and the actor. */
export type Context<I = Input> = {
  readonly at: number;
  readonly input: I;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
  readonly clocks: readonly ClockRow[];
};
export type Input = Readonly<Record<string, unknown>>;

/** A rule is one pure sentence that answers with its reason. */
export type Rule<R> = (record: R, actor: Actor, context: Context) => Refusal | undefined;

export type Action<R, S extends string = string> = {
  readonly from: readonly S[];
  /** Absent: the state stays. */
  readonly to?: S;
  readonly by: readonly string[];
  /** Record fields that the input may set, and those that must not be empty afterwards. */
  readonly fields?: readonly string[];
  readonly required?: readonly string[];
  /** Of a choice field, the options that this action takes; all of them when absent. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  /** Input that is no field of the record (a comment, a parent, a reason). */
  readonly input?: Readonly<Record<string, z.ZodType>>;
  /** About the record, the actor and what is `known`, without the action's `facts`: asked before the button is shown, and again when it is pressed. */
  readonly rules?: readonly Rule<R>[];
  /** About the input and the facts: asked only when it is done. */
  readonly checks?: readonly Rule<R>[];
  /** What rules and `set` need from the database, read under the record's lock. */
  readonly facts?: (
    work: Work,
    record: R,
    input: Input,
    at: number,
  ) => Promise<Readonly<Record<string, unknown>>>;
  /** `facts` only looks up and locks nothing: creating is then one statement, which needs no transaction around it. */
  readonly factsLockNothing?: true;
  readonly set?: (record: R, actor: Actor, context: Context) => Partial<R>;
  /** S6: true when this act, now, needs a second person; it is then kept until another one confirms. */
  readonly secondPerson?: (record: R, actor: Actor, context: Context) => boolean;
  /** Further writes in the same transaction, after the record's own. */
  readonly effect?: (work: Work, record: R, actor: Actor, context: Context) => Promise<void>;
  /** `input.comment` becomes a comment: seen by the customer, not seen, or as `input.public` says. */
  readonly comment?: 'public' | 'internal' | 'asked';
  /** The words that must come with it. */
  readonly requires?: readonly ('comment' | 'reason')[];
  /**
   * May be taken back by whoever did it, at once (`record/undo.ts`). Only what stays inside and has no effect beyond its
   * own record: a word to a customer cannot be unsaid.
   */
  readonly reversible?: true;
  /** Restarts recurring clocks of these names (an update was given). */
  readonly restarts?: readonly string[];
};

export type Process<R extends BaseRecord = BaseRecord, S extends string = string> = {
  readonly states: Readonly<Record<S, Phase>>;
  readonly initial: S;
  readonly create: Omit<Action<R, S>, 'from' | 'to'>;
  /** Editing fields without moving; `from` names the states in which a record may still be edited. */
  readonly edit: Action<R, S>;
  readonly transitions: Readonly<Record<string, Action<R, S>>>;
  /** `facts` that are held in memory (`practice/reference.ts`): rules know them before a button is shown, too. */
  readonly known?: (record: R, reference: Reference) => Readonly<Record<string, unknown>>;
  /** For each clock and EACH state: a missing state does not compile. */
  readonly clocks: Readonly<Record<string, Readonly<Record<S, Mode>>>>;
  /** Clocks that start again with every update given; the others run once. */
  readonly recurring?: readonly string[];
  /** Of these, the ones that a public comment restarts; all when absent. */
  readonly told?: readonly string[];
  /**
   * Computed fields (priority from impact × urgency), after every write; `rules` names the versions used (0.1.5).
   * `before` is the record as it was: a rule that has changed since decides anew only where what it reads has changed.
   */
  readonly derive?: (
    record: R,
    settings: Settings,
    before?: R,
  ) => { set: Partial<R>; rules: Readonly<Record<string, number>> };
};

/** The life cycle as a table. Two steps only so that R is given and S is inferred: from the states, and nothing else. */
export const defineProcess =
  <R extends BaseRecord>() =>
  <const S extends string>(
    process: Process<R, NoInfer<S>> & { readonly states: Readonly<Record<S, Phase>> },
  ): Process<R, S> =>
    process;
