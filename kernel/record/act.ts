import { conflict, forbidden, notFound, Problem } from '../../platform/http/problem.ts';
import { mayAct, mayView } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { askSecondPerson, isSodException, secondPersonNeeded } from '../approval/second-person.ts';
import { saveComment } from '../comment/comment.store.ts';
import { typeNamed, type House, type Work } from '../practice/house.ts';
import type { Action, Context, Input, Refusal } from '../process/process.ts';
import { actionOf, notYourRole, processOf, refusal, rolesFor } from '../process/refusal.ts';
import { statements, transaction, type Tx } from '../../platform/db/tx.ts';
import { newId } from './id.ts';
import { inputSchema, parse } from './input.ts';
import type { BaseRecord } from './base.ts';
import { perType, type RecordType } from './record.ts';
import type { Acted, Named } from './named.ts';
import { checkReferences } from './references.ts';
import { customAfter, customWords } from '../custom-field/values.ts';
import { isOpenState, isPublic, step } from './step.ts';
import { insertRecord } from './store-many.ts';
import { lockRecord, updateRecord, type Stored } from './store.ts';

export type Options = {
  /** When it happened; now unless a history is replayed. */
  readonly at?: number;
  /** The version the caller has seen; another one is a 412, nothing is overwritten. */
  readonly version?: number;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Set when a second person has confirmed (S6): who had asked. */
  readonly confirmed?: { readonly requestedBy: string | null };
  /** Where an imported record came from: makes the import repeatable. */
  readonly origin?: { readonly source: string; readonly sourceRef: string };
};

/** Opens a transaction for one or several acts, and tells the house when they are committed. */
export async function begin<T>(house: House, work: (work: Work) => Promise<T>): Promise<T> {
  const touched = new Set<string>();
  const result = await transaction(house.pool, (tx) => work(inHouse(tx, house, touched)));
  await house.committed(touched);
  return result;
}

/** The same for work that is one statement, which PostgreSQL makes a transaction of its own. */
export async function single<T>(house: House, work: (work: Work) => Promise<T>): Promise<T> {
  const touched = new Set<string>();
  const result = await work(inHouse(statements(house.pool), house, touched));
  await house.committed(touched);
  return result;
}

const inHouse = (tx: Tx, house: House, touched: Set<string>): Work => ({
  run: (name, text, values) => tx.run(name, text, values),
  get db() {
    return tx.db;
  },
  together: (name, item, work) => tx.together(name, item, work),
  house,
  touched,
});

/**
 * The only way a record changes. Locks it, asks `refusal()`, applies the action, moves the clocks, writes the record,
 * its search entry and the trail event in one statement, then the action's further writes; all in the caller's
 * transaction. Throws a Problem: 404 unseen or absent, 403 not your role, 409 refused, 412 changed meanwhile, 422 input.
 */
export async function act(
  work: Work,
  named: Named,
  name: string,
  actor: Actor,
  input: unknown = {},
  options: Options = {},
): Promise<Acted> {
  const { house } = work;
  const type = typeNamed(house, named.type);
  const action = actionOf(type, name);
  if (!action) throw notFound('action', name);
  const given = parse(inputSchema(type, action), input, actor.language);
  const stored = await lockRecord(work, type, named);
  if (!stored || !mayView(type.access, actor, stored.record))
    throw notFound(type.type, 'id' in named ? named.id : named.number);
  if (options.version !== undefined && options.version !== stored.record.version) {
    throw new Problem(412, 'problem.changed_meanwhile', { version: stored.record.version });
  }
  const context = await contextFor(work, type, action, stored, given, options);
  const refused =
    refusal(type, name, stored.record, actor, context) ?? firstRefusal(action, stored.record, actor, context);
  if (refused) throw problemOf(refused);
  await checkReferences(work, type, action.fields ?? [], given);
  const custom = await customAfter(work, type, name, actor, stored.record, given);
  const commentId = given['comment'] === undefined ? undefined : newId(context.at);
  const draft = step(house.reference, type, { ...stored, events: [] }, stored.record, {
    name,
    action,
    actor,
    context,
    custom,
    detail: {
      ...options.detail,
      ...(commentId ? { comment: commentId, public: isPublic(action, given) } : {}),
      ...secondPersonDetail(options, isSodException(house, action, stored.record, actor, context)),
    },
  });
  // After the step: what could not be done anyway must not wait for somebody to confirm it.
  if (!options.confirmed && secondPersonNeeded(house, action, stored.record, actor, context)) {
    return askSecondPerson(work, type, stored, name, actor, input, context);
  }
  // A clock that nothing moved is the very object that was read, and stays as its row is.
  const clocks = draft.clocks.filter((clock) => !stored.clocks.includes(clock));
  await updateRecord(work, type, {
    ...draft,
    clocks,
    before: stored.record,
    customWords: customWords(house.reference, type, stored.record, draft.record),
    open: isOpenState(type, draft.record.state),
  });
  if (commentId) {
    // Who asked for a second person wrote the words; the second person only agreed.
    await saveComment(work, {
      id: commentId,
      recordId: draft.record.id,
      authorId: options.confirmed ? options.confirmed.requestedBy : actor.id,
      body: String(given['comment']),
      public: isPublic(action, given),
      at: context.at,
    });
  }
  await action.effect?.(work, draft.record, actor, context);
  work.touched.add(type.type);
  return { record: draft.record };
}

/** A new record. Where the type's create action has no effect and no facts that lock, only one statement writes (`single`). */
export async function create(
  work: Work,
  typeName: string,
  actor: Actor,
  input: unknown,
  options: Options & { id?: string } = {},
): Promise<BaseRecord> {
  const { house } = work;
  const type = typeNamed(house, typeName);
  const action = processOf(type).create;
  const given = parse(inputSchema(type, action), input, actor.language);
  const at = options.at ?? house.now();
  const blank = { ...blankRecord(type, options.id ?? newId(at), at, actor, given), ...options.origin };
  if (!mayAct(type.access, actor, rolesFor(type, action), { ...blank, ...given })) {
    throw problemOf(notYourRole(type, action));
  }
  const context = await contextFor(work, type, action, { record: blank, clocks: [] }, given, {
    ...options,
    at,
  });
  const refused = firstRefusal(action, blank, actor, context);
  if (refused) throw problemOf(refused);
  await checkReferences(work, type, action.fields ?? [], given);
  const custom = await customAfter(work, type, 'create', actor, blank, given);
  const commentId = given['comment'] === undefined ? undefined : newId(at);
  const draft = step(house.reference, type, undefined, blank, {
    name: 'create',
    action,
    actor,
    context,
    custom,
    detail: {
      ...options.detail,
      ...(commentId ? { comment: commentId, public: isPublic(action, given) } : {}),
    },
  });
  const number = await insertRecord(work, type, {
    ...draft,
    before: undefined,
    customWords: customWords(house.reference, type, undefined, draft.record),
    open: isOpenState(type, draft.record.state),
  });
  if (commentId) {
    await saveComment(work, {
      id: commentId,
      recordId: blank.id,
      authorId: actor.id,
      body: String(given['comment']),
      public: isPublic(action, given),
      at,
    });
  }
  const record = { ...draft.record, number };
  await action.effect?.(work, record, actor, context);
  work.touched.add(type.type);
  return record;
}

/** True when creating this type is one statement and needs no transaction around it. */
export const createsAtOnce = (type: RecordType) => {
  const { facts, factsLockNothing, effect } = processOf(type).create;
  return (!facts || factsLockNothing === true) && !effect;
};

const emptyFields = perType((type) =>
  Object.fromEntries(Object.entries(type.fields).map(([key, field]) => [key, field.about.initial ?? null])),
);

/** A record before its first act: every field empty. */
export function blankRecord(
  type: RecordType,
  id: string,
  at: number,
  actor: Actor,
  given: Input,
): BaseRecord {
  const now = new Date(at).toISOString();
  const occurredAt = given['occurredAt'];
  return {
    ...emptyFields(type),
    id,
    type: type.type,
    number: '',
    title: '',
    state: processOf(type).initial,
    version: 0,
    priority: null,
    serviceId: null,
    teamId: null,
    ownerId: null,
    requesterId: null,
    customerId: null,
    orgUnitId: null,
    nextDue: null,
    occurredAt: typeof occurredAt === 'string' ? occurredAt : now,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    createdBy: actor.id,
    source: null,
    sourceRef: null,
    custom: null,
  };
}

async function contextFor(
  work: Work,
  type: RecordType,
  action: Omit<Action<BaseRecord>, 'from'>,
  stored: Stored,
  input: Input,
  options: Options,
): Promise<Context> {
  const at = options.at ?? work.house.now();
  const { reference } = work.house;
  const facts = {
    ...processOf(type).known?.(stored.record, reference),
    ...(action.facts ? await action.facts(work, stored.record, input, at) : {}),
  };
  return { at, input, facts, settings: reference.settings, clocks: stored.clocks };
}

function firstRefusal(
  action: Omit<Action<BaseRecord>, 'from'>,
  record: BaseRecord,
  actor: Actor,
  context: Context,
): Refusal | undefined {
  for (const check of action.checks ?? []) {
    const refused = check(record, actor, context);
    if (refused) return refused;
  }
  return undefined;
}

/** Not your role is 403, a fault of one field is 422, everything else is the record's state: 409. */
export function problemOf({ code, params, field }: Refusal): Problem {
  if (code === 'problem.not_your_role') return forbidden(code, params);
  if (field !== undefined)
    return new Problem(422, 'problem.invalid', {}, [{ field, code, params: params ?? {} }]);
  return conflict(code, params);
}

/** Who asked, where a second person confirmed; or that one person did it alone, which top management looks at (0.3). */
const secondPersonDetail = ({ confirmed }: Options, exception: boolean) =>
  confirmed ? { secondPerson: confirmed } : exception ? { sodException: 'S6' } : {};
