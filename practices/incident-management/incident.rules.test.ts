import { describe, expect, test } from 'vitest';
import { system, type Actor } from '../../kernel/access/actor.ts';
import type { ClockRow } from '../../kernel/clock/clock.store.ts';
import type { Settings } from '../../kernel/practice/settings.ts';
import type { Context, Input } from '../../kernel/process/process.ts';
import type { Incident } from './incident.fields.ts';
import {
  derivedPriority,
  derivePriority,
  priorityMatrix,
  priorityMatrixSchema,
} from './incident.priority.ts';
import * as rules from './incident.rules.ts';

const settings: Settings = { get: (key) => ({ value: key.initial, version: 7 }) };
const at = Date.parse('2026-03-02T08:00:00Z');
const context = (input: Input = {}, more: Partial<Context> = {}): Context => ({
  at,
  input,
  facts: {},
  settings,
  clocks: [],
  ...more,
});
const actor = (...roles: string[]): Actor => ({
  ...system(),
  id: 'me',
  holdings: [...roles, 'user'].map((role) => ({ role })),
  teamIds: ['desk'],
});
const agent = actor('service-desk-agent');
const engineer = actor('engineer');
const user = actor();
const incident = (fields: Partial<Incident> = {}) =>
  ({
    id: 'i',
    state: 'in_progress',
    occurredAt: '2026-03-02T07:00:00Z',
    requesterId: 'other',
    ownerId: null,
    teamId: 'desk',
    customerId: null,
    impact: 2,
    urgency: 2,
    source: null,
    priority: null,
    priorityOverride: null,
    parentId: null,
    ...fields,
  }) as Incident;

describe('priority', () => {
  test.each([
    [1, 1, 1], [1, 2, 1], [1, 3, 2], [2, 1, 1], [2, 2, 2], [2, 3, 3], [3, 1, 2], [3, 2, 3], [3, 3, 3], [4, 1, 3], [4, 2, 4], [4, 3, 4],
  ])('impact %i and urgency %i make P%i', (impact, urgency, priority) => {
    expect(derivedPriority(incident({ impact, urgency }), settings)).toBe(priority);
  }); // prettier-ignore

  test('a customer may have a matrix of their own', () => {
    const strict = priorityMatrixSchema.parse({
      ...priorityMatrix.initial,
      customers: {
        '019c0000-0000-7000-8000-000000000001': [
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ],
      },
    });
    const own = { get: () => ({ value: strict, version: 1 }) } as unknown as Settings;
    expect(derivedPriority(incident({ customerId: '019c0000-0000-7000-8000-000000000001' }), own)).toBe(1);
    expect(derivedPriority(incident({ customerId: 'another' }), own)).toBe(2);
  });

  test('the override wins, the derived priority stays visible, and the rule version is named', () => {
    expect(derivePriority(incident({ priorityOverride: 1 }), settings)).toEqual({
      set: { derivedPriority: 2, priority: 1 },
      rules: { 'incident.priority_matrix': 7 },
    });
  });

  test('without impact there is none, unless an import brought one', () => {
    expect(derivePriority(incident({ impact: null }), settings)).toEqual({
      set: { derivedPriority: null, priority: null },
      rules: {},
    });
    expect(
      derivePriority(incident({ impact: null, priority: 3, source: 'helpdesk' }), settings).set.priority,
    ).toBe(3);
  });
});

describe('recording', () => {
  test('a report cannot come from the future', () => {
    expect(
      rules.notInFuture(incident(), agent, context({ occurredAt: '2026-03-02T08:00:01Z' })),
    ).toMatchObject({ code: 'incident.occurred_in_future', field: 'occurredAt' });
    expect(
      rules.notInFuture(incident(), agent, context({ occurredAt: '2026-02-02T08:00:00Z' })),
    ).toBeUndefined();
  });
  test('the desk names the reporter, unless an event raised it', () => {
    expect(rules.reporterOrEvent(incident(), agent, context())?.code).toBe('incident.reporter_required');
    expect(rules.reporterOrEvent(incident(), agent, context({ dedupKey: 'k' }))).toBeUndefined();
    expect(rules.reporterOrEvent(incident(), user, context())).toBeUndefined();
  });
  test('users report what happened, for themselves', () => {
    expect(
      rules.reportersSayWhatHappened(incident(), user, context({ title: 'x', occurredAt: 'y' })),
    ).toMatchObject({ field: 'occurredAt' });
    expect(
      rules.reportersSayWhatHappened(
        incident(),
        user,
        context({ title: 'x', symptom: 'y', serviceId: 'z', impact: 3 }),
      ),
    ).toBeUndefined();
    expect(rules.reportersAreThemselves(incident(), user, context({ requesterId: 'other' }))?.code).toBe(
      'incident.reporter_is_somebody_else',
    );
    expect(
      rules.reportersAreThemselves(incident(), agent, context({ requesterId: 'other' })),
    ).toBeUndefined();
  });
});

describe('editing', () => {
  test('what triage settled is corrected, not emptied', () => {
    expect(
      rules.settledFieldsStay(incident({ categoryId: 'c' }), agent, context({ categoryId: null }))?.field,
    ).toBe('categoryId');
    expect(
      rules.settledFieldsStay(
        incident({ categoryId: 'c', state: 'new' }),
        agent,
        context({ categoryId: null }),
      ),
    ).toBeUndefined();
  });
  test('lowering the priority through impact or urgency needs a reason, raising it does not', () => {
    expect(rules.loweringNeedsReason(incident(), agent, context({ impact: 4 }))?.code).toBe(
      'incident.lowering_needs_reason',
    );
    expect(
      rules.loweringNeedsReason(incident(), agent, context({ impact: 4, reason: 'one user only' })),
    ).toBeUndefined();
    expect(rules.loweringNeedsReason(incident(), agent, context({ impact: 1 }))).toBeUndefined();
  });
});

const late = [
  { name: 'resolution', status: 'running', dueAt: at - 1, breachedAt: null } as unknown as ClockRow,
];
describe('a second person (S6)', () => {
  test('lowering after breach', () => {
    expect(rules.lowersAfterBreach(incident(), agent, context({ impact: 4 }, { clocks: late }))).toBe(true);
    expect(rules.lowersAfterBreach(incident(), agent, context({ impact: 4 }))).toBe(false);
  });
  test('a breach counts from the due instant, not from the worker that notices it', () => {
    expect(rules.resolutionBreached(incident(), agent, context({}, { clocks: late }))).toBe(true);
    expect(rules.resolutionBreached(incident(), agent, context({}, { clocks: late, at: at - 1 }))).toBe(
      false,
    );
    expect(
      rules.anyPromiseBroken(
        incident(),
        agent,
        context(
          {},
          { clocks: [{ ...late[0], name: 'response', status: 'stopped', breachedAt: at } as ClockRow] },
        ),
      ),
    ).toBe(true);
  });
});

describe('routing', () => {
  const team = { id: 'desk', title: 'Desk', active: true, memberIds: ['me'], onDuty: 0 };
  test('a team without anybody on duty gets nothing', () => {
    expect(rules.someoneOnDuty(incident(), agent, context({}, { facts: { team } }))).toMatchObject({
      code: 'incident.no_one_on_duty',
      params: { team: 'Desk' },
    });
    expect(
      rules.someoneOnDuty(incident(), agent, context({}, { facts: { team: { ...team, onDuty: 1 } } })),
    ).toBeUndefined();
    expect(
      rules.someoneOnDuty(incident(), agent, context({}, { facts: { team: { ...team, active: false } } }))
        ?.code,
    ).toBe('incident.team_not_in_use');
  });
  test('the owner is a member of the team', () => {
    expect(
      rules.ownerIsMember(incident(), agent, context({ ownerId: 'you' }, { facts: { team } }))?.code,
    ).toBe('incident.owner_not_in_team');
    expect(
      rules.ownerIsMember(incident(), agent, context({ ownerId: 'me' }, { facts: { team } })),
    ).toBeUndefined();
  });
  test('only a member of the team takes it, and not from under somebody', () => {
    expect(rules.actorIsMember(incident({ teamId: 'servers' }), agent, context())?.code).toBe(
      'incident.not_in_team',
    );
    expect(rules.notSomebodyElses(incident({ ownerId: 'you' }), agent, context())?.code).toBe(
      'incident.owned_by_another',
    );
    expect(rules.notYetMine(incident({ ownerId: 'me' }), agent, context())?.code).toBe(
      'incident.already_yours',
    );
  });
  test('the ladder has three levels and only goes up', () => {
    expect(rules.notAtTop(incident({ escalationLevel: 3 }), agent, context())?.code).toBe(
      'incident.top_of_ladder',
    );
    expect(rules.climbs(incident({ escalationLevel: 2 }), agent, context({ level: 2 }))?.code).toBe(
      'incident.already_escalated',
    );
    expect(rules.climbs(incident({ escalationLevel: 1 }), agent, context({ level: 2 }))).toBeUndefined();
    expect(rules.nextTeamExists(incident(), agent, context())?.code).toBe('incident.no_next_team');
  });
});

describe('waiting', () => {
  test('a pause ends in the future, within the cap', () => {
    const resume = (resumeAt: string) => rules.resumesInTime(incident(), agent, context({ resumeAt }));
    expect(resume('2026-03-02T08:00:00Z')?.code).toBe('incident.resume_outside_cap');
    expect(resume('2026-06-02T08:00:00Z')?.code).toBe('incident.resume_outside_cap');
    expect(resume('2026-03-05T08:00:00Z')).toBeUndefined();
  });
});

describe('resolving', () => {
  test('restored between the beginning and now', () => {
    expect(
      rules.restoredInThePast(incident(), agent, context({ restoredAt: '2026-03-02T09:00:00Z' }))?.code,
    ).toBe('incident.restored_in_future');
    expect(
      rules.restoredInThePast(incident(), agent, context({ restoredAt: '2026-03-02T06:00:00Z' }))?.code,
    ).toBe('incident.restored_before_start');
    expect(
      rules.restoredInThePast(incident(), agent, context({ restoredAt: '2026-03-02T07:30:00Z' })),
    ).toBeUndefined();
  });
  test('the third equal incident needs its problem', () => {
    const third = { facts: { equal: 3 } };
    expect(rules.repeatsNeedProblem(incident(), agent, context({}, third))).toMatchObject({
      code: 'incident.problem_required',
      field: 'problemRef',
    });
    expect(
      rules.repeatsNeedProblem(incident(), agent, context({ problemRef: 'PRB-1' }, third)),
    ).toBeUndefined();
    expect(
      rules.repeatsNeedProblem(incident({ problemRef: 'PRB-1' }), agent, context({}, third)),
    ).toBeUndefined();
    expect(
      rules.repeatsNeedProblem(incident({ problemRef: 'PRB-1' }), agent, context({ problemRef: null }, third))
        ?.code,
    ).toBe('incident.problem_required');
    expect(rules.repeatsNeedProblem(incident(), agent, context({}, { facts: { equal: 2 } }))).toBeUndefined();
  });
  test('a causing change is named', () => {
    expect(rules.changeIsNamed(incident(), agent, context({ causeClass: 'change' }))?.field).toBe(
      'causedByRef',
    );
    expect(
      rules.changeIsNamed(incident(), agent, context({ causeClass: 'change', causedByRef: 'CHG-1' })),
    ).toBeUndefined();
  });
});

describe('ending', () => {
  test('the engineer who owns an incident may not close it', () => {
    expect(rules.isRequesterOrDesk(incident({ ownerId: 'me' }), engineer, context())?.code).toBe(
      'incident.closing_is_the_requesters',
    );
    expect(rules.isRequesterOrDesk(incident({ requesterId: 'me' }), user, context())).toBeUndefined();
    expect(rules.isRequesterOrDesk(incident(), agent, context())).toBeUndefined();
  });
  test('the customer’s contact may close what concerns their organisation', () => {
    const contact = { ...actor('customer-contact'), orgUnitIds: ['bank'] };
    expect(rules.isRequesterOrDesk(incident({ customerId: 'bank' }), contact, context())).toBeUndefined();
    expect(rules.isRequesterOrDesk(incident({ customerId: 'other' }), contact, context())?.code).toBe(
      'incident.closing_is_the_requesters',
    );
  });
  test('the desk writes down how the requester confirmed', () => {
    expect(rules.confirmationIsRecorded(incident(), agent, context())?.field).toBe('reason');
    expect(rules.confirmationIsRecorded(incident({ requesterId: 'me' }), user, context())).toBeUndefined();
  });
  test('nobody is closed out before both notices and the last day', () => {
    const closing = (closureNotices: number, closesAt: string) =>
      rules.noticesSent(incident({ closureNotices, closesAt }), system(), context());
    expect(closing(1, '2026-03-01T08:00:00Z')?.code).toBe('incident.notices_first');
    expect(closing(2, '2026-03-03T08:00:00Z')?.code).toBe('incident.notices_first');
    expect(closing(2, '2026-03-01T08:00:00Z')).toBeUndefined();
  });
  test('reopening: within the days, with words', () => {
    expect(
      rules.withinReopenWindow(incident({ reopenUntil: '2026-03-02T07:59:59Z' }), user, context())?.code,
    ).toBe('incident.reopen_window_over');
    expect(
      rules.withinReopenWindow(incident({ reopenUntil: '2026-03-02T08:00:00Z' }), user, context()),
    ).toBeUndefined();
    expect(rules.saysWhatIsStillWrong(incident(), user, context())?.field).toBe('comment');
  });
  test('whoever reported it withdraws it only before work has begun', () => {
    expect(rules.withdrawnBeforeWork(incident(), user, context())?.code).toBe('incident.already_in_work');
    expect(rules.withdrawnBeforeWork(incident({ state: 'assigned' }), user, context())).toBeUndefined();
    expect(rules.withdrawnBeforeWork(incident(), agent, context())).toBeUndefined();
  });
  test('families have two generations', () => {
    const parent = { id: 'p', number: 'INC-1', version: 1, state: 'new', parentId: null };
    const asked = (parentId: string, facts: object) =>
      rules.parentIsUsable(
        incident(),
        agent,
        context({ parentId }, { facts: { hasChildren: false, ...facts } }),
      )?.code;
    expect(asked('i', { parent })).toBe('incident.parent_is_itself');
    expect(asked('p', { parent: { ...parent, state: 'duplicate' } })).toBe('incident.parent_does_not_count');
    expect(asked('p', { parent: { ...parent, parentId: 'q' } })).toBe('incident.parent_is_child');
    expect(asked('p', { parent, hasChildren: true })).toBe('incident.has_children');
    expect(asked('p', { parent })).toBeUndefined();
  });
});

describe('overriding the priority', () => {
  test('only what is derived, and only to something else', () => {
    expect(rules.isDerived(incident({ derivedPriority: null }), agent, context())?.code).toBe(
      'incident.nothing_to_override',
    );
    expect(rules.isOverridden(incident(), agent, context())?.code).toBe('incident.not_overridden');
    expect(
      rules.overrideDiffers(incident({ priority: 2 }), agent, context({ priorityOverride: 2 }))?.code,
    ).toBe('incident.override_is_same');
  });
});
