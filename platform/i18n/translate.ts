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
  const put = (key: string, params: Params) =>
    i18n.t(key, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, spell(value)])));
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
