import { Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { NotHere } from '../../../kernel/portal/NotHere.tsx';
import page from '../../../kernel/portal/portal.module.css';
import { isProblem } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { amountIn } from '../amount.ts';
import type { Decision, Shown } from '../service-report.fields.ts';
import { place, reportQuery, useT, type Names, type Whole } from './report.portal.ts';

/** One report on a phone: a card for each figure, what was promised, what it was before, and what was decided. */
export default function Report() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const found = useQuery(reportQuery(number));
  if (found.isPending) return <Loading minHeight={320} />;
  if (isProblem(found.error, 404)) return <NotHere />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Page {...found.data} />;
}

function Page({ report, names }: { report: Whole; names: Names }) {
  const t = useT();
  const language = useLanguage();
  useEffect(() => {
    document.title = report.title;
  }, [report.title]);
  const paper = (format: string) => `/api/v1/service-reports/${report.number}/paper?format=${format}&language=${language}`;
  const decisions = report.decisions ?? [];
  return (
    <article>
      <p className={page['quiet']}>
        <Link to={place()} className={page['more']}>{t('report_portal.all')}</Link>
        {' · '}{report.number}
      </p>
      <h1 className={page['h1']}>{report.title}</h1>
      <Part title={t('report_portal.purpose')} words={report.purpose} />
      <Part title={t('report_portal.summary')} words={report.commentary} />
      {report.contents?.empty === true && <p className={page['card']} role="status">{t('report_portal.empty')} {report.emptyReason}</p>}
      <section className={page['section']} aria-label={t('report_portal.figures')}>
        <h2 className={page['h2']}>{t('report_portal.figures')}</h2>
        <div className={page['list']}>
          {(report.contents?.figures ?? []).map((figure) => <Figure key={figure.key} figure={figure} names={names} />)}
        </div>
      </section>
      {decisions.length > 0 && <Decided decisions={decisions} names={names} />}
      <p style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button component="a" href={paper('pdf')} target="_blank" variant="default">{t('report_portal.pdf')}</Button>
        <Button component="a" href={paper('docx')} target="_blank" variant="default">{t('report_portal.word')}</Button>
      </p>
    </article>
  );
} // prettier-ignore

function Part({ title, words }: { title: string; words: string | null }) {
  if (words === null) return null;
  return (
    <section className={page['section']} aria-label={title}>
      <h2 className={page['h2']}>{title}</h2>
      <p style={{ whiteSpace: 'pre-wrap' }}>{words}</p>
    </section>
  );
}

function Figure({ figure, names }: { figure: Shown; names: Names }) {
  const t = useT();
  const language = useLanguage();
  const { unit, value, n, target, direction, former, met } = figure;
  const amount = (one: number | null) => amountIn(language, unit, one);
  const promised = target === null || direction === 'observe' ? null : `${direction === 'at_most' ? '≤' : '≥'} ${amount(target)}`;
  return (
    <div className={page['row']}>
      <span className={page['rowMain']}>
        <span className={page['rowTitle']}>{names[figure.key]?.name ?? figure.key}</span>
        <span className={page['quiet']}>
          {[
            promised === null ? null : t('report_portal.target', { target: promised }),
            former === null || former.value === null ? null : t('report_portal.former', { value: amount(former.value) }),
            t('report_portal.counted', { n }),
          ].filter((part) => part !== null).join(' · ')}
        </span>
      </span>
      <span style={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
        <strong>{amount(value)}</strong>
        {met !== null && <Badge ml={6} color={met ? 'teal' : 'red'}>{t(met ? 'report_portal.met' : 'report_portal.missed')}</Badge>}
      </span>
    </div>
  );
} // prettier-ignore

function Decided({ decisions, names }: { decisions: readonly Decision[]; names: Names }) {
  const t = useT();
  const format = useFormat();
  return (
    <section className={page['section']} aria-label={t('report_portal.decisions')}>
      <h2 className={page['h2']}>{t('report_portal.decisions')}</h2>
      {decisions.map(({ key, decision, note, action }, at) => (
        // eslint-disable-next-line react/no-array-index-key -- two may be about the same figure
        <div key={at} className={page['card']} style={{ marginBottom: 8 }}>
          <strong>{key === 'overall' ? t('report_portal.overall') : (names[key]?.name ?? key)}</strong>
          <p>{t(`report_portal.${decision}`)}: {note}</p>
          {action && <p className={page['quiet']}>{t('report_portal.until', { title: action.title, date: format.day(action.dueOn) })}</p>}
        </div>
      ))}
    </section>
  );
} // prettier-ignore
