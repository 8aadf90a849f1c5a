import { addWorkingTime } from '../../kernel/calendar/working-time.ts';
import type { ClockRow } from '../../kernel/clock/clock.store.ts';
import type { House } from '../../kernel/practice/house.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import type { Changes } from '../../kernel/trail/event.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Incident } from './incident.fields.ts';
import { stageShares } from './incident.settings.ts';

type Step = {
  readonly at: string;
  readonly action: string;
  readonly toState: string | null;
  readonly actorId: string | null;
  readonly reason: string | null;
  readonly changes: Changes;
};
type Stage = {
  readonly state: string;
  readonly from: string;
  readonly until: string | null;
  /** Who had to do it when the stage ended, or has to now; its team where nobody has taken it. */
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly dueAt: string | null;
  readonly overdue: boolean;
};
/** Who handed it to whom, and why. */
type HandOver = {
  readonly at: string;
  readonly by: string | null;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly reason: string | null;
};

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/**
 * 8.1, capability 111: each stage with who has to do it and until when, the late ones named. Until it is taken up, a stage
 * has its share of the response time, by the agreement's calendar; afterwards the promise to resolve is what is due.
 */
export async function stagesOf(tx: Tx, house: House, incident: Incident, clocks: readonly ClockRow[]) {
  const steps = await tx.run<Step>(
    'incident_stages',
    `select at, action, to_state as "toState", actor_id as "actorId", reason, changes from trail_event
     where record_id = $1 and (to_state is not null or changes ?| array['ownerId', 'teamId']) order by seq limit 1000`,
    [incident.id],
  );
  const now = house.now();
  const stages: Stage[] = [];
  const handOvers: HandOver[] = [];
  let ownerId: string | null = null;
  let teamId: string | null = null;
  const end = (until: number | null) => {
    const last = stages.pop();
    if (!last) return;
    const due = dueOf(house, last.state, Date.parse(last.from), clocks, incident);
    const overdue = due !== null && (until ?? now) > due && last.state !== 'closed';
    stages.push({ ...last, until: iso(until), ownerId, teamId, dueAt: iso(due), overdue });
  };
  for (const step of steps) {
    const at = Date.parse(step.at);
    if (step.toState !== null) end(at);
    const had: { ownerId: string | null; teamId: string | null } = { ownerId, teamId };
    ownerId = changed(step.changes, 'ownerId', ownerId);
    teamId = changed(step.changes, 'teamId', teamId);
    if (had.ownerId !== ownerId || had.teamId !== teamId)
      handOvers.push({ at: step.at, by: step.actorId, ownerId, teamId, reason: step.reason });
    if (step.toState !== null)
      stages.push({ state: step.toState, from: stages.length === 0 ? incident.occurredAt : step.at, until: null, ownerId: null, teamId: null, dueAt: null, overdue: false });
  }
  end(incident.closedAt === null ? null : Date.parse(incident.closedAt));
  const ids = [...stages, ...handOvers].flatMap((one) => [one.ownerId, one.teamId]);
  const all = [...ids, ...handOvers.map((h) => h.by)].filter((id) => id !== null);
  return {
    stages,
    handOvers,
    /** The stage that is late now, by name; nothing when none is. */
    overdue: stages.at(-1)?.until === null && stages.at(-1)?.overdue === true ? (stages.at(-1)?.state ?? null) : null,
    refs: await referencesTo(tx, new Set(all)),
  };
} // prettier-ignore

function changed(changes: Changes, field: string, otherwise: string | null): string | null {
  const change = changes[field];
  return change === undefined ? otherwise : typeof change[1] === 'string' ? change[1] : null;
}

/** Until when a stage has to be over; null where nothing is promised for it. */
function dueOf(
  house: House,
  state: string,
  from: number,
  clocks: readonly ClockRow[],
  incident: Incident,
): number | null {
  if (state === 'resolved') return incident.closesAt === null ? null : Date.parse(incident.closesAt);
  const share = house.reference.settings.get(stageShares).value[state];
  const clock = clocks.find((c) => c.name === (share === undefined ? 'resolution' : 'response'));
  if (!clock?.target) return null;
  // A stage that was entered again has the promise as a whole to look to.
  if (share === undefined || from < clock.startedAt) return clock.dueAt;
  const calendar = house.reference.calendarOf(clock.target.calendarId);
  return addWorkingTime(calendar, clock.startedAt, (clock.target.targetMs * share) / 100);
}
