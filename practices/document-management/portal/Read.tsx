import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { NotHere } from '../../../kernel/portal/NotHere.tsx';
import page from '../../../kernel/portal/portal.module.css';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import { api, isProblem } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { imageUrl, key, oneQuery, place, useT, type Read as Document } from './reading.portal.ts';

/** One document in force, as it was approved with the data of today. */
export default function Read() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const [language, setLanguage] = useState<'en' | 'zh-CN'>();
  const found = useQuery(oneQuery(number, language));
  if (found.isPending) return <Loading minHeight={320} />;
  if (isProblem(found.error, 404)) return <NotHere />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Shown reading={found.data} choose={setLanguage} />;
}

function Shown({ reading, choose }: { reading: Document; choose: (language: 'en' | 'zh-CN') => void }) {
  const t = useT();
  const format = useFormat();
  useEffect(() => {
    document.title = reading.title;
  }, [reading.title]);
  const other = reading.language === 'en' ? 'zh-CN' : 'en';
  const both = reading.titleEn !== null && reading.titleZh !== null;
  return (
    <article>
      <p className={page['quiet']}>
        <Link to={place()} className={page['more']}>
          {t('reading_portal.to_all')}
        </Link>
        {' · '}
        {reading.code}
      </p>
      <h1 className={page['h1']} lang={reading.language}>
        {reading.title}
      </h1>
      {reading.state === 'obsolete' && (
        <p role="alert" className={page['card']}>
          {t('reading_portal.obsolete')}
        </p>
      )}
      {both && (
        <Button variant="default" mb="sm" lang={other} onClick={() => choose(other)}>
          {t('reading_portal.other', {
            language: t(other === 'en' ? 'reading_portal.en' : 'reading_portal.zh'),
          })}
        </Button>
      )}
      <div className={page['card']} lang={reading.language}>
        <Markdown text={reading.text} imageUrl={imageUrl(reading.number)} />
      </div>
      <p className={page['quiet']} style={{ margin: '0.9rem 0' }}>
        {t('reading_portal.version', {
          version: reading.version,
          date: format.day(reading.effectiveOn),
        })}
        {' · '}
        {t('reading_portal.approved', {
          people: reading.approvers.join(', '),
          date: format.date(reading.approvedAt),
        })}
      </p>
      {reading.mustAcknowledge && reading.state !== 'obsolete' && <Acknowledge reading={reading} />}
    </article>
  );
}

function Acknowledge({ reading }: { reading: Document }) {
  const t = useT();
  const format = useFormat();
  const words = useProblemWords();
  const client = useQueryClient();
  const { version } = reading;
  const said = useMutation({
    mutationFn: () => api.post(`${place(reading.number)}/acknowledgement`, { version }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  if (reading.acknowledgedAt !== null)
    return (
      <div role="status" className={page['sent']}>
        <IconCircleCheck size={26} stroke={1.8} aria-hidden />
        <strong>{t('reading_portal.done', { date: format.date(reading.acknowledgedAt) })}</strong>
      </div>
    );
  return (
    <section className={page['card']} aria-label={t('reading_portal.to_read')}>
      <p>{t('reading_portal.asked', { version })}</p>
      {said.error && <p role="alert">{words(said.error)}</p>}
      <Button size="md" mt="sm" loading={said.isPending} onClick={() => said.mutate()}>
        {t('reading_portal.acknowledge')}
      </Button>
    </section>
  );
}
