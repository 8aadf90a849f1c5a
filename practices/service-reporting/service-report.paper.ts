import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { table } from '../../kernel/live-block/table.ts';
import type { Language } from '../../platform/i18n/words.ts';
import type { Paper } from '../../platform/paper/paper.ts';
import { amountIn, courseOf } from './amount.ts';
import type { ServiceReport, Shown } from './service-report.fields.ts';

export type Around = {
  readonly publisher: string;
  readonly names: Readonly<Record<string, string>>;
  readonly actions: readonly { readonly number: string; readonly title: string; readonly state: string; readonly owner: string | null; readonly dueOn: string | null }[];
}; // prettier-ignore

const onPaper = 6;

/** The report as it was frozen: every figure against its target and the former period, its course, what was said and decided. */
export function reportPaper(report: ServiceReport, { publisher, names, actions }: Around, words: WordsFor, language: Language): Paper {
  const t = (key: string) => words(`service_report_paper.${key}`, {}, language);
  const figures = report.contents?.figures ?? [];
  const name = (key: string) => (key === 'overall' ? words('service_report.overall', {}, language) : words(key.replace('.', '.measure.'), {}, language));
  const who = (id: string | null) => (id === null ? '–' : (names[id] ?? '–'));
  const body = [
    `# ${t('purpose')}`,
    report.purpose ?? '–',
    ...marks(report, t),
    `# ${t('summary')}`,
    report.commentary ?? '–',
    `# ${t('figures')}`,
    figuresTable(figures, { t, name, language }),
    `# ${t('course')}`,
    courseTable(figures, { t, name, language }),
    ...(report.proposals === null ? [] : [`# ${t('proposals')}`, report.proposals]),
    `# ${t('decisions')}`,
    table(
      [t('figure'), t('decision'), t('note')],
      (report.decisions ?? []).map(({ key, decision, note }) => [name(key), words(`service_report.decision.${decision}`, {}, language), note]),
      t('none_yet'),
    ),
    `## ${t('actions')}`,
    table(
      ['№', t('action'), t('owner'), t('due'), t('state')],
      actions.map((one) => [one.number, one.title, one.owner, one.dueOn, words(`action_item.state.${one.state}`, {}, language)]),
      t('none_yet'),
    ),
  ].join('\n\n');
  return {
    language,
    title: report.title,
    publisher,
    subtitle: `${report.number} · ${t('title')}`,
    facts: [
      [t('period'), `${report.periodFrom ?? ''} – ${report.periodTo ?? ''}`],
      ...baselineOf(report).map((period) => [t('baseline'), period] as const),
      [t('measured'), report.contents?.at.slice(0, 16).replace('T', ' ') ?? '–'],
      [t('approved'), report.approvedAt === null ? t('not_approved') : `${who(report.approvedById)}, ${report.approvedAt.slice(0, 10)}`],
      [t('issued'), report.issuedAt?.slice(0, 10) ?? '–'],
      ...(report.contentsHash === null ? [] : [['SHA-256', report.contentsHash] as const]),
    ],
    tables: [],
    contents: t('contents'),
    header: { left: report.title, right: report.number },
    footer: publisher,
    body,
    at: Date.parse(report.draftedAt ?? report.createdAt),
  };
} // prettier-ignore

/** The period that every figure is compared with: the one before of equal length. */
function baselineOf({ contents }: ServiceReport): readonly string[] {
  const before = contents?.figures.find(({ former }) => former !== null)?.trend.at(-2);
  return before ? [`${before.from} – ${before.to}`] : [];
}

function marks(
  { contents, emptyReason, provisionalReason }: ServiceReport,
  t: (key: string) => string,
): string[] {
  return [
    ...(contents?.empty === true ? [`**${t('empty')}** ${emptyReason ?? ''}`] : []),
    ...(contents?.provisional === true ? [`**${t('provisional')}** ${provisionalReason ?? ''}`] : []),
  ];
}

type Saying = {
  readonly t: (key: string) => string;
  readonly name: (key: string) => string;
  readonly language: Language;
};

const figuresTable = (figures: readonly Shown[], { t, name, language }: Saying) =>
  table(
    [t('figure'), t('value'), t('target'), t('verdict'), t('former'), t('change'), 'n', t('excluded')],
    figures.map((one) => [
      `${name(one.key)} (${one.clause})`,
      amountIn(language, one.unit, one.value),
      one.target === null || one.direction === 'observe' ? '–' : `${one.direction === 'at_most' ? '≤' : '≥'} ${amountIn(language, one.unit, one.target)}`,
      one.met === null ? '–' : t(one.met ? 'met' : 'missed'),
      one.former === null ? '–' : `${amountIn(language, one.unit, one.former.value)} (n = ${one.former.n})`,
      t(`course_${courseOf(one)}`),
      one.numerator === undefined ? one.n : `${one.numerator}/${one.n}`,
      one.excluded ?? '–',
    ]),
    t('none_yet'),
  ); // prettier-ignore

const courseTable = (figures: readonly Shown[], { t, name, language }: Saying) =>
  table(
    [t('figure'), ...(figures[0]?.trend ?? []).slice(-onPaper).map(({ from }) => from.slice(0, 7))],
    figures.map((one) => [
      name(one.key),
      ...one.trend
        .slice(-onPaper)
        .map(({ value, n }) => (n === null ? '–' : amountIn(language, one.unit, value))),
    ]),
    t('none_yet'),
  );
