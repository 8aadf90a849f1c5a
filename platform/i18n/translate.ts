import { createInstance } from 'i18next';
import type { Params } from '../http/problem.ts';
import { wordRoot, type Language, type Words } from './words.ts';

export type Translate = (key: string, params?: Params) => string;

/** `incident.field.teamId`, else what every record calls it: `record.field.teamId`. */
const sharedToo = (key: string) => [key.replace(/^[^.]+/, wordRoot), key.replace(/^[^.]+/, 'record')];

const mostKnown = 5000;

/** Words for the server (problems, mails, exports) from the same dictionaries as the pages; no React here. */
export function translator(language: Language, resources: Readonly<Record<Language, Words>>): Translate {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: resources.en }, 'zh-CN': { translation: resources['zh-CN'] } },
    interpolation: { escapeValue: false },
  });
  /** `@incident.state.new, @incident.state.triaged`: a param that is itself words, in the same language. */
  const spell = (value: string | number) =>
    typeof value === 'string' && value.startsWith('@')
      ? value
          .split(', ')
          .map((key) =>
            i18n.t(sharedToo(key.replace(/^@/, '')), { defaultValue: key.split('.').at(-1) ?? key }),
          )
          .join(language === 'zh-CN' ? '、' : ', ')
      : value;
  /** Sentences that only have gaps to fill, by key; undefined for those with more grammar, which i18next knows. */
  const plain = new Map<string, string | undefined>();
  function plainSentence(key: string): string | undefined {
    if (!plain.has(key)) {
      if (plain.size >= mostKnown) plain.clear();
      const raw = i18n.t(key, { skipInterpolation: true });
      const gaps = raw.replaceAll(/\{\{\w+\}\}/g, '');
      plain.set(key, /\{\{|\$t\(/.test(gaps) ? undefined : raw);
    }
    return plain.get(key);
  }
  function put(key: string, params: Params): string {
    const spelled: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(params)) spelled[name] = spell(value);
    // `count` chooses among several sentences, `context` too.
    const sentence = 'count' in params || 'context' in params ? undefined : plainSentence(key);
    return sentence === undefined
      ? i18n.t(key, spelled)
      : sentence.replaceAll(/\{\{(\w+)\}\}/g, (_gap, name: string) => String(spelled[name] ?? ''));
  }
  const known = new Map<string, string>();
  return (key, params = {}) => {
    // Sentences about states and roles are few, and each record shown comes with twenty of them.
    const values = Object.values(params);
    if (!values.every((value) => typeof value === 'string' && value.startsWith('@'))) return put(key, params);
    const id = [key, ...values].join('\n');
    const before = known.get(id);
    if (before !== undefined) return before;
    if (known.size >= mostKnown) known.clear();
    const sentence = put(key, params);
    known.set(id, sentence);
    return sentence;
  };
}
