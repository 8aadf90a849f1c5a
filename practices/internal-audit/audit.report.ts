import { translator } from '../../platform/i18n/translate.ts';
import { merge, type Language } from '../../platform/i18n/words.ts';
import type { Paper } from '../../platform/paper/paper.ts';
import type { Report } from './audit.fields.ts';
import en from './i18n/en.ts';
import reportEn from './i18n/report.en.ts';
import reportZh from './i18n/report.zh-CN.ts';
import zh from './i18n/zh-CN.ts';

const resources = { en: merge(en, reportEn), 'zh-CN': merge(zh, reportZh) };
const says = { en: translator('en', resources), 'zh-CN': translator('zh-CN', resources) };

const line = (text: string | null) => (text ?? '–').replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|');
const rows = (head: readonly string[], body: readonly (readonly (string | null)[])[]) =>
  [head, head.map(() => '---'), ...body.map((cells) => cells.map(line))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** The frozen report on paper: what was agreed, what was looked at, what was found. */
export function reportPaper(report: Report, hash: string, publisher: string, language: Language): Paper {
  const say = says[language];
  const t = (key: string) => say(`audit_report.${key}`);
  const list = (all: readonly string[]) => (all.length === 0 ? '–' : all.join(', '));
  const grade = (one: string) => say(`audit_finding.option.grade.${one}`);
  const result = (one: string | null) => (one === null ? '–' : say(`audit_question.option.result.${one}`));
  const findings = report.findings.map(
    (one) => `### ${one.number} ${grade(one.grade)}: ${one.title}\n\n${rows(
      [t('what'), t('said')],
      [
        [t('demand'), [one.requirement, one.document].filter(Boolean).join(' · ') || '–'],
        [t('finding'), one.description],
        [t('evidence'), [one.evidence, ...one.records].filter(Boolean).join(' · ')],
        [t('owner'), one.owner],
        [t('due'), one.dueOn],
      ],
    )}`,
  );
  const body = [
    `# ${t('conclusion')}`,
    report.conclusion ?? '–',
    `## ${t('strengths')}`,
    report.strengths ?? '–',
    `# ${t('plan')}`,
    rows([t('what'), t('said')], [
      [t('purpose'), report.purpose],
      [t('scope'), report.scopeNote],
      [t('clauses'), list(report.clauses)],
      [t('processes'), list(report.processes)],
      [t('units'), list(report.units)],
      [t('services'), list(report.services)],
      [t('criteria'), report.criteria],
      [t('documents'), list(report.documents)],
      [t('method'), say(`internal_audit.option.method.${report.method}`)],
      [t('dates'), `${report.startsOn ?? '–'} – ${report.endsOn ?? '–'}`],
      [t('lead'), report.lead],
      [t('auditors'), list(report.auditors)],
      [t('body'), report.auditBody],
      [t('auditees'), list(report.auditees)],
    ]),
    `# ${t('findings')}`,
    ...(findings.length === 0 ? [t('no_findings')] : findings),
    `# ${t('checklist')}`,
    rows(
      [t('standard'), t('own'), t('question'), t('result'), t('evidence')],
      report.questions.map((one) => [one.requirement, one.document, one.question, result(one.result), [one.evidence, ...one.records].filter(Boolean).join(' · ')]),
    ),
  ].join('\n\n');
  return {
    language,
    title: report.title,
    publisher,
    subtitle: `${report.number} · ${t('title')}`,
    facts: [[t('issued'), report.at.slice(0, 10)], [t('lead'), report.lead], [t('auditees'), list(report.auditees)], ['SHA-256', hash]],
    tables: [],
    contents: t('contents'),
    header: { left: `${report.number} ${report.title}`, right: t('title') },
    footer: publisher,
    body,
    at: Date.parse(report.at),
  };
} // prettier-ignore
