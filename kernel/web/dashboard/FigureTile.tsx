import { ActionIcon, Anchor, Group, Paper, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChartLine, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../platform/ui/format.ts';
import { parseQuery } from '../../../platform/ui/search-params.ts';
import { useT } from '../words.ts';
import { useAmount, type Figure } from './measures.ts';

/** `incidents?filter[…]` as a link of the router. */
export const recordsLink = (records: string) => {
  const [path = '', query = ''] = records.split('?');
  return { to: `/${path}`, search: parseQuery(query) };
};

function Records({ to, children, size = 'xs' }: { to: string | undefined; children: string; size?: string }) {
  if (to === undefined) return <Text size={size}>{children}</Text>;
  return (
    <Anchor size={size} renderRoot={(props) => <Link {...props} {...recordsLink(to)} />}>
      {children}
    </Anchor>
  );
}

/** One KPI: its value, its n, how it is computed, and links to the records it counts. */
export function FigureTile(props: {
  readonly figure: Figure;
  readonly name: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { figure, name, chosen, onChoose } = props;
  const t = useT();
  const format = useFormat();
  const amount = useAmount();
  const { value, unit, n, numerator, excluded, median, p90, records } = figure;
  return (
    <Paper
      p="sm"
      component="article"
      aria-label={name}
      style={
        chosen
          ? {
              borderColor: 'var(--mantine-primary-color-filled)',
              boxShadow: '0 0 0 1px var(--mantine-primary-color-filled)',
            }
          : {}
      }
    >
      <Stack gap={4} h="100%" justify="space-between">
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap={4}>
          <UnstyledButton
            onClick={onChoose}
            aria-pressed={chosen}
            aria-label={t('dashboard.choose', { name })}
          >
            <Text size="sm" fw={550} lineClamp={2}>
              {name}
            </Text>
          </UnstyledButton>
          <Group gap={0} wrap="nowrap">
            <Popover width={300} shadow="md" position="top-end" withArrow>
              <Popover.Target>
                <ActionIcon size="sm" aria-label={`${t('dashboard.formula')}: ${name}`}>
                  <IconInfoCircle size={15} aria-hidden />
                </ActionIcon>
              </Popover.Target>
              <Popover.Dropdown>
                <Text size="xs" fw={600}>
                  {t('dashboard.formula')}
                </Text>
                <Text size="xs">{figure.formula}</Text>
              </Popover.Dropdown>
            </Popover>
            <ActionIcon size="sm" aria-hidden tabIndex={-1} onClick={onChoose}>
              <IconChartLine size={15} />
            </ActionIcon>
          </Group>
        </Group>
        {value === null ? (
          <Text size="lg" c="dimmed">
            {t('dashboard.nothing')}
          </Text>
        ) : (
          <Anchor
            size="26px"
            fw={600}
            lh={1.15}
            c="var(--mantine-color-text)"
            aria-label={`${name}: ${amount(unit, value)}`}
            renderRoot={(p) =>
              records.all === undefined ? <span {...p} /> : <Link {...p} {...recordsLink(records.all)} />
            }
          >
            {amount(unit, value)}
          </Anchor>
        )}
        <Group gap={10} mih={18}>
          {numerator === undefined || n === 0 ? (
            unit !== 'count' && (
              <Records to={records.all}>{t('dashboard.n', { count: n, shown: format.number(n) })}</Records>
            )
          ) : (
            <>
              <Records to={records.numerator}>
                {t('dashboard.of', {
                  numerator: format.number(numerator),
                  denominator: format.number(n),
                })}
              </Records>
              {n > numerator && records.rest !== undefined && (
                <Records
                  to={records.rest}
                >{`${t('dashboard.part.rest')}: ${format.number(n - numerator)}`}</Records>
              )}
            </>
          )}
          {excluded !== undefined && excluded > 0 && (
            <Records
              to={records.excluded}
            >{`${t('dashboard.part.excluded')}: ${format.number(excluded)}`}</Records>
          )}
          {median != null && (
            <Text size="xs" c="dimmed">
              {t('dashboard.median', { value: amount(unit, median) })}
            </Text>
          )}
          {p90 != null && (
            <Text size="xs" c="dimmed">
              {t('dashboard.p90', { value: amount(unit, p90) })}
            </Text>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
