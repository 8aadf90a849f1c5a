import type { Tx } from '../../platform/db/tx.ts';
import type { Candidate, Chosen, Marked, Wanted } from '../change-management/practice.ts';

/** What a release `t` of record `r` is about: its services, and the things of the changes that it carries. */
const about = `array(select unnest(t.service_ids) union select r.service_id where r.service_id is not null
  union select s.record_id from release_change c join change_subject s on s.change_id = c.change_id where c.release_id = t.id)`;
const inWindow = (from: string, to: string) =>
  `tstzrange(t.planned_start_at, t.planned_end_at) && tstzrange(${from}::timestamptz, ${to}::timestamptz)
     and t.planned_start_at is not null and t.planned_end_at >= t.planned_start_at`;

/** States in which somebody counts on its window. */
const planned = ['planned', 'built', 'in_test', 'accepted', 'approved', 'baselined', 'deploying'];
const shown = [...planned, 'deployed', 'early_life', 'closed', 'rolled_back'];

/** 8.5.1: releases in the window of a change, besides those that carry it; by the index `release_span`. */
export const releasesColliding = (tx: Tx, { id, from, to }: Wanted) =>
  tx.run<Candidate>(
    'release_collisions',
    `select 'release' as kind, r.id, r.number, r.title, t.planned_start_at as "from", t.planned_end_at as "to", ${about} as "subjectIds"
     from release t join record r on r.id = t.id
     where ${inWindow('$2', '$3')} and r.state = any($4::text[])
       and not exists (select from release_change c where c.release_id = t.id and c.change_id = $1)
     order by t.planned_start_at, r.number limit 500`,
    [id, from, to, planned],
  );

/** 8.5.1.3: releases beside the changes of the schedule. Risk is a word of changes: who asks for one sees no releases. */
export const releasesScheduled = async (tx: Tx, { from, to, serviceId, teamId, riskLevels }: Chosen) =>
  riskLevels === null
    ? tx.run<Marked>(
        'release_schedule',
        `select id, number, title, state, "from", "to", "subjectIds" from (
           select r.id, r.number, r.title, r.state, r.team_id, t.planned_start_at as "from", t.planned_end_at as "to", ${about} as "subjectIds"
           from release t join record r on r.id = t.id where ${inWindow('$1', '$2')} and r.state = any($3::text[])
         ) x where ($4::uuid is null or $4 = any ("subjectIds")) and ($5::uuid is null or team_id = $5)
         order by "from", id limit 500`,
        [from, to, shown, serviceId, teamId],
      )
    : [];

export type CarriedBy = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly kind: string | null;
  readonly plannedStartAt: string | null;
  readonly plannedEndAt: string | null;
};

/** Releases that carry a change, the latest first. */
export const releasesOfChange = (tx: Tx, changeId: string) =>
  tx.run<CarriedBy>(
    'release_of_change',
    `select r.id, r.number, r.title, r.state, t.kind, t.planned_start_at as "plannedStartAt", t.planned_end_at as "plannedEndAt"
     from release_change c join release t on t.id = c.release_id join record r on r.id = t.id
     where c.change_id = $1 order by t.planned_start_at desc nulls last, r.id desc limit 100`,
    [changeId],
  );

export type Carried = CarriedBy & { readonly category: string | null; readonly riskLevel: string | null };

/** Changes that a release carries, in the order of their windows. */
export const changesOfRelease = (tx: Tx, releaseId: string) =>
  tx.run<Carried>(
    'release_changes_of',
    `select r.id, r.number, r.title, r.state, null as kind, c.category, c.risk_level as "riskLevel",
       c.planned_start_at as "plannedStartAt", c.planned_end_at as "plannedEndAt"
     from release_change l join change c on c.id = l.change_id join record r on r.id = c.id
     where l.release_id = $1 order by c.planned_start_at nulls last, r.id limit 500`,
    [releaseId],
  );
