import { wordRoot } from '../../platform/i18n/words.ts';
import { sql } from 'kysely';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { visible } from '../access/access.ts';
import type { Actor, Language } from '../access/actor.ts';
import { fieldLabel, optionLabel, type Words } from '../import/labels.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { allFields, type RecordType } from '../record/record.ts';
import { featuresOf, tokens, type Feature } from './features.ts';
import { guess, reasons, type Guess } from './model.ts';
import { modelsOf, type About, type Kept } from './model.store.ts';
import { recordedBy, valuesOf, type Draft, type ProposalSource, type ProposalTarget } from './proposal.ts';

type Value = string | number | Readonly<Record<string, string | number>>;
export type Proposal = {
  /** The field; of fields proposed together their common word, and `value` has each of them. */
  readonly field: string;
  readonly value: Value;
  readonly label: string;
  readonly confidence: number;
  /** Shares of `n` records that the model had not learnt from; `baseline` is always saying the most frequent. */
  readonly accuracy: {
    readonly top1: number;
    readonly top3: number;
    readonly n: number;
    readonly baseline: number;
  };
  readonly reasons: readonly string[];
  readonly others: readonly { readonly value: Value; readonly label: string; readonly confidence: number }[];
};

const shown = 3;
/** More than shown: some lead to a team that is no longer in use. */
const looked = 8;
/** Below it a proposal would be noise more often than help. */
const leastConfidence = 0.25;
const leastOther = 0.05;
const leastTested = 30;
const mostReasons = 4;

/** Better than always naming the most frequent one, measured on enough: or nothing is proposed. */
export const isWorthy = (about: Pick<About, 'tested' | 'top1' | 'baseline'>) =>
  about.tested >= leastTested && about.top1 > about.baseline;

type Found = {
  readonly target: ProposalTarget;
  readonly kept: Kept;
  readonly told: readonly Feature[];
  readonly guesses: readonly Guess[];
};

/** What the organisation's own history suggests for this draft; nothing without a word to go by. */
export async function propose(
  house: House,
  source: ProposalSource,
  draft: Draft,
  actor: Actor,
  words: Words,
): Promise<Proposal[]> {
  const texts = source.texts.map((field) => draft[field]).filter((text) => typeof text === 'string');
  if (tokens(texts.join('\n')).length === 0) return [];
  const kept = (await modelsOf(house, source.recordType)).filter(({ about }) => isWorthy(about));
  const found = source.targets.flatMap((target): Found[] => {
    const model = kept.find((k) => k.target === target.name);
    if (!model) return [];
    const told = featuresOf(source, target, draft);
    const hashes = new Set(told.map((feature) => feature.hash));
    return [{ target, kept: model, told, guesses: guess(model.model, hashes, looked) }];
  });
  const type = typeNamed(house, source.recordType);
  const named = await onConnection(house.pool, (tx) => namesSeen(tx, house, actor, idsOf(found)));
  const speak = speaker(type, named, words, actor.language);
  return found.flatMap((one) => present(one, type, named, speak) ?? []);
}

function present(
  { target, kept, told, guesses }: Found,
  type: RecordType,
  named: Names,
  speak: ReturnType<typeof speaker>,
): Proposal | undefined {
  const usable = guesses
    .map((g) => ({ ...g, values: valuesOf(target, g.klass) }))
    .filter(({ values }) =>
      Object.entries(values).every(([field, value]) => isUsable(type, named, field, value)),
    );
  const [best, ...rest] = usable.slice(0, shown).map(({ klass, confidence, values }) => ({
    klass,
    value: target.fields.length === 1 ? (values[target.name] ?? '') : values,
    label: speak.values(values),
    confidence: rounded(confidence),
  }));
  if (!best || best.confidence < leastConfidence) return undefined;
  const { tested, top1, top3, baseline } = kept.about;
  return {
    field: target.name,
    value: best.value,
    label: best.label,
    confidence: best.confidence,
    accuracy: {
      top1: rounded(top1 / tested),
      top3: rounded(top3 / tested),
      n: tested,
      baseline: rounded(baseline / tested),
    },
    reasons: reasons(kept.model, best.klass, told.filter(isTelling), mostReasons).flatMap(
      (feature) => speak.feature(feature) ?? [],
    ),
    others: rest
      .filter(({ confidence }) => confidence >= leastOther)
      .map(({ value, label, confidence }) => ({ value, label, confidence })),
  };
}

/** A single character counts, but shown alone it explains nothing. */
const isTelling = ({ field, value }: Feature) => field !== undefined || value.length > 1;

const rounded = (share: number) => Math.round(share * 1000) / 1000;

const isReference = (type: RecordType, field: string) =>
  field === recordedBy || allFields(type)[field]?.about.kind === 'reference';

/** What is no longer in use, or not to be seen by who asks, is not proposed. */
const isUsable = (type: RecordType, named: Names, field: string, value: string | number) =>
  !isReference(type, field) || named.get(String(value))?.open === true;

type Names = ReadonlyMap<string, { readonly title: string; readonly open: boolean }>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idsOf = (found: readonly Found[]) => [
  ...new Set(
    found
      .flatMap(({ target, guesses, told }) => [
        ...guesses.flatMap((g) => Object.values(valuesOf(target, g.klass))),
        ...told.flatMap((f) => (f.field === undefined ? [] : [f.value])),
      ])
      .filter((value): value is string => typeof value === 'string' && uuid.test(value)),
  ),
];

/** Titles of those records that this actor may see. */
async function namesSeen(tx: Tx, house: House, actor: Actor, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const perType = [...house.types.values()].map(
    (t) => sql<boolean>`(r.type = ${t.type} and ${visible(t.access, actor)})`,
  );
  const { rows } = await sql<{ id: string; title: string; open: boolean }>`
    select r.id, r.title, r.open from record r where r.id = any(${ids}::uuid[]) and (${sql.join(perType, sql` or `)})`.execute(
    tx.db,
  );
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}

/** Values and reasons in the caller's language. */
function speaker(type: RecordType, named: Names, words: Words, language: Language) {
  const root = wordRoot(type.type);
  const field = (key: string) =>
    key === recordedBy ? words('proposal.recorded_by', {}, language) : fieldLabel(words, root, key, language);
  const value = (key: string, given: string | number): string | undefined =>
    isReference(type, key)
      ? named.get(String(given))?.title
      : (optionLabel(words, root, key, given, language) ?? String(given));
  const pair = (key: string, given: string | number) => {
    const text = value(key, given);
    return text === undefined
      ? undefined
      : words('proposal.pair', { field: field(key), value: text }, language);
  };
  return {
    values: (values: Readonly<Record<string, string | number>>) => {
      const entries = Object.entries(values);
      const texts = entries.flatMap(([k, v]) => (entries.length === 1 ? value(k, v) : pair(k, v)) ?? []);
      return texts.join(words('proposal.and', {}, language));
    },
    feature: ({ field: key, value: given }: Feature) => (key === undefined ? given : pair(key, given)),
  };
}
