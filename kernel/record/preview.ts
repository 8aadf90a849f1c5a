import type { Actor } from '../access/actor.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { processOf } from '../process/refusal.ts';
import { blankRecord } from './act.ts';
import { newId } from './id.ts';
import { inputSchema, parse } from './input.ts';
import { step, type Draft } from './step.ts';

/**
 * What `create` would make of this input now, its clocks included, without writing anything: the same step, so that
 * what is told before sending is what holds afterwards. Throws a 422 for input that `create` would not take.
 */
export async function preview(
  work: Work,
  typeName: string,
  actor: Actor,
  given: Readonly<Record<string, unknown>>,
): Promise<Draft> {
  const { house } = work;
  const type = typeNamed(house, typeName);
  const action = processOf(type).create;
  const input = parse(inputSchema(type, action), given, actor.language);
  const at = house.now();
  const blank = blankRecord(type, newId(at), at, actor, input);
  const facts = action.facts ? await action.facts(work, blank, input, at) : {};
  const context = { at, input, facts, settings: house.reference.settings, clocks: [] };
  return step(house.reference, type, undefined, blank, { name: 'create', action, actor, context });
}
