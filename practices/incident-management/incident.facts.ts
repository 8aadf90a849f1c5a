import type { Calendar } from '../../kernel/calendar/calendar.types.ts';
import type { Input } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Incident } from './incident.fields.ts';
import { dayMs, repeats } from './incident.settings.ts';

/** What the rules must know beyond the record, read under its lock. */
export type TeamFacts = { readonly team: TeamOnDuty | undefined; readonly previousTeamId: string | null };
export type TeamOnDuty = {
  readonly id: string;
  readonly title: string;
  readonly active: boolean;
  readonly memberIds: readonly string[];
  readonly onDuty: number;
};
export type RequesterFacts = { readonly customerId: string | null; readonly orgUnitId: string | null };
export type RepeatFacts = { readonly equal: number };
export type TermFacts = { readonly reopenDays: number | null; readonly calendar: Calendar | null };
export type ParentFacts = {
  readonly parent:
    | {
        readonly id: string;
        readonly number: string;
        readonly version: number;
        readonly state: string;
        readonly parentId: string | null;
      }
    | undefined;
  readonly hasChildren: boolean;
};

const id = (input: Input, field: string, otherwise: string | null) => {
  const given = input[field];
  return typeof given === 'string' ? given : given === null ? null : otherwise;
};

/** Whose customer and unit an incident concerns follows from who reported it. */
export const requesterFacts = (tx: Tx, incident: Incident, input: Input): Promise<RequesterFacts> =>
  tx.together('incident_requester', id(input, 'requesterId', incident.createdBy), async (t, ids) => {
    const rows = await t.run<RequesterFacts & { id: string }>(
      'incident_requester',
      `select id, customer_id as "customerId", org_unit_id as "orgUnitId"
       from jsonb_array_elements_text($1::jsonb) as wanted join record on id = wanted::uuid`,
      [JSON.stringify(ids)],
    );
    const found = new Map(rows.map(({ id: person, ...facts }) => [person, facts]));
    return ids.map((wanted) => found.get(wanted ?? '') ?? { customerId: null, orgUnitId: null });
  });

const teamOnDuty = `select t.id, tr.title, tr.state = 'active' as active, t.member_ids as "memberIds",
    (select count(*) from person p join record pr on pr.id = p.id
     where p.id = any(t.member_ids) and p.available and pr.state = 'active') as "onDuty"
  from team t join record tr on tr.id = t.id`;

/** The team that the incident goes to, and how many of its members are on duty. */
export async function teamFacts(tx: Tx, incident: Incident, input: Input): Promise<TeamFacts> {
  const [team] = await tx.run<TeamOnDuty>('incident_team', `${teamOnDuty} where t.id = $1`, [
    id(input, 'teamId', incident.teamId),
  ]);
  return { team, previousTeamId: incident.teamId };
}

/** Functional escalation: the team that the present one escalates to. */
export async function nextTeamFacts(tx: Tx, incident: Incident): Promise<TeamFacts> {
  const [team] = await tx.run<TeamOnDuty>(
    'incident_next_team',
    `${teamOnDuty} where t.id = (select escalates_to_id from team where id = $1)`,
    [incident.teamId],
  );
  return { team, previousTeamId: incident.teamId };
}

/**
 * Equal incidents (same service, category and configuration item) of the last days, this one included; counted no
 * further than 100. Ids sort by the time they were made, so the index on (category, ci, id) finds just those days.
 */
export async function equalIncidents(
  work: Work,
  incident: Incident,
  input: Input,
  at: number,
): Promise<number> {
  const { days } = work.house.reference.settings.get(repeats).value;
  const [row] = await work.run<{ n: number }>(
    'incident_equal',
    `select count(*) as n from (
       select 1 from incident i join record r on r.id = i.id
       where i.category_id = $1 and i.ci = $2 and i.id >= $3 and r.service_id = $4 and i.id <> $5
         and r.state not in ('cancelled', 'duplicate') limit 100) x`,
    [
      id(input, 'categoryId', incident.categoryId),
      id(input, 'ci', incident.ci),
      firstIdAt(at - days * dayMs),
      incident.serviceId,
      incident.id,
    ],
  );
  return 1 + (row?.n ?? 0);
}

/** The lowest UUIDv7 of an instant. */
export const firstIdAt = (at: number): string => {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
};

/** What the agreement that applies says about reopening and about working days. */
export async function termFacts(work: Work, incident: Incident): Promise<TermFacts> {
  const [row] = await work.run<{ reopenDays: number | null; calendarId: string | null }>(
    'incident_terms',
    `select a.reopen_days as "reopenDays", c.calendar_id as "calendarId"
     from clock c left join agreement a on a.id = c.agreement_id
     where c.record_id = $1 and c.name = 'resolution'`,
    [incident.id],
  );
  const calendar = row?.calendarId ? work.house.reference.calendarOf(row.calendarId) : null;
  return { reopenDays: row?.reopenDays ?? null, calendar };
}

export const resolutionFacts = async (
  work: Work,
  incident: Incident,
  input: Input,
  at: number,
): Promise<TermFacts & RepeatFacts> => ({
  ...(await termFacts(work, incident)),
  equal: await equalIncidents(work, incident, input, at),
});

export async function parentFacts(tx: Tx, incident: Incident, input: Input): Promise<ParentFacts> {
  const [row] = await tx.run<{ parent: ParentFacts['parent'] | null; hasChildren: boolean }>(
    'incident_parent',
    `select (select jsonb_build_object('id', r.id, 'number', r.number, 'version', r.version, 'state', r.state, 'parentId', i.parent_id)
             from incident i join record r on r.id = i.id where i.id = $1) as parent,
       exists (select 1 from incident where parent_id = $2) as "hasChildren"`,
    [id(input, 'parentId', null), incident.id],
  );
  return { parent: row?.parent ?? undefined, hasChildren: row?.hasChildren ?? false };
}
