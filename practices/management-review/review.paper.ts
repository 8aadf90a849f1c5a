import { translator } from '../../platform/i18n/translate.ts';
import type { Language } from '../../platform/i18n/words.ts';
import type { Paper } from '../../platform/paper/paper.ts';
import { dictionariesOf } from './review.words.ts';
import type { Minutes, ReviewInput } from './review.fields.ts';

type Figure = ReviewInput['figures'][number];
const line = (text: string | null) => (text ?? '–').replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|');
const rows = (head: readonly string[], body: readonly (readonly (string | null)[])[]) =>
  [head, head.map(() => '---'), ...body.map((cells) => cells.map(line))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** A figure as it is read: hours for a time, per cent with one digit. */
function amount(value: number | null, unit: Figure['unit'], language: Language): string {
  if (value === null) return 'n/a';
  const said = (n: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(n);
  return unit === 'percent'
    ? `${said(value)} %`
    : unit === 'ms'
      ? `${said(value / 3_600_000)} h`
      : said(value);
}

/** The minutes as they were signed, on paper. `named` says the words of the figures, which belong to many practices. */
export function minutesPaper(
  minutes: Minutes,
  hash: string,
  signedAt: string,
  publisher: string,
  language: Language,
  named: (key: string) => string,
): Paper {
  const say = translator(language, dictionariesOf);
  const t = (key: string) => say(`management_review.paper.${key}`);
  const input = (one: ReviewInput, i: number) =>
    [
      `## ${i + 1}. ${say(`management_review.input_of.${one.key}`)}`,
      one.status === 'filled' ? '' : `*${say(`management_review.status.${one.status}`)}*`,
      minutes.inputNotes[one.key] ?? '',
      one.figures.length === 0 ? '' : rows(
        [t('figure'), t('period'), 'n', t('before'), 'n'],
        one.figures.map((f) => [named(f.key.replace('.', '.measure.')), amount(f.value, f.unit, language), String(f.n), amount(f.before, f.unit, language), String(f.beforeN)]),
      ),
      ...one.lists.filter(({ n }) => n > 0).map(({ key, n, items }) =>
        `**${say(`management_review.list_of.${key}`)} (${n})**\n\n${items.map(({ number, title }) => `- ${number} ${title}`).join('\n')}`),
    ].filter((part) => part !== '').join('\n\n');
  const body = [
    `# ${t('meeting')}`,
    rows([t('what'), t('said')], [
      [t('held'), minutes.heldOn], [t('place'), minutes.place], [t('chair'), minutes.chair], [t('present'), minutes.present.join(', ')],
      [t('absent'), minutes.absent.join(', ') || '–'], [t('period'), `${minutes.periodFrom ?? ''} – ${minutes.periodTo ?? ''}`],
    ]),
    ...(minutes.discussion === null ? [] : [`## ${t('discussion')}`, minutes.discussion]),
    `# ${t('conclusions')}`,
    rows([t('what'), t('verdict'), t('why')], minutes.conclusions.map((one) => [
      say(`management_review.field.${one.key}`), say(`management_review.option.${one.key}.${one.verdict}`), one.note,
    ])),
    `# ${t('decisions')}`,
    rows([t('kind'), t('decision'), t('owner'), t('due'), t('action')], minutes.decisions.map((one) => [
      say(`management_review.kind.${one.kind}`), [one.title, one.text].filter(Boolean).join(': '), one.owner, one.dueOn, one.action,
    ])),
    `# ${t('inputs')}`,
    ...minutes.inputs.map(input),
  ].join('\n\n');
  return {
    language,
    title: minutes.title,
    publisher,
    subtitle: `${minutes.number} · ${t('title')}`,
    facts: [[t('held'), minutes.heldOn ?? '–'], [t('chair'), minutes.chair], [t('signed'), signedAt.slice(0, 10)], ['SHA-256', hash]],
    tables: [],
    contents: t('contents'),
    header: { left: `${minutes.number} ${minutes.title}`, right: t('title') },
    footer: publisher,
    body,
    at: Date.parse(signedAt),
  };
} // prettier-ignore
