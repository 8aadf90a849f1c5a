import { Anchor, Switch } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconTool } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { places } from '../../../kernel/portal/places.ts';
import { useMaybeMe } from '../../../kernel/portal/queries.ts';
import { api, isProblem } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useWords } from '../../../platform/ui/words.ts';
import type portal from '../../../kernel/portal/i18n/en.ts';
import type signIn from '../../../kernel/web/i18n/sign-in.en.ts';
import type words from './i18n/en.ts';
import {
  byDay,
  worst,
  type ServiceState,
  type ServiceStatus,
  type Span,
  type Status as Found,
} from './status.ts';
import page from '../../../kernel/portal/portal.module.css';
import styles from './status.module.css';

const useT = useWords<typeof words & typeof portal & typeof signIn>;
const key = ['status'];
const icons = {
  operational: IconCircleCheck,
  planned: IconTool,
  disturbed: IconAlertTriangle,
  outage: IconCircleX,
};
const overall = {
  operational: 'all_well',
  planned: 'some_planned',
  disturbed: 'some_disturbed',
  outage: 'some_out',
} as const;

/** What every service is doing now, what is planned, and the last ninety days. */
export default function Status() {
  const t = useT();
  const format = useFormat();
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Found>('/status', signal),
    refetchInterval: 30_000,
  });
  if (found.isPending) return <Loading minHeight={320} />;
  if (isProblem(found.error, 401))
    return (
      <>
        <h1 className={page['h1']}>{t('service_status.title')}</h1>
        <p>{t('service_status.sign_in')}</p>
        <Anchor renderRoot={(p) => <Link {...p} to={places.signIn} search={{ to: places.status }} />}>
          {t('sign_in.submit')}
        </Anchor>
      </>
    );
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const { services, now, planned, past } = found.data;
  const state = worst([...services.map((s) => s.state), ...now.map((s) => s.kind)]);
  const Icon = icons[state];
  return (
    <>
      <h1 className={page['h1']}>{t('service_status.title')}</h1>
      <div className={styles['banner']} data-state={state} role="status">
        <Icon size={34} stroke={1.6} aria-hidden />
        <div>
          <h2>{t(`service_status.${overall[state]}`)}</h2>
          <span className={page['quiet']}>
            {t('service_status.checked', {
              when: format.dateTime(new Date(found.dataUpdatedAt).toISOString()),
            })}
          </span>
        </div>
      </div>
      {now.length > 0 && <Spans title={t('service_status.now')} spans={now} services={services} />}
      <section className={page['section']}>
        {services.length === 0 ? (
          <p className={page['calm']}>{t('service_status.no_services')}</p>
        ) : (
          <div className={page['list']}>
            {services.map((service) => (
              <OneService key={service.id} service={service} />
            ))}
          </div>
        )}
      </section>
      <Spans
        title={t('service_status.planned')}
        spans={planned}
        services={services}
        none={t('service_status.nothing_planned')}
      />
      <Spans
        title={t('service_status.past')}
        spans={past}
        services={services}
        none={t('service_status.nothing_past')}
      />
      <Visibility isPublic={found.data.public} />
    </>
  );
}

function StateWords({ state }: { state: ServiceState }) {
  const t = useT();
  const Icon = icons[state];
  return (
    <span className={styles['state']} data-state={state}>
      <Icon size={18} stroke={2} aria-hidden />
      {t(`service_status.state.${state}`)}
    </span>
  );
}

function OneService({ service }: { service: ServiceStatus }) {
  const t = useT();
  const history = byDay(service.history);
  const disturbed = history.filter((state) => state === 'outage' || state === 'disturbed').length;
  const told =
    disturbed === 0
      ? t('service_status.history_good')
      : t('service_status.history_days', { count: disturbed });
  return (
    <div className={styles['service']}>
      <div className={styles['head']}>
        <h3>{service.title}</h3>
        <StateWords state={service.state} />
      </div>
      <div
        className={styles['days']}
        role="img"
        aria-label={t('service_status.history_of', { service: service.title, words: told })}
      >
        {history.map((state, day) => (
          // A day is its place in the row.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={day} data-state={state} />
        ))}
      </div>
      <div className={`${styles['ends']} ${page['quiet']}`}>
        <span>{t('service_status.days_90')}</span>
        <span>{told}</span>
        <span>{t('service_status.today')}</span>
      </div>
    </div>
  );
}

function Spans(props: {
  readonly title: string;
  readonly spans: readonly Span[];
  readonly services: readonly ServiceStatus[];
  readonly none?: string;
}) {
  const t = useT();
  const format = useFormat();
  const { title, spans, services, none } = props;
  const named = ({ serviceIds }: Span) =>
    serviceIds.length === 0
      ? t('service_status.every_service')
      : services
          .filter((s) => serviceIds.includes(s.id))
          .map((s) => s.title)
          .join(', ');
  const when = ({ from, to }: Span) =>
    to === null
      ? t('service_status.since', { from: format.short(from) })
      : t('service_status.from_to', { from: format.short(from), to: format.short(to) });
  return (
    <section className={page['section']}>
      <h2 className={page['h2']}>{title}</h2>
      {spans.length === 0 ? (
        <p className={page['calm']}>{none}</p>
      ) : (
        <div className={page['list']}>
          {spans.map((span) => (
            <div key={`${span.from}${span.kind}${span.serviceIds.join()}`} className={styles['span']}>
              <div className={styles['head']}>
                <strong>{span.title?.[format.language] ?? named(span)}</strong>
                <StateWords state={span.kind} />
              </div>
              <p>
                {span.text?.[format.language] ?? (span.title === null ? t('service_status.unexplained') : '')}
              </p>
              <p className={page['quiet']}>
                {span.title === null || named(span) === '' ? '' : `${named(span)} · `}
                {when(span)}
              </p>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

/** An administrator decides who may read it. */
function Visibility({ isPublic }: { isPublic: boolean }) {
  const t = useT();
  const me = useMaybeMe();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (wanted: boolean) => api.patch('/status', { public: wanted }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  if (!me?.roles.some(({ role }) => role === 'administrator')) return null;
  return (
    <section className={page['section']}>
      <Switch
        size="md"
        label={t('service_status.public')}
        checked={change.isPending ? change.variables : isPublic}
        onChange={(e) => change.mutate(e.currentTarget.checked)}
      />
    </section>
  );
}
