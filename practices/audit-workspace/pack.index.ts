import type { EvidencePack } from './pack.fields.ts';
import { escaped, page, type Say } from './pack.html.ts';
import type { PackScope } from './pack.scope.ts';

/** What a pack holds of one record type. */
export type Counted = {
  readonly type: string;
  readonly plural: string;
  readonly count: number;
  readonly pages: number;
};
type Contents = {
  readonly counts: readonly Counted[];
  readonly scope: PackScope;
  readonly papers: readonly string[];
  /** The PDFs of single records. */
  readonly own: readonly string[];
  readonly leftOut: number;
  readonly attached: boolean;
};

/** Pages and books that the first page links to; the others are found by their number. */
const mostLinks = 50;
export const numbered = (n: number) => String(n).padStart(4, '0');

/** Where whoever opens the pack begins. */
export function indexPage(say: Say, pack: EvidencePack, contents: Contents): string {
  const { counts, scope, papers, own, leftOut, attached } = contents;
  const { when, requirements } = scope;
  const link = (to: string, words: string) => `<a href="${encodeURI(to)}">${escaped(words)}</a>`;
  const files = (plural: string, pages: number, kind: 'html' | 'pdf') =>
    Array.from({ length: Math.min(pages, mostLinks) }, (_, i) => link(`records/${plural}/${numbered(i + 1)}.${kind}`, String(i + 1))).join(' ');
  const rows = counts.map(({ type, plural, count, pages }) =>
    [
      escaped(say.types(type)),
      count,
      `HTML ${files(plural, pages, 'html')}`,
      `PDF ${files(plural, pages, 'pdf')}`,
      `${link(`records/${plural}.csv`, 'CSV')} ${link(`records/${plural}.jsonl`, 'JSON')} ${link(`trail/${plural}.jsonl`, say.text('evidence_pack.trail'))}`,
    ].map((cell) => `<td>${cell}</td>`).join(''),
  );
  const period = `${when.from.slice(0, 10)} – ${new Date(Date.parse(when.to) - 1).toISOString().slice(0, 10)}`;
  const links = [
    link('requirements.html', say.text('evidence_pack.requirements')),
    ...(attached ? [link('attachments.csv', say.text('evidence_pack.attachments'))] : []),
    link('verify.html', say.text('evidence_pack.verify')),
    link('READ-ME.txt', 'READ-ME'),
  ];
  const list = (title: string, paths: readonly string[]) =>
    paths.length === 0
      ? ''
      : `<h2>${escaped(title)}</h2><ul>${paths.map((path) => `<li>${link(path, path.slice(path.indexOf('/') + 1))}</li>`).join('\n')}</ul>`;
  const secret = leftOut > 0 ? `<p>${escaped(say.text('evidence_pack.left_out', { count: leftOut }))}</p>` : '';
  return page(
    say,
    `${pack.number} ${pack.title}`,
    `<p>${escaped(period)} · ${requirements.length} ${escaped(say.text('evidence_pack.requirements'))}</p>
<p>${links.join(' · ')}</p>
${secret}
<table><tbody>${rows.map((cells) => `<tr>${cells}</tr>`).join('\n')}</tbody></table>
${list(say.text('evidence_pack.own_papers'), own)}
${list(say.types('document'), papers)}`,
  ).whole;
} // prettier-ignore
