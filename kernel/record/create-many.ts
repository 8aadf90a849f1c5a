import type { Actor } from '../access/actor.ts';
import { mayAct } from '../access/access.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { notYourRole, processOf, rolesFor } from '../process/refusal.ts';
import { blankRecord, problemOf, type Options } from './act.ts';
import { newId } from './id.ts';
import { inputSchema, parse } from './input.ts';
import { customAfter, customWords } from '../custom-field/values.ts';
import { checkReferences } from './references.ts';
import { isOpenState, step } from './step.ts';
import { insertRecords } from './store-many.ts';

export type NewRecord = {
  readonly input: Readonly<Record<string, unknown>>;
  readonly origin: NonNullable<Options['origin']>;
};

/**
 * `create` for many records at once, in one statement: the same checks, asked one by one, the first refusal throws.
 * Only for types whose creating has neither facts to read nor effects (people, teams, categories).
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
  if (action.facts || action.effect) throw new Error(`${typeName} cannot be created many at once`);
  const at = house.now();
  const drafts = [];
  for (const { input, origin } of items) {
    const given = parse(inputSchema(type, action), input, actor.language);
    const blank = { ...blankRecord(type, newId(at), at, actor, given), ...origin };
    if (!mayAct(type.access, actor, rolesFor(type, action), { ...blank, ...given }))
      throw problemOf(notYourRole(type, action));
    const context = { at, input: given, facts: {}, settings: house.reference.settings, clocks: [] };
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
        ...(detail ? { detail } : {}),
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
