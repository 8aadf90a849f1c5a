import type { Tx } from '../../platform/db/tx.ts';
import type { FieldProblem } from '../../platform/http/problem.ts';
import type { House } from '../practice/house.ts';
import type { Settings } from '../practice/settings.ts';
import type { History } from '../record/history.ts';
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

/** Reads a log of changes, one row per change, as the histories of records. A practice brings it (`importers`). */
export type Importer = {
  readonly key: string;
  readonly recordType: string;
  /** The name of the system it comes from; part of the identity of what is imported. */
  readonly source: string;
  readonly matches: (columns: readonly string[]) => boolean;
  /** The column whose value rows of one record share. */
  readonly groupBy: string;
  readonly names: readonly NameSource[];
  readonly read: (rows: readonly ImportRow[], reading: Reading) => ReadHistory;
  /** What was imported, told from the records and the trail alone. */
  readonly report?: (tx: Tx, job: { readonly id: string; readonly mapping: Mapping }) => Promise<unknown>;
};

export const defineImporter = (importer: Importer): Importer => importer;

/** Which importers a house has. Kept beside it, because a house need not know what an import is. */
const importers = new WeakMap<House, readonly Importer[]>();
export const registerImporters = (house: House, given: readonly Importer[]) => importers.set(house, given);
export const importersOf = (house: House): readonly Importer[] => importers.get(house) ?? [];
