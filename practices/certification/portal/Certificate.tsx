import { Anchor } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconExternalLink, IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, isProblem } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useWords } from '../../../platform/ui/words.ts';
import type { Standing } from '../standing.ts';
import type words from './i18n/en.ts';
import page from '../../../kernel/portal/portal.module.css';
import styles from './certificate.module.css';

const useT = useWords<typeof words>;

type Shown = {
  readonly standing: Standing;
  readonly day: string;
  readonly standard: string;
  readonly edition: string;
  readonly checkUrl: string | null;
} & Readonly<Record<'nationalStandard' | 'body' | 'bodyApproval' | 'accreditation' | 'certificateNumber' | 'holder' | 'address' | 'scopeText' | 'scopeTextZh' | 'issuedOn' | 'expiresOn' | 'endedOn' | 'suspendedOn', string | null>>; // prettier-ignore

/** What a certificate says and what has become of it, for a stranger who was given its link. */
export default function Certificate() {
  const t = useT();
  const { token = '' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: ['certificate-verification', token],
    queryFn: ({ signal }) =>
      api.get<Shown>(`/certificate-verifications/${encodeURIComponent(token)}`, signal),
    retry: false,
  });
  useEffect(() => {
    document.title = t('certificate_check.title');
  }, [t]);
  if (found.isPending) return <Loading minHeight={320} />;
  if (isProblem(found.error, 404))
    return (
      <>
        <h1 className={page['h1']}>{t('certificate_check.gone')}</h1>
        <p>{t('certificate_check.gone_hint')}</p>
      </>
    );
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Paper shown={found.data} />;
}

function Paper({ shown }: { readonly shown: Shown }) {
  const t = useT();
  const format = useFormat();
  const { standing, expiresOn, endedOn, suspendedOn, checkUrl } = shown;
  const date = standing === 'suspended' ? suspendedOn : standing === 'expired' ? expiresOn : endedOn;
  const Icon = standing === 'valid' ? IconCircleCheck : standing === 'suspended' ? IconPlayerPause : IconCircleX;
  const isOver = standing !== 'valid' && standing !== 'suspended';
  const day = (text: string | null) => (text === null ? null : format.day(text));
  const own = format.language === 'en' ? shown.scopeText : shown.scopeTextZh;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('certificate_check.holder'), shown.holder],
    [t('certificate_check.address'), shown.address],
    [t('certificate_check.standard'), [`${shown.standard}:${shown.edition}`, shown.nationalStandard].filter(Boolean).join(' · ')],
    [t('certificate_check.number'), shown.certificateNumber],
    [t('certificate_check.body'), [shown.body, shown.bodyApproval].filter(Boolean).join(' · ')],
    [t('certificate_check.accreditation'), shown.accreditation],
    [t('certificate_check.issued'), day(shown.issuedOn)],
    [t('certificate_check.expires'), day(expiresOn)],
  ];
  return (
    <>
      <h1 className={page['h1']}>{t('certificate_check.title')}</h1>
      <div className={styles['banner']} data-standing={standing} {...(isOver ? { 'data-over': '' } : {})} role="status">
        <Icon size={38} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
        <div>
          <h2>{t(`certificate_check.standing.${standing}`)}</h2>
          <p>{t(`certificate_check.about.${standing}`, { day: format.day(shown.day), date: day(date) ?? '–' })}</p>
        </div>
      </div>
      <section className={page['section']}>
        <dl className={styles['facts']}>
          {facts.filter(([, value]) => value !== null && value !== '').map(([name, value]) => (
            <Fact key={name} name={name} value={value ?? ''} />
          ))}
          <dt>{t('certificate_check.scope')}</dt>
          <dd className={styles['scope']}>{own ?? shown.scopeText ?? shown.scopeTextZh ?? '–'}</dd>
        </dl>
      </section>
      {checkUrl !== null && (
        <section className={page['section']}>
          <h2 className={page['h2']}>{t('certificate_check.check')}</h2>
          <p>{t('certificate_check.check_hint')}</p>
          <Anchor href={checkUrl} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: 'anywhere' }}>
            {checkUrl} <IconExternalLink size={15} aria-hidden style={{ verticalAlign: '-2px' }} />
          </Anchor>
        </section>
      )}
      <p className={page['quiet']} style={{ marginTop: '2rem' }}>{t('certificate_check.note')}</p>
    </>
  );
} // prettier-ignore

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
