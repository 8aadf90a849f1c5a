import type { Tx } from '../../../platform/db/tx.ts';
import { backwards, impacts, priorities, urgencies } from './servicenow.mapping.ts';
import { figuresOfHours, localDay, localText, round, tally, top } from './figures.ts';

type Job = { readonly id: string; readonly mapping: { readonly source: string; readonly zone: string } };

type Row = {
  id: string;
  priority: number | null;
  impact: number | null;
  urgency: number | null;
  slaMet: boolean | null;
  opened: string;
  closed: string | null;
  resolved: string | null;
  openedBy: string | null;
  team: string | null;
  channel: string | null;
  reopens: number;
  reassignments: number;
  knowledge: boolean;
  problem: string | null;
  change: string | null;
  causedBy: string | null;
  ci: string | null;
};

type Event = {
  id: string;
  actor: string | null;
  changes: Readonly<Record<string, readonly [unknown, unknown]>>;
  source: { readonly state: string; readonly stated?: Readonly<Record<string, string | null>> };
};

/** Of the months that the incidents were still open in, this many are shown. */
const backlogMonths = 4;
const contact: Readonly<Record<string, string>> = {
  phone: 'Phone',
  email: 'Email',
  portal: 'Self service',
  chat: 'Chat',
  walk_in: 'Direct opening',
  monitoring: 'Monitoring',
};

/** What was imported, told in the log's own words, from the records and the trail as they are in the database now. */
export async function report(tx: Tx, job: Job): Promise<unknown> {
  const rows = await readRecords(tx, job);
  const trail = await readTrail(tx, rows);
  const { zone } = job.mapping;
  const label = (levels: Readonly<Record<string, number>>) => {
    const words = backwards(levels);
    return (level: number | null) => (level === null ? '?' : (words[level] ?? String(level)));
  };
  const [priority, impact, urgency] = [label(priorities), label(impacts), label(urgencies)];
  const made = rows.filter((r) => r.slaMet === true).length;
  const hours = (row: Row) => (Date.parse(row.resolved ?? '') - Date.parse(row.opened)) / 3_600_000;
  const timed = rows.filter((row) => row.resolved !== null);
  const byPriority = Map.groupBy(rows, (row) => priority(row.priority));
  const names = [...byPriority.keys()].toSorted();
  const texts = <T>(read: (row: Row) => T) => rows.map(read);
  return {
    events: trail.events,
    incidents: rows.length,
    events_by_state: trail.byState,
    final_state: trail.finalState,
    final_made_sla: tally(texts((r) => (r.slaMet === null ? '?' : String(r.slaMet)))),
    sla_made_share_incidents: round(made / rows.length, 6),
    sla_made_share_events: round(trail.slaMade / trail.events, 6),
    final_priority: tally(texts((r) => priority(r.priority))),
    sla_made_by_priority: Object.fromEntries(
      names.map((name) => [
        name,
        [
          (byPriority.get(name) ?? []).filter((r) => r.slaMet === true).length,
          byPriority.get(name)?.length ?? 0,
        ],
      ]),
    ),
    resolved_at_missing: rows.length - timed.length,
    resolved_before_opened: timed.filter((row) => hours(row) < 0).length,
    hours_opened_to_resolved: Object.fromEntries(
      [...names, 'all'].flatMap((name) => {
        const some = timed.filter((row) => name === 'all' || priority(row.priority) === name).map(hours);
        return some.length === 0 ? [] : [[name, figuresOfHours(some)]];
      }),
    ),
    top_assignment_groups_final: top(
      texts((r) => r.team ?? '?'),
      8,
    ),
    top_assignment_groups_events: await named(tx, trail.groups, 5),
    distinct: { ...trail.distinct, opened_by: new Set(rows.map((r) => r.openedBy).filter(Boolean)).size },
    'incidents_reopened(final reopen_count>0)': rows.filter((r) => r.reopens > 0).length,
    reopen_count_hist: tally(texts((r) => String(r.reopens))),
    'incidents_reassigned>0': rows.filter((r) => r.reassignments > 0).length,
    sum_reassignments: rows.reduce((sum, r) => sum + r.reassignments, 0),
    max_reassignments: rows.reduce((most, r) => Math.max(most, r.reassignments), 0),
    contact_type_final: tally(texts((r) => (r.channel === null ? '?' : (contact[r.channel] ?? r.channel)))),
    opened_by_month: tally(texts((r) => localDay(r.opened, zone).slice(0, 7))),
    opened_min_max: ends(
      texts((r) => r.opened),
      zone,
    ),
    closed_min_max: ends(
      texts((r) => r.closed),
      zone,
    ),
    incidents_with_problem: rows.filter((r) => r.problem !== null).length,
    incidents_with_rfc: rows.filter((r) => r.change !== null).length,
    incidents_with_caused_by: rows.filter((r) => r.causedBy !== null).length,
    incidents_with_ci: rows.filter((r) => r.ci !== null).length,
    incidents_with_vendor: trail.withVendor,
    top_ci: top(
      texts((r) => r.ci),
      5,
    ),
    top_problem: top(
      texts((r) => r.problem),
      5,
    ),
    top_closed_code: top(trail.closedCodes, 5),
    knowledge_used: rows.filter((r) => r.knowledge).length,
    priority_confirmed: trail.confirmed,
    impact_x_urgency_x_priority_final: tally(
      texts((r) => `${impact(r.impact)}|${urgency(r.urgency)}|${priority(r.priority)}`),
    ),
    state_transitions_top: [...trail.transitions]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, 14)
      .map(([move, n]) => [...move.split('→'), n]),
    illegal_looking: {
      'Closed->other': trail.leftClosed,
      'Resolved->Active (reopen)': trail.transitions.get('Resolved→Active') ?? 0,
    },
    made_sla_flips: trail.flips,
    backlog_unresolved_at: backlog(rows, zone),
  };
}

/** In the file's order. By number in batches: the planner knows nothing yet of tables that were filled a moment ago. */
async function readRecords(tx: Tx, job: Job): Promise<Row[]> {
  const groups = await tx.run<{ grp: string }>(
    'servicenow_report_groups',
    'select grp from import_group where job_id = $1 order by first_row',
    [job.id],
  );
  const rows: Row[] = [];
  for (let i = 0; i < groups.length; i += recordsAtOnce) {
    const refs = groups.slice(i, i + recordsAtOnce).map((g) => g.grp);
    const found = await tx.run<Row & { ref: string }>(
      'servicenow_report_records',
      `select r.source_ref as ref, r.id, r.priority, t.impact, t.urgency, t.stated_sla_met as "slaMet", r.occurred_at as opened,
         r.closed_at as closed, t.resolved_at as resolved, r.created_by as "openedBy", team.title as team, t.channel,
         t.reopen_count as reopens, t.reassignment_count as reassignments, t.knowledge_used as knowledge, t.problem_ref as problem,
         t.change_ref as change, t.caused_by_ref as "causedBy", t.ci
       from record r join incident t on t.id = r.id left join record team on team.id = r.team_id
       where r.type = 'incident' and r.source = $1 and r.source_ref = any($2::text[])`,
      [job.mapping.source, refs],
    );
    const byRef = new Map(found.map((row) => [row.ref, row]));
    rows.push(...refs.flatMap((ref) => byRef.get(ref) ?? []));
  }
  return rows;
}

/** Unresolved at the end of the months from the first opening on. What has no resolution time was never seen resolved. */
function backlog(rows: readonly Row[], zone: string): Record<string, number> {
  const first = rows.map((r) => r.opened).toSorted()[0];
  if (first === undefined) return {};
  const month = Temporal.Instant.from(first).toZonedDateTimeISO(zone).toPlainDate().with({ day: 1 });
  return Object.fromEntries(
    Array.from({ length: backlogMonths }, (_, i) => {
      const next = month.add({ months: i + 1 });
      const end = next.toZonedDateTime(zone).epochMilliseconds;
      const open = rows.filter(
        (r) => Date.parse(r.opened) < end && !(r.resolved !== null && Date.parse(r.resolved) < end),
      ).length;
      return [next.subtract({ days: 1 }).toString(), open];
    }),
  );
}

const ends = (instants: readonly (string | null)[], zone: string) => {
  const sorted = instants.filter((at) => at !== null).toSorted();
  return [sorted[0], sorted.at(-1)].map((at) => (at === undefined ? null : localText(at, zone)));
};

const own = [
  'requesterId',
  'teamId',
  'ownerId',
  'location',
  'categoryId',
  'symptom',
  'ci',
  'problemRef',
  'changeRef',
  'causedByRef',
  'resolvedById',
] as const;
const recordsAtOnce = 1000;

/** Replays the imported events of these records, in their order. */
async function readTrail(tx: Tx, rows: readonly Row[]) {
  const byState = new Map<string, number>();
  const finalState = new Map<string, number>();
  const transitions = new Map<string, number>();
  const groups = new Map<string | null, number>();
  const flips = new Map<string, number>();
  const seen = new Map<string, Set<unknown>>(own.map((field) => [field, new Set()]));
  const [actors, vendors, codes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const closedCodes: (string | null)[] = [];
  let [events, slaMade, leftClosed, withVendor, confirmed] = [0, 0, 0, 0, 0];
  const add = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);

  for (let i = 0; i < rows.length; i += recordsAtOnce) {
    const ids = rows.slice(i, i + recordsAtOnce).map((r) => r.id);
    const found = await tx.run<Event>(
      'servicenow_report_trail',
      `select record_id as id, actor_id as actor, changes, detail->'source' as source from trail_event
       where record_id = any($1::uuid[]) and channel = 'import' and detail->'source' ? 'event' order by record_id, seq`,
      [ids],
    );
    for (const [, story] of Map.groupBy(found, (e) => e.id)) {
      let team: string | null = null;
      let met: boolean | null = null;
      let wording: string | undefined;
      const stated: Record<string, string | null> = {};
      for (const event of story) {
        events += 1;
        for (const field of own) {
          const value = event.changes[field]?.[1];
          if (value !== undefined && value !== null) seen.get(field)?.add(value);
        }
        if (event.actor !== null) actors.add(event.actor);
        Object.assign(stated, event.source.stated);
        if (stated['vendor']) vendors.add(stated['vendor']);
        if (stated['closed_code']) codes.add(stated['closed_code']);
        if (event.changes['teamId']) team = event.changes['teamId'][1] as string | null;
        add(groups, team);
        const was: boolean | null = met;
        if (event.changes['statedSlaMet']) met = event.changes['statedSlaMet'][1] as boolean | null;
        if (was !== null && was !== met) add(flips, `${String(was)}->${String(met)}`);
        if (met === true) slaMade += 1;
        const now = event.source.state;
        add(byState, now);
        if (wording !== undefined && wording !== now) add(transitions, `${wording}→${now}`);
        if (wording === 'Closed' && now !== 'Closed') leftClosed += 1;
        wording = now;
      }
      add(finalState, wording ?? '?');
      closedCodes.push(stated['closed_code'] ?? null);
      if (stated['vendor']) withVendor += 1;
      if (stated['u_priority_confirmation'] === 'true') confirmed += 1;
    }
  }
  const categories = await categoryNames(tx, [...(seen.get('categoryId') ?? [])].map(String));
  const size = (field: (typeof own)[number]) => seen.get(field)?.size ?? 0;
  const distinct = {
    caller_id: size('requesterId'),
    assignment_group: size('teamId'),
    assigned_to: size('ownerId'),
    location: size('location'),
    category: categories.main,
    subcategory: categories.sub,
    u_symptom: size('symptom'),
    cmdb_ci: size('ci'),
    problem_id: size('problemRef'),
    rfc: size('changeRef'),
    caused_by: size('causedByRef'),
    vendor: vendors.size,
    closed_code: codes.size,
    resolved_by: size('resolvedById'),
    sys_updated_by: actors.size,
  };
  return {
    events, slaMade, leftClosed, withVendor, confirmed, distinct, transitions, groups, closedCodes,
    byState: Object.fromEntries(byState), finalState: Object.fromEntries(finalState), flips: Object.fromEntries(flips),
  }; // prettier-ignore
}

async function categoryNames(tx: Tx, ids: readonly string[]) {
  const rows = await tx.run<{ title: string; parent: string | null }>(
    'servicenow_report_categories',
    `select r.title, p.title as parent from category c join record r on r.id = c.id left join record p on p.id = c.parent_id where c.id = any($1::uuid[])`,
    [ids],
  );
  return {
    main: new Set(rows.map((r) => r.parent ?? r.title)).size,
    sub: new Set(rows.filter((r) => r.parent !== null).map((r) => r.title)).size,
  };
}

async function named(
  tx: Tx,
  groups: ReadonlyMap<string | null, number>,
  most: number,
): Promise<[string, number][]> {
  const ids = [...groups.keys()].filter((id) => id !== null);
  const rows = await tx.run<{ id: string; title: string }>(
    'servicenow_report_teams',
    'select id, title from record where id = any($1::uuid[])',
    [ids],
  );
  const titles = new Map(rows.map((r) => [r.id, r.title]));
  return [...groups]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([id, n]) => [id === null ? '?' : (titles.get(id) ?? id), n]);
}
