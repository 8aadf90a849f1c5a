import type { Tx } from '../../platform/db/tx.ts';
import type { FieldProblem } from '../../platform/http/problem.ts';
import type { Actor } from '../access/actor.ts';
import type { House, Work } from '../practice/house.ts';
import type { Reference } from '../practice/reference.ts';
import type { Settings } from '../practice/settings.ts';
import type { Field } from '../record/field.ts';
import type { History } from '../record/history.ts';
import type { Converted } from './converted.ts';
import type { Job } from './job.store.ts';
import type { Mapping } from './mapping.ts';

/** One row of a staged file by column; absent and empty values are null. */
export type ImportRow = { readonly row: number; readonly cells: Readonly<Record<string, string | null>> };

/** Names in the file that must become records before the histories that point to them. */
export type NameSource = {
  readonly type: string;
  /** One column, or a path of columns (category, then subcategory); a path's parent is the path without its end. */
  readonly path: readonly string[];
  /** The field that points to the parent. */
  readonly parentField?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
};

export type Warning = { readonly code: string; readonly sample: string };
export type Rejection = { readonly row: number; readonly reasons: readonly FieldProblem[] };

/** What an importer may ask while it reads rows. */
export type Reading = {
  readonly mapping: Mapping;
  readonly settings: Settings;
  /** `2016-03-01T01:22:00.000Z`; null for an empty value, undefined for one that is no date. */
  readonly instant: (text: string | null | undefined) => string | null | undefined;
  /** The record made or found for a name. */
  readonly idOf: (type: string, path: readonly (string | null | undefined)[]) => string | null;
};

export type ReadHistory = {
  /** Absent when every row was rejected. */
  readonly history?: History;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
};

type Named = {
  readonly key: string;
  readonly recordType: string;
  /** The name of the system it comes from; part of the identity of what is imported. */
  readonly source: string;
  readonly matches: (columns: readonly string[]) => boolean;
};

/** What became of some rows of a table. */
export type TableBatch = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly events: number;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
};

/** Writes rows that are no records of their own (relations), many at once, by the guards that hold for single ones. */
export type TableImporter = Named & {
  /** Without `write` it only tells. `memory` lasts as long as the run. */
  readonly table: (
    work: Work,
    job: Job,
    rows: readonly ImportRow[],
    how: { readonly actor: Actor; readonly write: boolean; readonly memory: Map<string, unknown> },
  ) => Promise<TableBatch>;
  readonly report?: undefined;
};

export type Importer = HistoryImporter | TableImporter;
export const isTable = (importer: Importer): importer is TableImporter => 'table' in importer;

/** Reads a log of changes, one row per change, as the histories of records. A practice brings it (`importers`). */
export type HistoryImporter = Named & {
  /** The column whose value rows of one record share. */
  readonly groupBy: string;
  readonly names: readonly NameSource[];
  readonly read: (rows: readonly ImportRow[], reading: Reading) => ReadHistory;
  /** What was imported, told from the records and the trail alone. */
  readonly report?: (tx: Tx, job: { readonly id: string; readonly mapping: Mapping }) => Promise<unknown>;
};

export const defineImporter = <I extends Importer>(importer: I): I => importer;

/** A row on its way: what it says, what is wrong with it, and what is worth telling though it goes on. */
export type RowOnItsWay = Converted & {
  readonly row: number;
  readonly cells: readonly string[];
  readonly warnings?: readonly Warning[];
};

/** What a practice knows of files of its records that the fields alone do not say. */
export type RowPreparation = {
  readonly recordType: string;
  /** Columns of a file beside the type's own fields, with what people call them. */
  readonly fields: (
    reference: Reference,
  ) => Readonly<Record<string, { readonly field: Field; readonly labels: readonly string[] }>>;
  /** Columns that tell one record from another, the best first. */
  readonly identities: readonly string[];
  /** Whom a name of this field means, where the practice knows better than the search for a title. */
  readonly idOf: (reference: Reference, field: string, text: string) => string | undefined;
  /** Rows together, before they are judged one by one. `memory` lasts as long as what is not yet written. */
  readonly prepare: (
    work: Work,
    job: Job,
    rows: readonly RowOnItsWay[],
    memory: Map<string, unknown>,
  ) => Promise<readonly RowOnItsWay[]>;
};

/** Which importers a house has. Kept beside it, because a house need not know what an import is. */
const importers = new WeakMap<House, readonly Importer[]>();
const preparations = new WeakMap<House, readonly RowPreparation[]>();
export function registerImporters(
  house: House,
  given: readonly Importer[],
  prepared: readonly RowPreparation[],
): void {
  importers.set(house, given);
  preparations.set(house, prepared);
}
export const importersOf = (house: House): readonly Importer[] => importers.get(house) ?? [];
export const preparationOf = (house: House, type: string): RowPreparation | undefined =>
  preparations.get(house)?.find((one) => one.recordType === type);
