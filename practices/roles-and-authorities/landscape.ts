import type { Tx } from '../../platform/db/tx.ts';
import type { Raci } from './sms-process.record.ts';

export type Process = {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly clause: string | null;
  readonly title: string;
  readonly version: number;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly raci: Raci;
  readonly interfaceIds: readonly string[];
  readonly built: boolean;
  readonly silentTo: string | null;
};

/** 4.4: the processes in the order of the standard. */
export const landscape = (tx: Tx): Promise<Process[]> =>
  tx.run<Process>(
    'process_landscape',
    `select t.id, r.number, t.code, t.clause, r.title, r.version, r.owner_id as "ownerId", o.title as owner, t.raci, t.interface_ids as "interfaceIds",
       cardinality(t.record_types) > 0 as built, t.silent_to::text as "silentTo"
     from sms_process t join record r on r.id = t.id left join record o on o.id = r.owner_id
     where r.state = 'active' order by string_to_array(regexp_replace(coalesce(t.clause, '99'), '[^0-9.]', '', 'g'), '.')::int[], r.number limit 500`,
  );
