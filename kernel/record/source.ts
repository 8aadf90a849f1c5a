import { mayView, type Access } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { Work } from '../practice/house.ts';
import type { Input } from '../process/process.ts';
import type { BaseRecord } from './base.ts';

/** The record of any type that another one came from, with who may see it: nobody begins anything from what they cannot see. */
export type SourceFacts = { readonly sourceRecord: BaseRecord | undefined; readonly access: Access };

/** What `input.sourceId` names. */
export async function readSource(work: Work, input: Input): Promise<SourceFacts> {
  const id = input['sourceId'];
  if (typeof id !== 'string') return { sourceRecord: undefined, access: {} };
  const [sourceRecord] = await work.run<BaseRecord>(
    'source_record',
    `select id, type, number, title, state, service_id as "serviceId", owner_id as "ownerId", requester_id as "requesterId",
       created_by as "createdBy", team_id as "teamId", customer_id as "customerId", org_unit_id as "orgUnitId"
     from record where id = $1`,
    [id],
  );
  return {
    sourceRecord,
    access: (sourceRecord && work.house.types.get(sourceRecord.type)?.access) ?? {},
  };
}

/** Whether what was named is there and may be seen. */
export const isSeen = (input: Input, actor: Actor, { sourceRecord, access }: SourceFacts): boolean =>
  typeof input['sourceId'] !== 'string' ||
  (sourceRecord !== undefined && mayView(access, actor, sourceRecord));
