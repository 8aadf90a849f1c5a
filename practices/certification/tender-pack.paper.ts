import { table } from '../../kernel/live-block/table.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import type { Language } from '../../platform/i18n/words.ts';
import type { Paper } from '../../platform/paper/paper.ts';
import type { Contents, ShownCertificate, ShownFigure, TenderPack } from './tender-pack.fields.ts';

const hourMs = 3_600_000;

type Given = {
  readonly pack: TenderPack;
  readonly contents: Contents;
  readonly publisher: string;
  /** Where this program is reached: the link of a certificate is printed whole. */
  readonly address: string;
  readonly language: Language;
};

/** In its unit; nothing counted is “n/a”, never 100 % (0.5). */
export function amountIn({ value, unit }: Pick<ShownFigure, 'value' | 'unit'>, language: Language): string {
  if (value === null) return language === 'en' ? 'n/a' : '无数据';
  const said = (n: number, digits: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(n);
  return unit === 'percent' ? `${said(value, 1)} %`
    : unit === 'ms' ? `${said(value / hourMs, 2)} ${language === 'en' ? 'h' : '小时'}`
    : said(value, unit === 'count' ? 0 : 2);
} // prettier-ignore

export const publicLink = (address: string, token: string) => `${address}/portal/certificates/${token}`;

/** What a buyer reads: what is certified and until when, how to see that it is so, and what the records say. */
export function tenderPaper({ pack, contents, publisher, address, language }: Given, words: WordsFor): Paper {
  const t = (key: string, params: Readonly<Record<string, string>> = {}) => words(`tender_paper.${key}`, params, language);
  const day = contents.at.slice(0, 10);
  const body = [
    `# ${t('certificates')}`,
    ...contents.certificates.map((one) => certificateBody(one, t, language)),
    `# ${t('check')}`,
    t('check_hint'),
    ...contents.certificates.map((one) => checkBody(one, address, t)),
    `# ${t('figures')}`,
    t('figures_hint', { from: pack.periodFrom ?? '', to: pack.periodTo ?? '', zone: contents.zone }),
    table(
      [t('figure'), t('value'), 'n', t('excluded'), t('clause')],
      contents.figures.map((one) => [
        words(one.key.replace('.', '.measure.'), {}, language),
        amountIn(one, language),
        one.numerator === undefined ? String(one.n) : `${one.numerator} / ${one.n}`,
        one.excluded ?? '–',
        one.clause,
      ]),
      t('no_figures'),
    ),
    `## ${t('formulas')}`,
    ...contents.figures.map((one) => `- **${words(one.key.replace('.', '.measure.'), {}, language)}**: ${words(one.key.replace('.', '.formula.'), {}, language)}`),
    `# ${t('note')}`,
    t('note_words'),
  ].join('\n\n');
  return {
    language,
    title: pack.title,
    publisher,
    subtitle: `${pack.number} · ${t('title')}`,
    facts: [
      [t('made'), day],
      ...(pack.buyer === null ? [] : [[t('buyer'), pack.buyer] as const]),
      [t('period'), `${pack.periodFrom ?? ''} – ${pack.periodTo ?? ''}`],
      [t('certificates'), contents.certificates.map(({ certificateNumber }) => certificateNumber ?? '–').join(', ')],
    ],
    tables: [],
    contents: t('contents'),
    header: { left: pack.title, right: pack.number },
    footer: `${publisher} · ${day}`,
    body,
    at: Date.parse(contents.at),
  };
} // prettier-ignore

type Say = (key: string, params?: Readonly<Record<string, string>>) => string;

function certificateBody(one: ShownCertificate, t: Say, language: Language): string {
  const scope = language === 'en' ? (one.scopeText ?? one.scopeTextZh) : (one.scopeTextZh ?? one.scopeText);
  const rows = [
    [t('standard'), [`${one.standard ?? ''}:${one.edition ?? ''}`, one.nationalStandard].filter(Boolean).join(' · ')],
    [t('number'), one.certificateNumber],
    [t('holder'), one.holder],
    [t('address'), one.address],
    [t('body'), [one.body, one.bodyApproval].filter(Boolean).join(' · ')],
    [t('accreditation'), one.accreditation],
    [t('issued'), one.issuedOn],
    [t('expires'), one.expiresOn],
  ].filter(([, value]) => value !== null && value !== '');
  return [`## ${one.standard ?? ''} · ${one.certificateNumber ?? ''}`, table([t('what'), t('said')], rows, '–'), `### ${t('scope')}`, scope ?? '–'].join('\n\n');
} // prettier-ignore

function checkBody(one: ShownCertificate, address: string, t: Say): string {
  const steps = [
    t('step_open', { url: one.checkUrl ?? '' }),
    t('step_search', { number: one.certificateNumber ?? '', holder: one.holder ?? '' }),
    t('step_compare'),
  ];
  return [
    `## ${one.certificateNumber ?? one.number}`,
    steps.map((step, i) => `${i + 1}. ${step}`).join('\n'),
    ...(one.publicToken === null ? [] : [t('our_page', { url: publicLink(address, one.publicToken) })]),
  ].join('\n\n');
}
