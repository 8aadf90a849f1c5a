import { Badge, Group, Text, Title, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Clause, MapGroup } from './groups.ts';
import { useReadinessWords, type ClauseForecast, type Item } from './readiness.web.ts';
import { signs, toneClass, toneOf, tones, useToneWords } from './tone.ts';
import styles from './readiness.module.css';

type Shared = {
  readonly shown: ReadonlySet<string>;
  readonly forecast: readonly ClauseForecast[];
};

/** The standard as a tree: group, clause, and a cell for each requirement; what a filter leaves out stays, faint. */
export function Matrix({ groups, ...shared }: Shared & { groups: readonly MapGroup[] }) {
  return (
    <div className={styles['matrix']}>
      {groups.map((group) => {
        const clauses = group.clauses.filter(({ items }) =>
          items.some(({ requirement }) => shared.shown.has(requirement)),
        );
        return clauses.length === 0 ? null : (
          <section key={group.key} aria-label={group.name}>
            <GroupName group={group} />
            {clauses.map((clause) => (
              <Row key={clause.clause} clause={clause} {...shared} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function GroupName({ group }: { group: MapGroup }) {
  const by = Map.groupBy(
    group.clauses.flatMap(({ items }) => items),
    toneOf,
  );
  const all = group.clauses.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <div className={styles['groupname']}>
      <Title order={3} size="h6">
        {group.name}
      </Title>
      <Text size="xs" c="dimmed">
        {(by.get('met')?.length ?? 0) + (by.get('confirmed')?.length ?? 0)} / {all}
      </Text>
      <div className={styles['band']} aria-hidden>
        {tones.map((tone) => {
          const n = by.get(tone)?.length ?? 0;
          return n === 0 ? null : (
            <span key={tone} className={toneClass(tone)} style={{ flexGrow: n, minWidth: 1 }} />
          );
        })}
      </div>
    </div>
  );
}

function Row({ clause: { clause, title, items }, shown, forecast }: Shared & { clause: Clause }) {
  const t = useReadinessWords();
  const found = forecast.find((one) => one.clause === clause);
  const actions = items.reduce((sum, item) => sum + item.actions.open, 0);
  return (
    <div className={styles['clause']} id={`clause-${clause}`}>
      <Text size="sm" fw={600}>
        {clause}
      </Text>
      <Text size="sm" truncate title={title}>
        {title}
      </Text>
      <div className={styles['cells']}>
        {items.map((item) => (
          <Cell key={item.requirement} item={item} quiet={!shown.has(item.requirement)} />
        ))}
      </div>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        {actions > 0 && (
          <Badge color="gray" size="sm">
            {t('readiness.open_actions', { count: actions })}
          </Badge>
        )}
        {found && found.major > 0 && (
          <Badge color="red" size="sm">
            {found.major} {t('readiness.forecast_of.major')}
          </Badge>
        )}
        {found && found.minor > 0 && (
          <Tooltip label={t('readiness.systemic')} disabled={!found.systemic}>
            <Badge color="orange" size="sm">
              {found.minor} {t('readiness.forecast_of.minor')}
              {found.systemic ? ' ↑' : ''}
            </Badge>
          </Tooltip>
        )}
      </Group>
    </div>
  );
}

function Cell({ item, quiet }: { item: Item; quiet: boolean }) {
  const name = useToneWords();
  const t = useReadinessWords();
  const tone = toneOf(item);
  const letter = item.requirement.split('-').at(-1) ?? '';
  return (
    <Tooltip
      label={
        <>
          <Text size="xs" fw={600}>
            {item.requirement} · {name(tone)}
            {item.severity === 'major' && ` · ${t('readiness.severity.major')}`}
          </Text>
          <Text size="xs">{item.text}</Text>
        </>
      }
    >
      <Link
        to={`/readiness/${item.requirement}`}
        className={`${styles['cell']} ${toneClass(tone)}`}
        data-quiet={quiet || undefined}
        data-major={item.severity === 'major' || undefined}
        aria-label={`${item.requirement}: ${name(tone)}`}
      >
        <span aria-hidden>{signs[tone] === '' ? letter : signs[tone]}</span>
      </Link>
    </Tooltip>
  );
}
