import { workingDaysOver } from '../../kernel/calendar/working-day-length.ts';
import { staff } from '../../kernel/access/roles.ts';
import { addWorkingTime } from '../../kernel/calendar/working-time.ts';
import type { Input } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Reference } from '../../kernel/practice/reference.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MajorIncident } from './major.fields.ts';
import { holdersOf } from './major.queries.ts';
import { reviewWithin } from './major.settings.ts';

export type LeadingFacts = {
  readonly leading:
    | {
        readonly title: string;
        readonly open: boolean;
        readonly occurredAt: string;
        readonly priority: number | null;
        readonly serviceId: string | null;
        readonly teamId: string | null;
        readonly customerId: string | null;
        readonly orgUnitId: string | null;
        readonly parentNumber: string | null;
      }
    | undefined;
};

/** What the record takes over from the incident that leads it. */
export async function leadingFacts(tx: Tx, major: MajorIncident, input: Input): Promise<LeadingFacts> {
  const [leading] = await tx.run<NonNullable<LeadingFacts['leading']>>(
    'major_leading',
    `select r.title, r.open, r.occurred_at as "occurredAt", r.priority, r.service_id as "serviceId", r.team_id as "teamId",
       r.customer_id as "customerId", r.org_unit_id as "orgUnitId", p.number as "parentNumber"
     from record r join incident i on i.id = r.id left join record p on p.id = i.parent_id where r.id = $1`,
    [input['leadingIncidentId'] ?? major.leadingIncidentId],
  );
  return { leading };
}

export type RoleFacts = { readonly notStaff: readonly string[] };

/** Of the people named for a part in it, those who hold no role inside. */
export async function roleFacts(
  work: Work,
  _major: MajorIncident,
  input: Input,
  at: number,
): Promise<RoleFacts> {
  const named = ['managerId', 'communicationsId', 'technicalLeadId', 'scribeId', 'reviewerId'].flatMap(
    (field) => {
      const value = input[field];
      return typeof value === 'string' ? [value] : [];
    },
  );
  if (named.length === 0) return { notStaff: [] };
  const inside = new Set((await holdersOf(work, staff, at)).map(({ id }) => id));
  return { notStaff: named.filter((id) => !inside.has(id)) };
}

export type ManagementFacts = { readonly management: readonly string[] };

/** Who is top management that day. */
export const managementFacts = async (
  work: Work,
  _major: MajorIncident,
  _input: Input,
  at: number,
): Promise<ManagementFacts> => ({
  management: (await holdersOf(work, ['top-management'], at)).map(({ id }) => id),
});

/** How long a review may take, over which calendar: the one that is named, else the first that closes at times. */
export function reviewTarget(reference: Reference): { calendarId: string; targetMs: number } {
  const { calendarId, workingDays } = reference.settings.get(reviewWithin).value;
  return workingDaysOver(reference, calendarId, workingDays);
}

export type ReviewFacts = { readonly reviewDueAt: number };

export const reviewFacts = async (
  work: Work,
  _major: MajorIncident,
  _input: Input,
  at: number,
): Promise<ReviewFacts> => {
  const { reference } = work.house;
  const { calendarId, targetMs } = reviewTarget(reference);
  return { reviewDueAt: addWorkingTime(reference.calendarOf(calendarId), at, targetMs) };
};

export type ActionFacts = { readonly actions: number; readonly unfinished: number };

/** The actions that its review asked for. */
export async function actionFacts(tx: Tx, major: MajorIncident): Promise<ActionFacts> {
  const [row] = await tx.run<ActionFacts>(
    'major_actions',
    `select count(*) filter (where r.state <> 'cancelled') as actions,
       count(*) filter (where r.state in ('open', 'done')) as unfinished
     from action_item a join record r on r.id = a.id where a.source_id = $1`,
    [major.id],
  );
  return { actions: row?.actions ?? 0, unfinished: row?.unfinished ?? 0 };
}

export type MajorFacts = { readonly major: { readonly number: string; readonly state: string } | undefined };

/** Of an incident: the major incident that it leads and that is not dealt with yet. */
export async function majorFacts(tx: Tx, incident: { readonly id: string }): Promise<MajorFacts> {
  const [major] = await tx.run<NonNullable<MajorFacts['major']>>(
    'major_of_incident',
    `select r.number, r.state from major_incident m join record r on r.id = m.id
     where m.leading_incident_id = $1 and r.state in ('declared', 'stabilised', 'restored')`,
    [incident.id],
  );
  return { major };
}

export type CorrectionFacts = { readonly corrected: boolean };

/** Is the entry that is corrected one of this record's? */
export async function correctionFacts(tx: Tx, major: MajorIncident, input: Input): Promise<CorrectionFacts> {
  if (input['corrects'] === undefined) return { corrected: true };
  const found = await tx.run(
    'major_corrected',
    'select 1 from major_entry where id = $1 and record_id = $2',
    [input['corrects'], major.id],
  );
  return { corrected: found.length > 0 };
}
