import type { Buffer } from 'node:buffer';
import rolesEn from '../../../kernel/i18n/roles.en.ts';
import rolesZh from '../../../kernel/i18n/roles.zh-CN.ts';
import type { FrontTable, Paper } from '../../../platform/paper/paper.ts';
import { translator, type Translate } from '../../../platform/i18n/translate.ts';
import { merge, type Language } from '../../../platform/i18n/words.ts';
import en from '../i18n/en.ts';
import papersEn from '../i18n/papers.en.ts';
import papersZh from '../i18n/papers.zh-CN.ts';
import zh from '../i18n/zh-CN.ts';
import type { VersionLine } from '../version.queries.ts';

const resources = { en: merge(rolesEn, en, papersEn), 'zh-CN': merge(rolesZh, zh, papersZh) };
const spoken = new Map<Language, Translate>();
export function saying(language: Language): Translate {
  const say = spoken.get(language) ?? translator(language, resources);
  spoken.set(language, say);
  return say;
}

/** All that a printed document says of itself. */
export type Printable = {
  readonly code: string;
  readonly title: string;
  readonly language: Language;
  readonly authoritative: 'en' | 'zh';
  /** It is kept in both languages. */
  readonly both: boolean;
  /** As it was approved; of a draft, as it is now. */
  readonly text: string;
  readonly version: string | null;
  readonly state: string;
  readonly documentClass: string | null;
  readonly clauses: readonly string[];
  readonly owner: string | null;
  readonly effectiveOn: string | null;
  readonly reviewDueOn: string | null;
  readonly confidentiality: string;
  readonly contentHash: string | null;
  readonly publisher: string;
  /** The last one first. */
  readonly versions: readonly VersionLine[];
  readonly authors: readonly string[];
  readonly at: number;
  /** Of a document of external origin: who keeps it, which edition, and where it is. */
  readonly source: string | null;
  readonly sourceEdition: string | null;
  readonly sourceUrl: string | null;
  readonly pictures: Readonly<Record<string, Buffer>>;
};

/** Every clause on a cover; a manual has too many for that. */
const mostClauses = 14;

/** The document as a paper, in the words of its language. */
export function paperOf(one: Printable): Paper {
  const say = saying(one.language);
  const t = (key: string, params: Record<string, string> = {}) => say(`document_paper.${key}`, params);
  const version = one.version ?? t('draft');
  const secrecy = say(`document.option.confidentiality.${one.confidentiality}`);
  const facts: readonly (readonly [string, string | null])[] = [
    ['code', one.code],
    ['version', version],
    ['state', say(`document.state.${one.state}`)],
    ['class', one.documentClass === null ? null : say(`document.option.documentClass.${one.documentClass}`)],
    ['language', languageOf(one, t)],
    ['owner', one.owner],
    ['effective', one.effectiveOn],
    ['review_due', one.reviewDueOn],
    ['confidentiality', secrecy],
    ['clauses', one.clauses.slice(0, mostClauses).join(', ') || null],
    ['source', one.source],
    ['edition', one.sourceEdition],
    ['address', one.sourceUrl],
    ['hash', one.contentHash],
  ];
  return {
    language: one.language,
    title: one.title,
    publisher: one.publisher,
    subtitle: `${one.code} · ${version}`,
    facts: facts.flatMap(([key, value]) => (value === null ? [] : [[t(`cover.${key}`), value] as const])),
    tables: [approvals(one, t), ...(one.versions.length > 0 ? [history(one, t)] : [])],
    contents: t('contents'),
    header: {
      left: `${one.code} ${one.title}`,
      right: one.version === null ? `${t('draft_mark')} · ${secrecy}` : `${version} · ${secrecy}`,
    },
    footer: `${one.publisher} · ${t('footer')}`,
    body: one.text,
    pictures: one.pictures,
    at: one.at,
  };
}

type Say = (key: string, params?: Record<string, string>) => string;

function languageOf({ language, authoritative, both }: Printable, t: Say): string {
  const name = (one: 'en' | 'zh') => t(one === 'en' ? 'english' : 'chinese');
  const own = language === 'en' ? 'en' : 'zh';
  if (!both) return name(own);
  return own === authoritative
    ? t('authoritative', { language: name(own) })
    : t('translation', { language: name(own), authoritative: name(authoritative) });
}

function approvals({ versions, version, authors }: Printable, t: Say): FrontTable {
  const line = versions.find((one) => one.version === version);
  const day = line === undefined ? '' : line.approvedAt.slice(0, 10);
  const written = line?.submittedAt?.slice(0, 10) ?? day;
  const row = (role: string, names: readonly string[], date = day) => [
    t(role),
    names.length === 0 ? '–' : names.join(', '),
    date,
  ];
  return {
    title: t('approvals'),
    head: ['role', 'name', 'date'].map((key) => t(`approval_head.${key}`)),
    rows: line
      ? [
          row('author', line.authors, written),
          row('reviewer', line.reviewers),
          row('approver', line.approvers),
        ]
      : [row('author', authors, ''), row('reviewer', [], ''), [t('approver'), t('not_yet'), '']],
  };
}

const history = ({ versions }: Printable, t: Say): FrontTable => ({
  title: t('versions'),
  head: ['version', 'date', 'change', 'approver'].map((key) => t(`version_head.${key}`)),
  rows: versions
    .slice(0, 12)
    .map((one) => [
      one.version,
      one.effectiveOn,
      one.changeNote ?? (one.version === '1.0' ? t('first') : ''),
      one.approvers.join(', '),
    ]),
});
