import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';

/** What is told of a record so far, by field. */
export type Draft = Readonly<Record<string, unknown>>;

/** Who wrote the record down, beside its fields; known before any of them. */
export const recordedBy = 'createdBy';

export type ProposalTarget = {
  /** The field, or a word for fields that are proposed together. */
  readonly name: string;
  readonly fields: readonly string[];
  /** Fields whose values it is learnt from. Only what is known when the target is decided, never what follows from it. */
  readonly from: readonly string[];
};

/** A record that resembles another one, with what they have in common. */
export type SimilarRecord = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  /** 0 to 1. */
  readonly score: number;
  readonly words: readonly string[];
  readonly sameService: boolean;
  readonly sameCategory: boolean;
  readonly sameCi: boolean;
  readonly resolution: string | null;
};

/** What a practice lets the software learn from its records. */
export type ProposalSource = {
  readonly recordType: string;
  /** Fields whose words count. */
  readonly texts: readonly string[];
  readonly targets: readonly ProposalTarget[];
  /** States of records that teach nothing: recorded in error, withdrawn. */
  readonly without: readonly string[];
  /** Sources of imports that have no texts of their own: what stands there was made up from other fields. */
  readonly madeUp?: { readonly sources: readonly string[]; readonly texts: readonly string[] };
  /** What follows from a draft without being told: the unit of who asks. */
  readonly complete?: (tx: Tx, draft: Draft) => Promise<Draft>;
  readonly similar: (tx: Tx, draft: Draft, actor: Actor, limit: number) => Promise<SimilarRecord[]>;
};

export const defineProposals = (source: ProposalSource): ProposalSource => source;

/** Kept beside the house, as the importers are: a house need not know what a proposal is. */
const sources = new WeakMap<House, readonly ProposalSource[]>();
export const registerProposals = (house: House, given: readonly ProposalSource[]) =>
  sources.set(house, given);
export const proposalsOf = (house: House): readonly ProposalSource[] => sources.get(house) ?? [];

/** Every field that says something for a target. */
export const toldFields = (source: ProposalSource): string[] => [
  ...new Set([...source.texts, ...source.targets.flatMap((t) => [...t.from, ...t.fields])]),
];

/** The values of a target as one class; undefined while one of them is empty. */
export function classOf(target: ProposalTarget, values: Draft): string | undefined {
  const parts = target.fields.map((field) => values[field]);
  return parts.some((part) => typeof part !== 'string' && typeof part !== 'number')
    ? undefined
    : JSON.stringify(parts);
}

/** A class as fields again. */
export function valuesOf(target: ProposalTarget, klass: string): Readonly<Record<string, string | number>> {
  const parts: unknown = JSON.parse(klass);
  return Object.fromEntries(
    target.fields.flatMap((field, i) => {
      const part: unknown = Array.isArray(parts) ? parts[i] : undefined;
      return typeof part === 'string' || typeof part === 'number' ? [[field, part]] : [];
    }),
  );
}
