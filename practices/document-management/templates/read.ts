import type { Language } from '../../../platform/i18n/words.ts';
import { columns, frame, headings, sentences } from './frame.ts';

/** A template as its file says it: the front matter, and the sections of each language. */
type Source = {
  readonly meta: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<Language, ReadonlyMap<string, string>>>;
};

/** `name: value` lines between dashes, then `# en` and `# zh`, each with its `## sections`. */
export function sourceOf(file: string): Source {
  const [, matter = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  const meta = Object.fromEntries(
    matter.split('\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const;
    }),
  );
  const [, en = '', zh = ''] = /^# en\n([\s\S]*?)\n# zh\n([\s\S]*)$/.exec(text.trim()) ?? [];
  return { meta, sections: { en: sectionsOf(en), 'zh-CN': sectionsOf(zh) } };
}

function sectionsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    `\n${text}`
      .split('\n## ')
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return [part.slice(0, end === -1 ? undefined : end).trim(), part.slice(end + 1).trim()] as const;
      }),
  );
}

export const list = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `English | 中文` */
export const both = (text: string | undefined, language: Language): string | undefined => {
  const [en, zh] = (text ?? '').split('|').map((one) => one.trim());
  return language === 'en' ? en || undefined : zh || undefined;
};

type About = Source & { readonly level: number; readonly language: Language; readonly ownerTitle: string };

/** The Markdown of a document in one language, as a draft begins: with live blocks, and marks where something is to be filled in. */
export function bodyOf(about: About): string {
  const { sections, language, level } = about;
  const own = sections[language];
  const keys = level === 2 ? ordered(own) : [...own.keys()];
  const parts = keys.map((key) => {
    const heading = headings[key]?.[language] ?? key;
    return `## ${heading}\n\n${drawn(key, own.get(key) ?? '', about)}`;
  });
  const parent = about.meta['parent'];
  // Above all else: at the end it would stand alone on a last page.
  if (parent !== undefined) parts.unshift(`*${sentences.parent[language].replace('{parent}', parent)}*`);
  return `${withGaps(apart(parts.join('\n\n')), language)}\n`;
}

/** A table and a live block stand alone: right below a sentence they would be read as part of it. */
const apart = (text: string) =>
  text
    .replaceAll(/([^\n|])\n(?=\||::live)/g, '$1\n\n')
    .replaceAll(/^(::live.*)\n(?=[^\n])/gm, '$1\n\n')
    .replaceAll(/(\|)\n(?=::live)/g, '$1\n\n');

/** What a template says on its own stands after the states, before what follows from it. */
function ordered(own: ReadonlyMap<string, string>): readonly string[] {
  const particular = [...own.keys()].filter((key) => !frame.some((one) => one === key));
  const at = frame.indexOf('interfaces');
  return [...frame.slice(0, at), ...particular.filter((key) => key !== 'kpis'), ...frame.slice(at)];
}

function drawn(key: string, text: string, about: About): string {
  const { language, meta } = about;
  const rows = () =>
    text
      .split('\n')
      .map((line) => line.split(' | ').map((cell) => cell.trim()))
      .filter((cells) => cells.length > 1);
  const table = (head: readonly (keyof typeof columns)[], cells: readonly (readonly string[])[]) =>
    markdownTable(head.map((name) => columns[name][language]), cells);
  const say = (name: keyof typeof sentences) => sentences[name][language];
  switch (key) {
    case 'owner': {
      const role = meta['owner'];
      const named = about.ownerTitle;
      const holders = meta['ownerName'] === undefined && role !== undefined ? `::live{block=roles role=${role}}` : say('named').replace('{gap}', `[[${say('holder')}]]`);
      return `${say('accountable').replace('{owner}', named)}\n\n${holders}`;
    }
    case 'inputs': {
      const line = (name: 'in' | 'out') => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
      return markdownTable(
        [columns.inputs[language], columns.outputs[language]],
        pairs(line('in').split(/; |；/), line('out').split(/; |；/)),
      );
    }
    case 'activities':
      return table(['step', 'who', 'activity', 'record'], rows());
    case 'interfaces':
      return table(['with', 'passes'], rows());
    case 'form':
      return table(['field', 'content', 'entry'], rows().map(([field = '', ...content]) => [field, content.join(' | '), '']));
    case 'states': {
      const order = both(meta['states'], language);
      if (meta['process'] !== undefined) return `${say('states')}\n\n::live{block=process:${meta['process']}}`;
      const line = order === undefined ? '' : `${say('order').replace('{states}', order.replaceAll(' > ', ' → '))}\n\n`;
      return `${line}${say('notEnforced').replace('{gap}', `[[${say('register')}]]`)}`;
    }
    case 'criteria': {
      const figures = meta['kpis'] === undefined ? '' : `\n\n${say('measures')}\n\n::live{block=kpi-definitions clause=${meta['kpis']}}`;
      const kpis = about.sections[language].get('kpis');
      return `${text}${figures}${kpis === undefined ? '' : `\n\n${say('ownMeasures')}\n\n${kpis}`}`;
    }
    case 'forms': {
      const forms = list(meta['forms']);
      return forms.length === 0 ? 'SMS-L2-07-DOC' : forms.map((code) => `- ${code}`).join('\n');
    }
    case 'scaling': {
      const profiles = [...text.matchAll(/^([SML]): (.*)$/gm)].map(([, name = '', how = '']) => [name, how]);
      return `${say('profiles')}\n\n${table(['profile', 'how'], profiles)}`;
    }
    default:
      return text;
  }
} // prettier-ignore

const pairs = (left: readonly string[], right: readonly string[]) =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    left[i]?.trim() ?? '',
    right[i]?.trim() ?? '',
  ]);

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${head.map((_, i) => (cells[i] ?? '').replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const withGaps = (text: string, language: Language) =>
  text.replaceAll(/\[\[(.+?)\]\]/g, (_, what: string) =>
    language === 'en' ? `**[${sentences.fill.en}: ${what}]**` : `**【${sentences.fill['zh-CN']}：${what}】**`,
  );
