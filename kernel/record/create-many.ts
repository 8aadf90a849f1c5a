import type { Actor } from '../access/actor.ts';
import { mayAct } from '../access/access.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { notYourRole, processOf, rolesFor } from '../process/refusal.ts';
import { blankRecord, createsAtOnce, problemOf, type Options } from './act.ts';
import { newId } from './id.ts';
import { inputSchema, parse } from './input.ts';
import { customAfter, customWords } from '../custom-field/values.ts';
import { checkReferences } from './references.ts';
import { isOpenState, step } from './step.ts';
import type { RecordType } from './record.ts';
import { insertRecords } from './store-many.ts';

export type NewRecord = {
  readonly input: Readonly<Record<string, unknown>>;
  readonly origin?: Options['origin'];
  /** What the trail keeps of this one besides. */
  readonly detail?: Options['detail'];
};

/** True for types whose creating locks nothing and has no effects: several of them are one statement. */
export const createsMany = (type: RecordType) => createsAtOnce(type);

/**
 * `create` for many records at once, in one statement: the same checks, asked one by one, the first refusal throws.
 * Only for types whose creating locks nothing and has no effects (people, teams, categories, configuration items).
 */
export async function createMany(
  work: Work,
  typeName: string,
  actor: Actor,
  items: readonly NewRecord[],
  detail: Options['detail'],
): Promise<string[]> {
  const { house } = work;
  const type = typeNamed(house, typeName);
  const action = processOf(type).create;
  if (!createsMany(type)) throw new Error(`${typeName} cannot be created many at once`);
  const at = house.now();
  const drafts = [];
  for (const { input, origin, detail: own } of items) {
    const given = parse(inputSchema(type, action), input, actor.language);
    const blank = { ...blankRecord(type, newId(at), at, actor, given), ...origin };
    if (!mayAct(type.access, actor, rolesFor(type, action), { ...blank, ...given }))
      throw problemOf(notYourRole(type, action));
    const facts = (await action.facts?.(work, blank, given, at)) ?? {};
    const context = { at, input: given, facts, settings: house.reference.settings, clocks: [] };
    for (const check of action.checks ?? []) {
      const refused = check(blank, actor, context);
      if (refused) throw problemOf(refused);
    }
    await checkReferences(work, type, action.fields ?? [], given);
    const custom = await customAfter(work, type, 'create', actor, blank, given);
    drafts.push(
      step(house.reference, type, undefined, blank, {
        name: 'create',
        action,
        actor,
        context,
        custom,
        detail: { ...detail, ...own },
      }),
    );
  }
  await insertRecords(
    work,
    type,
    drafts.map((draft) => ({
      ...draft,
      before: undefined,
      customWords: customWords(house.reference, type, undefined, draft.record),
      open: isOpenState(type, draft.record.state),
    })),
  );
  if (drafts.length > 0) work.touched.add(type.type);
  return drafts.map((draft) => draft.record.id);
}
