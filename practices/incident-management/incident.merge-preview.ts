import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { refusal } from '../../kernel/process/refusal.ts';
import { presentClock, referencesTo } from '../../kernel/record/present.ts';
import { readRecord } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import { parentFacts } from './incident.facts.ts';
import type { Incident } from './incident.fields.ts';
import { carriedLinks, staysInside } from './incident.merge.ts';
import * as rules from './incident.rules.ts';
import { refusedInWords } from './mass.words.ts';

type Counts = { comments: number; publicComments: number; attachments: number; links: number };

async function side(tx: Tx, house: House, actor: Actor, number: string, field?: string) {
  const type = typeNamed(house, 'incident');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) {
    throw field === undefined
      ? notFound('incident', number)
      : invalidField(field, 'link.no_such_record', { number }, number);
  }
  const [counts] = await tx.run<Counts>(
    'incident_merge_counts',
    `select (select count(*) from comment where record_id = $1) as comments,
       (select count(*) from comment where record_id = $1 and public) as "publicComments",
       (select count(*) from attachment where record_id = $1) as attachments,
       (select count(*) from link where (from_id = $1 or to_id = $1) and kind = any($2::text[])) as links`,
    [stored.record.id, carriedLinks],
  );
  return { stored, incident: stored.record as Incident, counts };
}

const shown = ({ stored, incident, counts }: Awaited<ReturnType<typeof side>>) => ({
  id: incident.id,
  number: incident.number,
  title: incident.title,
  state: incident.state,
  priority: incident.priority,
  occurredAt: incident.occurredAt,
  requesterId: incident.requesterId,
  ownerId: incident.ownerId,
  teamId: incident.teamId,
  serviceId: incident.serviceId,
  symptom: incident.symptom,
  ...counts,
  clocks: stored.clocks.map(presentClock),
});

/** What merging would do, before anybody does it: what goes where, which promise remains, and why it cannot be done. */
export async function mergePreview(
  tx: Tx,
  house: House,
  actor: Actor,
  numbers: { from: string; into: string },
) {
  const from = await side(tx, house, actor, numbers.from);
  const into = await side(tx, house, actor, numbers.into, 'into');
  const input = { parentId: into.incident.id };
  const context: Context = {
    at: house.now(),
    input,
    facts: await parentFacts(tx, from.incident, input),
    settings: house.reference.settings,
    clocks: from.stored.clocks,
  };
  const refused =
    refusal(typeNamed(house, 'incident'), 'merge', from.incident, actor, context) ??
    rules.parentIsUsable(from.incident, actor, context) ??
    (into.incident.closedAt === null
      ? undefined
      : { code: 'incident.merge_into_closed', params: { parent: into.incident.number } });
  const people = [from, into].flatMap(({ incident }) => [
    incident.requesterId,
    incident.ownerId,
    incident.teamId,
    incident.serviceId,
  ]);
  return {
    from: shown(from),
    into: shown(into),
    /** What was public there is internal here: another reporter would read it. */
    inside: staysInside(from.incident, into.incident),
    /** Merging the later report into the earlier one keeps the promise that began first. */
    laterRemains: Date.parse(from.incident.occurredAt) < Date.parse(into.incident.occurredAt),
    secondPerson: rules.anyPromiseBroken(from.incident, actor, context),
    refused:
      refused === undefined
        ? null
        : {
            code: refused.code,
            words: refusedInWords({ code: refused.code, params: refused.params ?? {} }, actor.language),
          },
    refs: await referencesTo(tx, new Set(people.filter((id) => id !== null))),
  };
}
