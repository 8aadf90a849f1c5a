import type { Tx } from '../../platform/db/tx.ts';
import type { RecordType } from '../record/record.ts';
import { column, isBaseField } from '../record/record.ts';
import { tableOf } from '../record/store.ts';
import type { ProposalTarget } from './proposal.ts';

export type Use = {
  readonly target: string;
  /** The class that was shown. */
  readonly proposed: string;
  readonly confidence: number;
  readonly taken: boolean;
};

export const keepUses = (
  tx: Tx,
  given: { recordId: string; byId: string | null; at: number; uses: readonly Use[] },
) =>
  tx.run(
    'proposal_keep_uses',
    `insert into proposal_use (record_id, target, proposed, confidence, taken, by_id, at)
     select $1, u.target, u.proposed, u.confidence, u.taken, $2, $3
     from jsonb_to_recordset($4::jsonb) as u(target text, proposed text, confidence real, taken boolean)
     on conflict (record_id, target) do update set proposed = excluded.proposed, confidence = excluded.confidence,
       taken = excluded.taken, by_id = excluded.by_id, at = excluded.at`,
    [given.recordId, given.byId, new Date(given.at).toISOString(), JSON.stringify(given.uses)],
  );

export type InUse = {
  readonly shown: number;
  readonly taken: number;
  /** Of those whose record has ended: how many, and how many ended with what was proposed. */
  readonly ended: number;
  readonly right: number;
};

const days = 90;

/** What became of the proposals of the last ninety days. */
export async function usesOf(tx: Tx, type: RecordType, target: ProposalTarget, now: number): Promise<InUse> {
  const present = target.fields.map((field) => `${isBaseField(field) ? 'r' : 't'}."${column(field)}"`);
  const [row] = await tx.run<InUse>(
    `proposal_uses_${type.type}_${target.name}`,
    `select count(*) as shown, count(*) filter (where u.taken) as taken,
       count(*) filter (where not r.open) as ended,
       count(*) filter (where not r.open and u.proposed::jsonb = jsonb_build_array(${present.join(', ')})) as right
     from proposal_use u join record r on r.id = u.record_id join ${tableOf(type)} t on t.id = r.id
     where u.target = $1 and r.type = '${type.type}' and u.at > $2`,
    [target.name, new Date(now - days * 86_400_000).toISOString()],
  );
  return row ?? { shown: 0, taken: 0, ended: 0, right: 0 };
}
