import { z } from 'zod';
import type { Tx } from '../../platform/db/tx.ts';
import type { Language } from '../../platform/i18n/words.ts';
import type { House } from '../practice/house.ts';
import { BlockFault, type Drawing } from './block.ts';
import { parseLive, type Directive } from './parse.ts';
import { blocksOf } from './registry.ts';

/** What one block or value said. `key` and `params` tell it from the others when it is compared with another day's. */
export type Drawn = {
  readonly line: number;
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  readonly inline: boolean;
  readonly text: string;
};
export type Fault = {
  readonly line: number;
  readonly block: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The same in the language of the text. */
  readonly message: string;
};
export type Rendered = {
  /** The Markdown with every block in its place; where one is at fault, the fault stands there to be seen. */
  readonly text: string;
  readonly blocks: readonly Drawn[];
  readonly faults: readonly Fault[];
};

export type Rendering = {
  readonly house: House;
  readonly language: Language;
  readonly about?: Readonly<Record<string, string>>;
};

/** A text with its live blocks drawn from the data as they are now, in one language. */
export async function renderLive(tx: Tx, text: string, { house, language, about = {} }: Rendering): Promise<Rendered> {
  const { directives, malformed } = parseLive(text);
  const say = blocksOf(house).say(language);
  const drawing: Drawing = { tx, house, language, say, about };
  const blocks: Drawn[] = [];
  const faults: Fault[] = malformed.map(({ line, text: found }) => faultOf(line, '::live', 'live_block.malformed', { line, text: found }));
  function faultOf(line: number, block: string, code: string, params: Fault['params']): Fault {
    return { line, block, code, params, message: say(code, params) };
  }
  const lines = text.split(/\r\n?|\n/);
  const put: { at: Directive; text: string }[] = [];
  for (const at of directives) {
    try {
      const drawn = await draw(drawing, at);
      blocks.push({ line: at.line, key: at.key, params: at.params, inline: at.inline, text: drawn });
      put.push({ at, text: drawn });
    } catch (error) {
      if (!(error instanceof BlockFault)) throw error;
      const fault = faultOf(at.line, at.key, error.code, { line: at.line, block: at.key, ...error.params });
      faults.push(fault);
      put.push({ at, text: seen(fault, at.inline) });
    }
  }
  for (const { line, text: found } of malformed)
    lines[line - 1] = seen(faultOf(line, '::live', 'live_block.malformed', { line, text: found }), false);
  // From the end of each line, so that the places before it stay where they are.
  for (const { at, text: drawn } of put.toReversed()) {
    const line = lines[at.line - 1] ?? '';
    lines[at.line - 1] = at.inline ? line.slice(0, at.from) + drawn + line.slice(at.to) : drawn;
  }
  return { text: lines.join('\n').replaceAll('\\{{', '{{'), blocks, faults: faults.toSorted((a, b) => a.line - b.line) };
} // prettier-ignore

/** A fault is part of the page until it is mended: never an empty place. */
const seen = ({ message }: Fault, inline: boolean) => (inline ? `**⚠ ${message}**` : `> **⚠ ${message}**`);

async function draw(drawing: Drawing, at: Directive): Promise<string> {
  const own = at.inline ? drawing.about[at.key] : undefined;
  if (own !== undefined) return own;
  const { find, all } = blocksOf(drawing.house);
  const found = find(at.key);
  if (!found || (found.block.inline === true) !== at.inline) {
    const others = all.filter((block) => (block.inline === true) === at.inline).map(({ key }) => key);
    const known = nearest(at.key, [...others, ...(at.inline ? Object.keys(drawing.about) : [])]).join(', ');
    throw new BlockFault(at.inline ? 'live_block.unknown_value' : 'live_block.unknown', { known });
  }
  const schema = z.strictObject(found.block.params?.shape ?? {});
  const parsed = schema.safeParse({ ...found.given, ...at.params });
  if (!parsed.success) throw wrongParameter(parsed.error, Object.keys(schema.shape));
  const text = await found.block.render(drawing, parsed.data);
  return text.trim() === '' ? `*${drawing.say('live_block.none')}*` : text;
} // prettier-ignore

/** The names most like what was typed: by the pairs of letters that they share. */
function nearest(typed: string, names: readonly string[], most = 4): readonly string[] {
  const pairs = (text: string) => new Set(Array.from(text.slice(1), (letter, i) => `${text[i] ?? ''}${letter}`));
  const own = pairs(typed.toLowerCase());
  const likeness = (name: string) => {
    const theirs = pairs(name);
    return (2 * own.intersection(theirs).size) / (own.size + theirs.size || 1);
  };
  return names.toSorted((a, b) => likeness(b) - likeness(a)).slice(0, most);
} // prettier-ignore

function wrongParameter({ issues }: z.ZodError, known: readonly string[]): BlockFault {
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys')
    return new BlockFault('live_block.no_such_parameter', {
      parameter: issue.keys.join(', '),
      known: known.length === 0 ? '–' : known.join(', '),
    });
  const accepted = issue?.code === 'invalid_value' ? issue.values.join(', ') : (issue?.message ?? '');
  return new BlockFault('live_block.parameter', {
    parameter: issue?.path.join('.') ?? '',
    accepted,
  });
}
