import type { Language, Words } from '../../../platform/i18n/words.ts';
import { merge, wordRoot } from '../../../platform/i18n/words.ts';
import { spaced } from '../../import/labels.ts';
import { isOpen, type Action } from '../../process/process.ts';
import { allFields, type RecordType } from '../../record/record.ts';
import { wordKey } from '../registry.ts';
import { defineBlock, type Drawing, type LiveBlock } from '../block.ts';
import { table } from '../table.ts';
import { processWords } from './process.words.ts';

/**
 * `process:incident`: the life cycle that the engine enforces, as a table: who may do what from which state, and what is
 * refused. `words` are all of the practice's, for its states, actions, fields and refusals.
 */
export function processBlock(type: RecordType, words: Readonly<Record<Language, Words>>): LiveBlock {
  const key = `process:${type.type}`;
  const own = (language: Language): Words =>
    merge(words[language], processWords[language], {
      live_block: { [wordKey(key)]: processWords[language].live_block.process },
    });
  return defineBlock({
    key,
    words: { en: own('en'), 'zh-CN': own('zh-CN') },
    render: (drawing) => lifeCycle({ ...drawing, raw: (path) => at(words[drawing.language], path) }, type),
  });
}

type Drawn = Drawing & { readonly raw: (path: string) => string | undefined };

/** Words as they are written, with the marks of what they would name. */
function at(words: Words, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<string | Words | undefined>(
      (here, key) => (typeof here === 'object' ? here[key] : undefined),
      words,
    );
  return typeof found === 'string' ? found : undefined;
}

type AnyAction = Action<never> & { readonly from?: readonly string[] };

function lifeCycle(drawing: Drawn, type: RecordType): string {
  const { say } = drawing;
  const { process } = type;
  const root = wordRoot(type.type);
  const state = (name: string) => said(drawing, [`${root}.state.${name}`, `state.${name}`], name);
  const all = Object.keys(process.states);
  const head = ['from', 'action', 'to', 'by', 'conditions'].map((name) => say(`live_block.process_column.${name}`));
  const open = all.filter((name) => isOpen(process.states[name] ?? 'closed'));
  const from = (states: readonly string[]) =>
    open.length > 2 && open.every((name) => states.includes(name))
      ? [say('live_block.process_any'), ...states.filter((name) => !open.includes(name)).map(state)].join(between(drawing))
      : states.map(state).join(between(drawing));
  // What only the software does follows from an act that is listed, or from the clock.
  const rows = Object.entries(process.transitions as Readonly<Record<string, AnyAction>>)
    .filter(([, action]) => action.to !== undefined || action.by.some((role) => role !== 'system'))
    .map(([name, action]) => [
      from(action.from ?? []),
      said(drawing, [`${root}.action.${name}`, `action.${name}`], name),
      action.to === undefined ? '' : state(action.to),
      byWhom(drawing, action.by),
      conditions(drawing, type, action),
    ]);
  const first = [
    '',
    say('live_block.process_create'),
    state(process.initial),
    byWhom(drawing, process.create.by),
    conditions(drawing, type, process.create as AnyAction),
  ];
  return table(head, [first, ...rows], say('live_block.none'));
} // prettier-ignore

/** What stands between the parts of a list. */
const between = ({ language }: Drawing) => (language === 'en' ? ', ' : '、');

/** The first of these keys that has words. */
function said({ say }: Drawing, keys: readonly string[], otherwise: string): string {
  for (const key of keys) {
    const text = say(key);
    if (text !== key) return text;
  }
  return otherwise.replaceAll('_', ' ');
}

const many = 7;
const byWhom = (drawing: Drawing, roles: readonly string[]) => {
  if (roles.length === 1 && roles[0] === 'system') return drawing.say('live_block.process_system');
  if (roles.includes('*')) return drawing.say('live_block.process_anybody');
  const people = [...new Set(roles)].filter((role) => role !== 'system');
  return people.length > many
    ? drawing.say('live_block.process_everybody')
    : people.map((role) => said(drawing, [`role.${role}`], role)).join(between(drawing));
};

/** What must be there, and in the words of the refusals what is looked at. */
function conditions(drawing: Drawn, type: RecordType, action: AnyAction): string {
  const { say } = drawing;
  const root = wordRoot(type.type);
  const fields = allFields(type);
  const needed = (action.required ?? [])
    .filter((field) => Object.hasOwn(fields, field))
    .map((field) => said(drawing, [`${root}.field.${field}`, `record.field.${field}`, `field.${field}`], spaced(field)));
  const found: string[] = [];
  if (needed.length > 0) found.push(say('live_block.process_required', { fields: needed.join(between(drawing)) }));
  if (action.requires?.includes('reason')) found.push(say('live_block.process_reason'));
  if (action.requires?.includes('comment')) found.push(say('live_block.process_comment'));
  if (action.secondPerson) found.push(say('live_block.process_second'));
  const refusals = [...(action.rules ?? []), ...(action.checks ?? [])].flatMap((rule) => refusalsOf(drawing, rule));
  // What people are told stands as it is told: none of these sentences is a condition by itself.
  const told = [...new Set(refusals)].slice(0, 8 - found.length).map((text) => say('live_block.process_quoted', { text }));
  if (told.length > 0) found.push(say('live_block.process_refused', { refusals: told.join(drawing.language === 'en' ? ' ' : '') }));
  return found.join(drawing.language === 'en' ? ' ' : '');
} // prettier-ignore

/** The code of a refusal stands in the rule itself; its words are those that people see when they are refused. */
function refusalsOf({ raw }: Drawn, rule: (...given: never[]) => unknown): string[] {
  return [...String(rule).matchAll(/\bno\(\s*['"]([a-z_]+\.[a-z_.]+)['"]/g)].flatMap(([, code = '']) => {
    if (code.startsWith('problem.')) return [];
    const text = raw(code);
    // What a refusal would name is not known here.
    return text === undefined || text.includes('{{') ? [] : [text];
  });
}
