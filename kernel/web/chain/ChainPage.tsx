import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff, IconPrinter, IconRoute } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment, useEffect } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { Milestone } from '../../chain/milestones.ts';
import type { MetaType } from '../contract.ts';
import { RefLink } from '../field/FieldValue.tsx';
import { Priority } from '../field/Priority.tsx';
import { StateBadge } from '../field/StateBadge.tsx';
import { NotFound } from '../pages/NotFound.tsx';
import { paths } from '../paths.ts';
import { useMeta, useTypeOfPlural } from '../queries.ts';
import { Crumb } from '../record/Crumb.tsx';
import { useLabels } from '../words.ts';
import { useT } from './words.ts';
import styles from './chain.module.css';
import { tiesOf, useChain, type ChainAnswer } from './chain.ts';

/** One story from its first report to its last review, on one page that can be read and printed (processes.md 22). */
export default function ChainPage() {
  const { plural = '', number = '' } = useParams({ strict: false });
  const meta = useTypeOfPlural(plural);
  return meta ? <Shown key={number} meta={meta} number={number} /> : <NotFound />;
}

function Shown({ meta, number }: { meta: MetaType; number: string }) {
  const t = useT();
  const chain = useChain(meta, number);
  useEffect(() => {
    document.title = `${t('chain.title')} ${number} · Servanda`;
  }, [t, number]);
  if (chain.isError) return <ErrorState error={chain.error} retry={() => void chain.refetch()} />;
  if (chain.isPending) return <Loading minHeight={320} />;
  return (
    <article className={styles['page']}>
      <Stack gap="md">
        <Head meta={meta} number={number} chain={chain.data} />
        {chain.data.hidden > 0 && (
          <Alert color="gray" icon={<IconEyeOff size={16} aria-hidden />}>
            {t('chain.hidden', { count: chain.data.hidden })}
          </Alert>
        )}
        {chain.data.cut && <Alert color="yellow">{t('chain.cut')}</Alert>}
        <Strip chain={chain.data} />
        <ol className={styles['story']} aria-label={t('chain.title')}>
          {chain.data.items
            .filter((item) => !item.end)
            .map((item) => (
              <StoryStep key={item.id} chain={chain.data} id={item.id} />
            ))}
        </ol>
      </Stack>
    </article>
  );
}

function Head({ meta, number, chain }: { meta: MetaType; number: string; chain: ChainAnswer }) {
  const t = useT();
  const format = useFormat();
  const steps = chain.items.filter((item) => !item.end);
  const moments = [
    ...steps.map((item) => item.occurredAt),
    ...chain.milestones.map((one) => one.at),
  ].toSorted();
  return (
    <Group justify="space-between" align="flex-start">
      <Stack gap={4}>
        <Group gap={8}>
          <Crumb meta={meta} number={number} />
        </Group>
        <Title order={1} size="h3">
          {t('chain.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('chain.span', {
            count: steps.length,
            from: format.date(moments[0] ?? ''),
            to: format.date(moments.at(-1) ?? ''),
          })}
        </Text>
      </Stack>
      <Group gap={8} className={styles['noPrint']}>
        <Button variant="default" renderRoot={(p) => <Link {...p} to={paths.record(meta.plural, number)} />}>
          {t('chain.back')}
        </Button>
        <Button leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => globalThis.print()}>
          {t('chain.print')}
        </Button>
      </Group>
    </Group>
  );
}

/** The whole chain at a glance; each pill leads to its place in the story. */
function Strip({ chain }: { chain: ChainAnswer }) {
  const labels = useLabels();
  const steps = chain.items.filter((item) => !item.end);
  if (steps.length < 3) return null;
  return (
    <ol className={`${styles['strip']} ${styles['noPrint']}`}>
      {steps.map((item) => (
        <li key={item.id}>
          <a
            href={`#${item.number}`}
            className={styles['pill']}
            data-here={item.distance === 0 || undefined}
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(item.number)?.scrollIntoView({ behavior: 'smooth' });
            }}
          >
            <Text span size="xs" c="dimmed">
              {labels.name(item.type)}
            </Text>
            <Text span size="sm" fw={600}>
              {item.number}
            </Text>
          </a>
        </li>
      ))}
    </ol>
  );
}

function StoryStep({ chain, id }: { chain: ChainAnswer; id: string }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const types = useMeta().types;
  const item = chain.items.find((one) => one.id === id);
  if (!item) return null;
  const meta = types.find((type) => type.type === item.type);
  const ties = tiesOf(chain, id);
  return (
    <li className={styles['step']} id={item.number} data-here={item.distance === 0 || undefined}>
      <Paper p="md" withBorder component="div">
        <Stack gap={8}>
          <Group gap={8}>
            <Text size="xs" c="dimmed">
              {labels.name(item.type)} · {format.dateTime(item.occurredAt)}
            </Text>
            <StateBadge meta={meta} state={item.state} size="sm" />
            {item.priority !== null && <Priority value={item.priority} />}
            {item.serviceId !== null && <RefLink id={item.serviceId} refs={chain.refs} />}
          </Group>
          <Anchor
            fw={600}
            renderRoot={(p) => <Link {...p} to={paths.record(meta?.plural ?? '', item.number)} />}
          >
            {item.number} {item.title}
          </Anchor>
          {(item.ownerId !== null || item.teamId !== null) && (
            <Group gap={6}>
              {item.teamId !== null && <RefLink id={item.teamId} refs={chain.refs} />}
              {item.ownerId !== null && <RefLink id={item.ownerId} refs={chain.refs} />}
            </Group>
          )}
          <Milestones meta={meta} steps={chain.milestones.filter((one) => one.recordId === id)} />
          {ties.length > 0 && (
            <Group gap={10}>
              <IconRoute size={15} aria-label={t('chain.ties')} />
              {ties.map(({ kind, direction, other }) => (
                <Text key={`${kind}${direction}${other.id}`} size="xs">
                  <Text span size="xs" c="dimmed">
                    {labels.link(kind, direction)}{' '}
                  </Text>
                  <OtherLink type={other.type} number={other.number} title={other.end ? other.title : ''} />
                </Text>
              ))}
            </Group>
          )}
        </Stack>
      </Paper>
    </li>
  );
}

function OtherLink({ type, number, title }: { type: string; number: string; title: string }) {
  const meta = useMeta().types.find((one) => one.type === type);
  return (
    <Anchor size="xs" renderRoot={(p) => <Link {...p} to={paths.record(meta?.plural ?? '', number)} />}>
      {number} {title}
    </Anchor>
  );
}

function Milestones({ meta, steps }: { meta: MetaType | undefined; steps: readonly Milestone[] }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  if (steps.length === 0) return null;
  return (
    <dl className={styles['milestones']}>
      {steps.map((one) => (
        <Fragment key={`${one.at}${one.action}${one.toState}`}>
          <dt title={format.full(one.at)}>{format.dateTime(one.at)}</dt>
          <dd>
            {labels.action(meta?.type ?? 'record', one.action)} →{' '}
            {labels.state(meta?.type ?? 'record', one.toState)}
            <Text span size="xs" c="dimmed">
              {' '}
              {one.actor?.name ?? t('timeline.software')}
            </Text>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
