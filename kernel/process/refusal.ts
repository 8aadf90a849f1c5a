import { mayAct } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { BaseRecord } from '../record/base.ts';
import type { RecordType } from '../record/record.ts';
import { universalActions } from '../record/universal.ts';
import { no, type Action, type Context, type Process, type Refusal } from './process.ts';

/**
 * May this actor do this to this record now? The same answer greys a button and refuses the call.
 * State first (nobody may), then role and reach (not you), then the rules in their written order.
 */
export function refusal(
  type: RecordType,
  name: string,
  record: BaseRecord,
  actor: Actor,
  context: Context,
): Refusal | undefined {
  const action = actionOf(type, name);
  if (!action) return no('problem.no_such_action', { action: name });
  if (!action.from.includes(record.state)) {
    return wrongStateOf(type, action, record.state);
  }
  if (!mayAct(type.access, actor, rolesFor(type, action), record)) {
    return notYourRole(type, action);
  }
  for (const rule of action.rules ?? []) {
    const refused = rule(record, actor, context);
    if (refused) return refused;
  }
  return undefined;
}

/** Keys of words, spelled in the caller's language by the translator. */
const stateKey = (type: RecordType, state: string) => `@${type.type}.state.${state}`;
export const wrongStateOf = (type: RecordType, action: Pick<Action<never>, 'from'>, state: string): Refusal =>
  no('problem.wrong_state', {
    state: stateKey(type, state),
    allowed: action.from.map((s) => stateKey(type, s)).join(', '),
  });
export const notYourRole = (type: RecordType, action: Pick<Action<never>, 'by'>): Refusal =>
  no('problem.not_your_role', {
    roles: rolesFor(type, action)
      .map((role) => `@role.${role}`)
      .join(', '),
  });

/** `anyone`: whoever reaches the record by any role. */
export const anyone = '*';
export const rolesFor = (type: RecordType, action: Pick<Action<never>, 'by'>) =>
  action.by.includes(anyone) ? Object.keys(type.access) : action.by;

/** Rules take the type's own record; the registry hands each process only its own, so the widening is safe here. */
export function processOf(type: RecordType): Process<BaseRecord> {
  return type.process as unknown as Process<BaseRecord>;
}

export function actionOf(type: RecordType, name: string): Action<BaseRecord> | undefined {
  const process = processOf(type);
  if (name === 'edit') return process.edit;
  if (Object.hasOwn(process.transitions, name)) return process.transitions[name];
  const universal = universalActions(type);
  return Object.hasOwn(universal, name) ? universal[name] : undefined;
}

/** Every action of a type by name: its own transitions, editing, and what can be done with any record. */
export const actionNames = (type: RecordType): string[] => [
  ...Object.keys(type.process.transitions),
  'edit',
  ...Object.keys(universalActions(type)),
];
