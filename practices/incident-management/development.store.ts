import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type House, type Work } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { noteIn } from './incident.trail.ts';

export const developmentStates = ['open', 'in_progress', 'resolved', 'closed', 'rejected'] as const;
type DevelopmentState = (typeof developmentStates)[number];

export type DevelopmentIssue = {
  readonly id: string;
  readonly tracker: string;
  readonly key: string;
  readonly url: string;
  readonly title: string | null;
  readonly state: DevelopmentState;
  readonly stateTold: string | null;
  readonly assignee: string | null;
  readonly fixedIn: string | null;
  readonly linkedAt: string;
  readonly toldAt: string | null;
};

export const issuesOf = (tx: Tx, incidentId: string) =>
  tx.run<DevelopmentIssue>(
    'development_issues_of',
    `select id, tracker, key, url, title, state, state_told as "stateTold", assignee, fixed_in as "fixedIn", linked_at as "linkedAt",
       told_at as "toldAt" from development_issue where incident_id = $1 order by linked_at, id limit 200`,
    [incidentId],
  );

type Told = {
  readonly tracker: string;
  readonly key: string;
  readonly state: DevelopmentState;
  readonly stateTold?: string | undefined;
  readonly assignee?: string | undefined;
  readonly fixedIn?: string | undefined;
};

/** The same news again changes nothing and writes nothing: webhooks are sent at least once. */
export async function saveTold(work: Work, actor: Actor, told: Told): Promise<{ incidents: string[] }> {
  const { tracker, key, state, stateTold = null, assignee = null, fixedIn = null } = told;
  const linked = await work.run<{ id: string; incidentId: string; number: string; before: string; same: boolean }>(
    'development_issue_linked',
    `select d.id, d.incident_id as "incidentId", r.number, d.state as before,
       (d.state, d.state_told, d.assignee, d.fixed_in) is not distinct from ($3, $4, $5, $6) as same
     from development_issue d join record r on r.id = d.incident_id
     where d.tracker = $1 and d.key = $2 order by d.id for update of d`,
    [tracker, key, state, stateTold, assignee, fixedIn],
  );
  if (linked.length === 0) throw notFound('development issue', key);
  for (const one of linked) {
    if (one.same) continue;
    await work.run(
      'development_issue_told',
      'update development_issue set state = $2, state_told = $3, assignee = $4, fixed_in = $5, told_at = $6 where id = $1',
      [one.id, state, stateTold, assignee, fixedIn, new Date(work.house.now()).toISOString()],
    );
    await noteIn(work, one.incidentId, 'development_told', actor, work.house.now(), {
      number: key, key, tracker, before: one.before, state, stateTold, assignee, fixedIn,
    });
    work.touched.add('incident');
  }
  return { incidents: linked.map(({ number }) => number) };
} // prettier-ignore

/** What the developers' tool asks for: which of its issues stand behind which incident, and how urgent that is now. */
export async function issuesChangedSince(
  tx: Tx,
  house: House,
  actor: Actor,
  { tracker, since }: { tracker: string | undefined; since: string | undefined },
) {
  const { access } = typeNamed(house, 'incident');
  const { rows } = await sql<Record<string, unknown>>`
    select d.tracker, d.key, d.url, d.state, r.number, r.title, r.priority, r.state as "incidentState",
      nullif(r.next_due, 'infinity') as "dueAt", r.updated_at as "updatedAt"
    from development_issue d join record r on r.id = d.incident_id
    where (${tracker ?? null}::text is null or d.tracker = ${tracker ?? null}::text)
      and (${since ?? null}::timestamptz is null or r.updated_at >= ${since ?? null}::timestamptz)
      and ${visible(access, actor)}
    order by r.updated_at, d.id limit 500`.execute(tx.db);
  return rows;
}
