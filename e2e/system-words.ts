import { words as ofRecords } from '../app/words.ts';
import { wordRoot, type Words } from '../platform/i18n/words.ts';
import documentEn from '../practices/document-management/web/words.en.ts';
import documentZh from '../practices/document-management/web/words.zh-CN.ts';
import papersEn from '../practices/document-management/web/papers.en.ts';
import papersZh from '../practices/document-management/web/papers.zh-CN.ts';
import auditEn from '../practices/internal-audit/i18n/pages.en.ts';
import auditZh from '../practices/internal-audit/i18n/pages.zh-CN.ts';
import reviewEn from '../practices/management-review/i18n/pages.en.ts';
import reviewZh from '../practices/management-review/i18n/pages.zh-CN.ts';
import objectiveEn from '../practices/objective-management/i18n/pages.en.ts';
import objectiveZh from '../practices/objective-management/i18n/pages.zh-CN.ts';
import contextEn from '../practices/organisation-context/i18n/pages.en.ts';
import contextZh from '../practices/organisation-context/i18n/pages.zh-CN.ts';
import riskEn from '../practices/risk-management/i18n/pages.en.ts';
import riskZh from '../practices/risk-management/i18n/pages.zh-CN.ts';
import rolesEn from '../practices/roles-and-authorities/i18n/pages.en.ts';
import rolesZh from '../practices/roles-and-authorities/i18n/pages.zh-CN.ts';
import readinessEn from '../practices/readiness/i18n/pages.en.ts';
import readinessZh from '../practices/readiness/i18n/pages.zh-CN.ts';
import { words, type Language } from './words.ts';

const pages: Readonly<Record<Language, readonly Words[]>> = {
  en: [
    contextEn,
    rolesEn,
    riskEn,
    objectiveEn,
    auditEn,
    reviewEn,
    documentEn,
    papersEn,
    readinessEn,
    words.en,
  ],
  'zh-CN': [
    contextZh,
    rolesZh,
    riskZh,
    objectiveZh,
    auditZh,
    reviewZh,
    documentZh,
    papersZh,
    readinessZh,
    words['zh-CN'],
  ],
};

/** What the pages of the management system say; a key without words is a mistake of the test. */
export class Saying {
  readonly language: Language;
  constructor(language: Language) {
    this.language = language;
  }

  say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    const found = this.#page(key) ?? this.#record(key, params);
    if (found === undefined) throw new Error(`there are no words for ${key}`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
  }

  /** As the pages look it up: the type's own words, else those of every record. */
  of(group: 'field' | 'action' | 'state' | 'input', type: string, key: string): string {
    const keys = [`${wordRoot(type)}.${group}.${key}`, ...(group === 'input' ? [`${wordRoot(type)}.field.${key}`] : []), `record.${group}.${key}`];
    for (const one of keys) {
      const found = this.#record(one) ?? this.#page(one);
      if (found !== undefined) return found;
    }
    throw new Error(`there are no words for ${group} ${key} of ${type}`);
  } // prettier-ignore

  option = (type: string, field: string, option: string) =>
    this.say(`${wordRoot(type)}.option.${field}.${option}`);

  #record(key: string, params: Readonly<Record<string, string | number>> = {}): string | undefined {
    const found = ofRecords(key, params, this.language);
    return found === key || found === '' ? undefined : found;
  }

  #page(key: string): string | undefined {
    for (const one of pages[this.language]) {
      const found = key.split('.').reduce<Words | string | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), one);
      if (typeof found === 'string') return found;
    }
    return undefined;
  } // prettier-ignore
}
