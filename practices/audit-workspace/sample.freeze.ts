import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { actorFor } from '../../kernel/directory/actor.store.ts';
import { organisations, zoneAt } from '../../kernel/directory/organisation.snapshot.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import type { Input } from '../../kernel/process/process.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { referencesOf } from '../../kernel/record/present.ts';
import type { RecordType } from '../../kernel/record/record.ts';
import { selectList, tableOf } from '../../kernel/record/store.ts';
import { asText } from '../../kernel/record/text.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { invalid, invalidField } from '../../platform/http/problem.ts';
import { auditors } from './audit.roles.ts';
import { auditOf, openAudits } from './engagement.snapshot.ts';
import { draw, type Population, type Stratum } from '../../kernel/sampling/draw.ts';
import type { AuditSample, SampleItem } from './sample.fields.ts';
import { readPopulation, sampledFor, sampledType, type Definition } from './sample.population.ts';

/** A drawn record as it was: the text whose hash is kept. */
export type Frozen = { readonly position: number; readonly content: string; readonly hash: string };

export type DrawnSample = {
  readonly definition: Definition;
  readonly population: Population;
  readonly seed: string;
  readonly seedMade: boolean;
  readonly engagementId: string | null;
  readonly auditorIds: readonly string[];
  readonly strata?: readonly Stratum[];
  readonly items?: readonly SampleItem[];
  readonly contents?: readonly Frozen[];
  readonly sampleHash?: string;
};

/** Everything that is fixed with the drawing: read in the creating act's own transaction. */
export async function drawSample(work: Work, sample: AuditSample, input: Input): Promise<DrawnSample> {
  const { house } = work;
  refuseMissing(input);
  const drawerId = sample.createdBy ?? '';
  const wanted = input['engagementId'];
  const open = house.reference.get(openAudits).filter(({ id }) => wanted == null || id === wanted);
  const audit = auditOf(open, drawerId, house.now());
  if (wanted != null && !audit) throw invalidField('engagementId', 'audit_engagement.not_named');
  const definition: Definition = {
    recordType: asText(input['recordType']),
    filters: (input['filters'] ?? {}) as Definition['filters'],
    periodFrom: asText(input['periodFrom']),
    periodTo: asText(input['periodTo']),
    stratify: asText(input['stratify'] ?? 'none'),
    zone: asText(input['zone'] ?? zoneAt(house.reference.get(organisations), []) ?? 'UTC'),
    unitIds: await unitsOf(work, drawerId, house),
  };
  sampledFor(house, definition.recordType, await actorFor(house, drawerId, 'system'));
  const given = typeof input['seed'] === 'string' ? input['seed'] : undefined;
  const population = await readPopulation(work, house, definition);
  const about = {
    definition,
    population,
    seed: given ?? randomBytes(12).toString('hex'),
    seedMade: given === undefined,
    engagementId: audit?.id ?? null,
    auditorIds: audit?.auditorIds ?? [],
  };
  const found = draw(population, about.seed, Number(input['n']));
  if (!found) return about;
  const type = sampledType(house, definition.recordType);
  const frozen = await freeze(work, type, found.drawn.map(({ id }) => id)); // prettier-ignore
  const items = found.drawn.map(({ id, stratum }, i): SampleItem => {
    const { hash = '', number = '' } = frozen[i] ?? {};
    return { position: i + 1, id, number, stratum, hash, result: null, note: null, byId: null, at: null };
  });
  const contents = frozen.map(({ content, hash }, i) => ({ position: i + 1, content, hash }));
  return { ...about, strata: found.strata, items, contents, sampleHash: sampleHashOf(items) };
}

/** Asked here too: a population without a period is nothing that could be read. */
function refuseMissing(input: Input): void {
  const missing = ['recordType', 'periodFrom', 'periodTo', 'n'].filter((field) => input[field] == null);
  if (missing.length > 0)
    throw invalid(missing.map((field) => ({ field, code: 'problem.required', params: { field: `@audit_sample.field.${field}` } })));
} // prettier-ignore

/** The units to which somebody is limited as an auditor; none where they look at all of it. */
async function unitsOf(tx: Tx, personId: string, house: House): Promise<string[]> {
  const rows = await tx.run<{ unitId: string | null }>(
    'audit_units_of',
    `select h.unit_id as "unitId" from role_holder h join record hr on hr.id = h.id
     where h.person_id = $1 and h.role = any($2::text[]) and hr.state = 'active' and h.valid_from <= $3::date
       and (h.valid_to is null or h.valid_to >= $3::date) order by h.unit_id`,
    [personId, auditors, new Date(house.now()).toISOString()],
  );
  return rows.some(({ unitId }) => unitId === null) ? [] : rows.flatMap(({ unitId }) => unitId ?? []);
}

/** Over `position id hash` of each item, each line ended by a line feed. */
export const sampleHashOf = (items: readonly Pick<SampleItem, 'position' | 'id' | 'hash'>[]): string =>
  sha256(items.map(({ position, id, hash }) => `${position} ${id} ${hash}\n`).join(''));

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The whole record with what its references were called, keys in order, so that the same content is the same text. */
async function freeze(tx: Tx, type: RecordType, ids: readonly string[]) {
  const { rows } = await sql<BaseRecord>`
    select ${sql.raw(selectList(type))} from record r join ${sql.raw(tableOf(type))} t on t.id = r.id
    where r.id = any(${ids}::uuid[])`.execute(tx.db);
  const refs = await referencesOf(tx, type, rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const record = byId.get(id);
    if (!record) throw new Error(`${id} was drawn and is not there`);
    const named = Object.fromEntries(
      Object.entries(refs).filter(([key]) => JSON.stringify(record).includes(key)),
    );
    const content = JSON.stringify(sorted({ record, refs: named }));
    return { number: record.number, content, hash: sha256(content) };
  });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
