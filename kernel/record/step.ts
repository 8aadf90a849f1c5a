import { invalid, type FieldProblem } from '../../platform/http/problem.ts';
import type { Actor } from '../access/actor.ts';
import { moveClocks, nextDue } from '../clock/apply.ts';
import type { ClockRow } from '../clock/clock.store.ts';
import { passedEvents } from '../clock/passed.ts';
import type { Reference } from '../practice/reference.ts';
import { isOpen, type Action, type Context, type Input } from '../process/process.ts';
import { processOf } from '../process/refusal.ts';
import { changesBetween, type TrailEvent } from '../trail/event.ts';
import { isStaff } from './universal.ts';
import type { BaseRecord } from './base.ts';
import type { RecordType } from './record.ts';

/** A record on its way through one act, or through a whole replayed history, before anything is written. */
export type Draft = {
  readonly record: BaseRecord;
  readonly clocks: readonly ClockRow[];
  readonly events: readonly TrailEvent[];
};

export type Step = {
  readonly name: string;
  readonly action: Omit<Action<BaseRecord>, 'from'>;
  readonly actor: Actor;
  readonly context: Context;
  /** What the trail keeps besides: the comment's id, the second person, the source of an import. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** All custom fields as they will be; absent: as they were. */
  readonly custom?: BaseRecord['custom'] | undefined;
};

/** Bookkeeping that every write changes; the trail has it in its own columns. */
const bookkeeping = new Set([
  'version',
  'updatedAt',
  'nextDue',
  'state',
  'number',
  'id',
  'type',
  'createdAt',
  'createdBy',
  // Told field by field, by `customChanges`.
  'custom',
]);

/**
 * What an act makes of a record. Pure: the input's fields, the action's own `set`, the derived fields, the state, the
 * clocks and the trail event, in this order. Throws a 422 that names every field still missing.
 */
export function step(
  reference: Reference,
  type: RecordType,
  draft: Draft | undefined,
  blank: BaseRecord,
  given: Step,
): Draft {
  const { action, actor, context } = given;
  const process = processOf(type);
  const before = draft?.record ?? blank;
  const entered = { ...before, ...pick(context.input, action.fields ?? []) };
  const set = { ...entered, ...action.set?.(entered, actor, context) };
  const derived = process.derive?.(set, context.settings, draft?.record);
  const state = action.to ?? set.state;
  const at = new Date(context.at).toISOString();
  const closed = phaseOf(type, state) === 'closed';
  const moved = !draft || state !== before.state;
  const record: BaseRecord = {
    ...set,
    ...derived?.set,
    custom: given.custom === undefined ? before.custom : given.custom,
    state,
    version: before.version,
    updatedAt: at,
    closedAt: closed ? (before.closedAt ?? at) : null,
  };
  refuseMissing(type, record, action.required ?? []);
  const changes = {
    ...changesBetween(draft ? before : undefined, record, bookkeeping),
    ...customChanges(before.custom, record.custom),
  };
  // A comment changes nothing that somebody else may be editing, so it makes no new version.
  const version = moved || Object.keys(changes).length > 0 ? before.version + 1 : before.version;
  // An update is what the organisation tells the customer (0.5), not what the customer writes.
  const told =
    isPublic(action, context.input) && isStaff(actor) ? (process.told ?? process.recurring ?? []) : [];
  const restarts = draft ? [...new Set([...(action.restarts ?? []), ...told])] : [];
  const clocks = moveClocks(reference, process, record, draft?.clocks ?? [], {
    at: context.at,
    stateChanged: moved,
    restarts,
  });
  const event: TrailEvent = {
    at,
    recordId: record.id,
    recordType: type.type,
    version,
    action: given.name,
    fromState: draft ? before.state : null,
    toState: moved ? state : null,
    actorId: actor.id,
    channel: actor.channel,
    reason: typeof context.input['reason'] === 'string' ? context.input['reason'] : null,
    changes,
    detail: detailOf({
      ...given.detail,
      rules: derived?.rules,
      targets: targetsChosen(draft?.clocks ?? [], clocks),
      restarts: restarts.length === 0 ? undefined : restarts,
    }),
  };
  // What had passed when the act came is stamped by it, so no tick would find it; it is told before the act.
  const passed = draft
    ? passedEvents(before, draft.clocks, clocks, context.at, actor.channel === 'import' ? 'import' : 'system')
    : [];
  return {
    record: { ...record, version, nextDue: nextDue(clocks) },
    clocks,
    events: [...(draft?.events ?? []), ...passed, event],
  };
}

export const phaseOf = (type: RecordType, state: string) => {
  const phase = processOf(type).states[state];
  if (!phase) throw new Error(`${type.type} has no state ${state}`);
  return phase;
};
export const isOpenState = (type: RecordType, state: string) => isOpen(phaseOf(type, state));

/** Does this act say something that the customer sees? */
export const isPublic = (action: Pick<Step['action'], 'comment'>, input: Input) =>
  input['comment'] !== undefined &&
  (action.comment === 'public' || (action.comment === 'asked' && input['public'] === true));

/** `custom.cost_centre: [before, after]`; without any custom field, nothing. */
function customChanges(before: BaseRecord['custom'], after: BaseRecord['custom']): TrailEvent['changes'] {
  if (before === after) return {};
  const emptied = Object.fromEntries(Object.keys(before ?? {}).map((key) => [key, null]));
  const changes = changesBetween(before ?? {}, { ...emptied, ...after }, nothing);
  return Object.fromEntries(Object.entries(changes).map(([key, change]) => [`custom.${key}`, change]));
}
const nothing: ReadonlySet<string> = new Set();

/** Only what the caller gave: an absent field stays as it was, null empties it. */
const pick = (input: Input, fields: readonly string[]) =>
  Object.fromEntries(fields.filter((f) => input[f] !== undefined).map((f) => [f, input[f]]));

function refuseMissing(type: RecordType, record: BaseRecord, required: readonly string[]): void {
  const values = record as unknown as Record<string, unknown>;
  const missing: FieldProblem[] = required
    .filter((field) => values[field] === null || values[field] === undefined || values[field] === '')
    .map((field) => ({ field, code: 'problem.required', params: { field: `@${type.type}.field.${field}` } }));
  if (missing.length > 0) throw invalid(missing);
}

/** The trail keeps which target was chosen, so that a clock can be replayed from the trail alone (0.1.5). */
function targetsChosen(before: readonly ClockRow[], after: readonly ClockRow[]) {
  const changed = after.filter(
    (clock) => clock.target !== (before.find((b) => b.name === clock.name)?.target ?? null),
  );
  return changed.length === 0
    ? undefined
    : Object.fromEntries(changed.map((clock) => [clock.name, clock.target]));
}

/** Without what is empty: most acts decide by no rule and choose no target. */
function detailOf(detail: Readonly<Record<string, unknown>>): TrailEvent['detail'] {
  const given = Object.entries(detail).filter(([, value]) => {
    const nothing = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    return value !== undefined && !nothing;
  });
  return given.length === 0 ? null : Object.fromEntries(given);
}
