import type { Pool } from 'pg';
import type { RecordType } from '../record/record.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ChainPart } from '../chain/part.ts';
import type { PlannedPart } from '../planned/part.ts';
import type { Bound } from '../evidence/evidence.ts';
import type { Judgements } from '../evidence/judgement.ts';
import type { Measure } from '../measure/measure.ts';
import type { NoticeKind } from '../notification/kind.ts';
import type { PackedFile, Packing } from './pack-part.ts';
import type { Practice } from './practice.ts';
import type { Reference } from './reference.ts';

/** The running composition: every practice's record types, and the reference data that acts decide by. */
export type House = {
  readonly pool: Pool;
  readonly practices: readonly Practice[];
  readonly measures: readonly (Measure & { readonly practice: string })[];
  readonly types: ReadonlyMap<string, RecordType>;
  /** How the requirements of the standard are answered, by their ids. */
  readonly evidence: ReadonlyMap<string, Bound>;
  /** What people said of the requirements' answers. */
  readonly judgements: Judgements;
  readonly notices: ReadonlyMap<string, NoticeKind>;
  readonly chain: readonly ChainPart[];
  /** The days by which something is owed, of all practices. */
  readonly planned: readonly PlannedPart[];
  readonly packed: readonly PackPart[];
  readonly reference: Reference;
  /** The one clock. Injectable: the demo year and the tests replay real acts at other times. */
  readonly now: () => number;
  /** Called after every commit with what was written, to wake live updates and refresh reference data. */
  readonly committed: (types: ReadonlySet<string>) => Promise<void>;
};

/** A transaction in this house: what `act` works in. */
export type Work = Tx & { readonly house: House; readonly touched: Set<string> };

export const typeNamed = (house: House, name: string): RecordType => {
  const type = house.types.get(name);
  if (!type) throw new Error(`no record type ${name}`);
  return type;
};

/** What a practice adds to a pack besides its records: what people read, as they read it. */
export type PackPart = (tx: Tx, house: House, packing: Packing) => AsyncIterable<PackedFile>;
