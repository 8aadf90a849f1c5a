import type { Language } from '../../../platform/i18n/words.ts';
import { xml } from '../../../platform/paper/xml.ts';
import { standard } from '../../../standard/catalogue.ts';
import { saying } from './paper-of.ts';

/** A file of the archive, and of which document it is. */
export type Indexed = {
  readonly code: string;
  readonly title: string;
  readonly version: string | null;
  readonly language: Language;
  readonly clauses: readonly string[];
  readonly file: string;
};

const style = `body{font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:2rem;color-scheme:light dark;max-width:70rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8884;padding:4px 8px;text-align:left;vertical-align:top}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}`;

/** What a first-stage auditor begins with: every document with its files, and every clause with the documents that answer it. */
export function indexPage(files: readonly Indexed[], language: Language): string {
  const t = (key: string) => saying(language)(`document_paper.index.${key}`);
  const documents = [...Map.groupBy(files, ({ code }) => code)].map(([code, own]) => ({ code, own }));
  const link = ({ file, language: of }: Indexed) =>
    `<a href="${encodeURIComponent(file)}">${of === 'en' ? 'EN' : '中文'} ${file.endsWith('.pdf') ? 'PDF' : 'Word'}</a>`;
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const head = (keys: readonly string[]) => `<tr>${keys.map((key) => `<th>${xml(t(key))}</th>`).join('')}</tr>`;
  const titleOf = (own: readonly Indexed[]) => (own.find((one) => one.language === language) ?? own[0])?.title ?? '';
  const list = documents.map(({ code, own }) =>
    row([`<span id="${xml(code)}">${xml(code)}</span>`, xml(titleOf(own)), xml(own[0]?.version ?? '–'), xml((own[0]?.clauses ?? []).join(', ')), own.map(link).join(' ')]),
  );
  const clauses = [...new Map(standard().requirements.map((r) => [r.clause, r.title[language]]))];
  const answers = (clause: string) =>
    documents.filter(({ own }) => own[0]?.clauses.some((one) => one === clause || one.startsWith(`${clause}-`) || clause.startsWith(`${one}.`)));
  const map = clauses.map(([clause, title]) =>
    row([clause, xml(title), answers(clause).map(({ code }) => `<a href="#${xml(code)}">${xml(code)}</a>`).join(' ') || '–']),
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${xml(t('heading'))}</title><style>${style}</style></head><body><h1>${xml(t('heading'))}</h1>
<table>${head(['code', 'title', 'version', 'clauses', 'file'])}${list.join('\n')}</table>
<h2>${xml(t('clause_map'))}</h2><table>${head(['clause', 'title', 'answered_by'])}${map.join('\n')}</table></body></html>`;
} // prettier-ignore
