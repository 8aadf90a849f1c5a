import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rolesEn from '../../../kernel/i18n/roles.en.ts';
import rolesZh from '../../../kernel/i18n/roles.zh-CN.ts';
import { roles } from '../../../kernel/access/roles.ts';
import type { Language } from '../../../platform/i18n/words.ts';
import { classes } from '../document.fields.ts';
import { bodyOf, both, list, sourceOf } from './read.ts';

type Role = (typeof roles)[number];
type Class = (typeof classes)[number];

/** A document of the four-level set (documents.md 3–5), ready to become a draft of an organisation. */
export type Template = {
  readonly code: string;
  readonly level: 1 | 2 | 3;
  readonly documentClass: Class;
  readonly titleEn: string;
  readonly titleZh: string;
  readonly clauses: readonly string[];
  readonly obligation: 'mandatory' | 'expected' | 'customary';
  readonly ownerRole: Role | null;
  readonly bodyEn: string;
  readonly bodyZh: string;
};

const folder = join(import.meta.dirname, 'texts');
const byLevel = { 1: 'policy', 2: 'procedure', 3: 'form' } as const;

function templateOf(code: string): Template {
  const source = sourceOf(readFileSync(join(folder, `${code}.md`), 'utf8'));
  const { meta } = source;
  const level = Number(/^SMS-L(\d)/.exec(code)?.[1]) as 1 | 2 | 3;
  const role = roles.find((one) => one === meta['owner']);
  const given = classes.find((one) => one === meta['class']);
  const obligation = (['mandatory', 'expected', 'customary'] as const).find((one) => one === meta['obligation']);
  const body = (language: Language) => {
    const names: Readonly<Record<string, string>> = (language === 'en' ? rolesEn : rolesZh).role;
    const ownerTitle = both(meta['ownerName'], language) ?? names[role ?? ''] ?? '';
    return bodyOf({ ...source, level, language, ownerTitle });
  };
  return {
    code,
    level,
    documentClass: given ?? byLevel[level],
    titleEn: both(meta['title'], 'en') ?? code,
    titleZh: both(meta['title'], 'zh-CN') ?? code,
    clauses: list(meta['clauses']),
    obligation: obligation ?? (level === 3 ? 'customary' : 'expected'),
    ownerRole: role ?? null,
    bodyEn: body('en'),
    bodyZh: body('zh-CN'),
  };
} // prettier-ignore

/** The related forms by code and title. */
function withTitles(one: Template, _i: number, all: readonly Template[]): Template {
  const titled = (body: string, title: 'titleEn' | 'titleZh') =>
    body.replaceAll(/^- (SMS-[A-Z0-9-]+)$/gm, (whole, code: string) => {
      const named = all.find((other) => other.code === code);
      return named ? `${whole} ${named[title]}` : whole;
    });
  return { ...one, bodyEn: titled(one.bodyEn, 'titleEn'), bodyZh: titled(one.bodyZh, 'titleZh') };
}

let known: readonly Template[] | undefined;

/** All templates by code. Read when first asked for: most days nobody does. */
export function templates(): readonly Template[] {
  known ??= readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => templateOf(name.slice(0, -3)))
    .toSorted((a, b) => a.code.localeCompare(b.code, 'en'))
    .map(withTitles);
  return known;
}

export const templateNamed = (code: string): Template | undefined =>
  templates().find((one) => one.code === code);
