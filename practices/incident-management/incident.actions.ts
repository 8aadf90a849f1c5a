import { system, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act } from '../../kernel/record/act.ts';
import { escalationLadder, type Incident } from './incident.fields.ts';
import { noteIn } from './incident.trail.ts';
import { startMassJob } from './mass.store.ts';

/** Writes that are more than one transition. */

const resolutionFields = [
  'resolution',
  'resolutionCode',
  'restoredAt',
  'causeClass',
  'problemRef',
  'causedByRef',
  'changeRef',
] as const;
const inherited = ['serviceId', 'categoryId', 'impact', 'urgency', 'ci'] as const;

/** What a parent's resolving says of its children too. */
export type Solution = {
  readonly parent: string;
  readonly at: number;
  readonly restoredAt: string | null;
  readonly told: Readonly<Record<string, unknown>>;
  readonly inherited: Readonly<Record<string, unknown>>;
};

/** More than so many are resolved by a job: one transaction of thousands would hold everybody up. */
const mostAtOnce = 50;

/**
 * Resolving a parent resolves the open children, a few in the same transaction, each through its own act. Whoever may
 * resolve the parent thereby speaks for its children in other teams' queues, so they act under their own name with the
 * software's reach. What a child never got to know (it was still new) it takes from its parent.
 */
export async function resolveChildren(
  work: Work,
  parent: Incident,
  actor: Actor,
  context: Context,
): Promise<void> {
  if (context.input['resolveChildren'] !== true) return;
  const solution: Solution = {
    parent: parent.number,
    at: context.at,
    restoredAt: parent.restoredAt,
    told: Object.fromEntries(
      resolutionFields.flatMap((field) => (parent[field] === null ? [] : [[field, parent[field]]])),
    ),
    inherited: Object.fromEntries(inherited.map((field) => [field, parent[field]])),
  };
  const children = await work.run<{ id: string }>(
    'incident_open_children',
    `select i.id from incident i join record r on r.id = i.id where i.parent_id = $1 and r.open order by i.id limit $2`,
    [parent.id, mostAtOnce + 1],
  );
  if (children.length > mostAtOnce)
    await startMassJob(work, actor, { kind: 'resolve', parentId: parent.id, input: solution });
  // In id order: two parents resolved at once deadlocked otherwise.
  else for (const { id } of children) await resolveChild(work, id, actor, solution);
}

/** One child, unless somebody has resolved it meanwhile. */
export async function resolveChild(
  work: Work,
  id: string,
  actor: Actor,
  { parent, at, restoredAt, told, inherited: from }: Solution,
): Promise<void> {
  const [child] = await work.run<Record<string, unknown> & { occurredAt: string }>(
    'incident_open_child',
    `select r.occurred_at as "occurredAt", r.service_id as "serviceId", i.category_id as "categoryId", i.impact, i.urgency, i.ci
     from incident i join record r on r.id = i.id where i.id = $1 and r.open for no key update of r`,
    [id],
  );
  if (!child) return;
  const known = Object.fromEntries(inherited.map((field) => [field, child[field] ?? from[field]]));
  const restored = Math.max(Date.parse(child.occurredAt), Date.parse(restoredAt ?? child.occurredAt));
  const input = { ...told, ...known, restoredAt: new Date(restored).toISOString() };
  const onBehalf: Actor = { ...actor, holdings: system().holdings };
  await act(work, { type: 'incident', id }, 'resolve_with_parent', onBehalf, input, {
    at,
    detail: { parent },
  });
}

/** A duplicate points to the incident that counts, and both trails say so. The parent is not locked: nothing in it changes. */
export async function linkToParent(
  work: Work,
  child: Incident,
  actor: Actor,
  context: Context,
): Promise<void> {
  const parentId = child.parentId;
  if (parentId === null) return;
  const kind = child.state === 'duplicate' ? 'duplicate_of' : 'child_of';
  await work.run('make_link', 'insert into link (from_id, kind, to_id, at, by_id) values ($1, $2, $3, $4, $5) on conflict do nothing returning kind', [
    child.id, kind, parentId, new Date(context.at).toISOString(), actor.id,
  ]); // prettier-ignore
  await noteIn(work, parentId, 'link', actor, context.at, { kind, from: child.id, number: child.number });
}

type Informed = { id: string };

/** Who must know at each level of the ladder, with the owner and the team's lead: written down, so that it can be proved. */
export async function informLadder(
  work: Work,
  incident: Incident,
  actor: Actor,
  context: Context,
): Promise<void> {
  const level = incident.escalationLevel ?? 0;
  const role = escalationLadder[level - 1];
  if (role === undefined) return;
  const people = await ladder(work, incident, role, context.at);
  await noteIn(work, incident.id, 'inform', actor, context.at, {
    level,
    role,
    people: people.map((p) => p.id),
    why: context.input['reason'] ?? null,
  });
}

/** The holders of a role of the ladder that day; of a service owner's, the owner of this very service if it has one. */
export const ladder = (
  work: Pick<Work, 'run'>,
  incident: Pick<Incident, 'serviceId' | 'ownerId' | 'teamId'>,
  role: string,
  at: number,
) =>
  work.run<Informed>(
    'incident_ladder',
    `with service_owner as (select owner_id as id from record where id = $2 and owner_id is not null and $1 = 'service-owner')
     select distinct id from (
       select id from service_owner
       union all
       select h.person_id from role_holder h join record r on r.id = h.id
       where h.role = $1 and r.state = 'active' and h.valid_from <= $5::date and (h.valid_to is null or h.valid_to >= $5::date)
         and not exists (select 1 from service_owner)
       union all select $3::uuid where $3::uuid is not null
       union all select lead_id from team where id = $4 and lead_id is not null) x`,
    [role, incident.serviceId, incident.ownerId, incident.teamId, new Date(at).toISOString()],
  );
