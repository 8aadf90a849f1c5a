import { Anchor, Button, Drawer, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useT } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { DriftMatrix } from './DriftMatrix.tsx';
import { DriftTrend } from './DriftTrend.tsx';
import { Found, Raise } from './Found.tsx';
import { standingNames, type Standing } from '../standing.names.ts';
import { useDrift, useGuidance, useSiteWords, type Cell, type Drift } from './site.web.ts';
import { looks } from './StandingBadge.tsx';

/** Every site against every rule: where the group holds together, and where it does not. */
export default function DriftPage() {
  const t = useSiteWords();
  const found = useDrift();
  useEffect(() => {
    document.title = `${t('site_page.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={480} />;
  return <Shown drift={found.data} />;
}

function Shown({ drift }: { drift: Drift }) {
  const t = useSiteWords();
  const ui = useT();
  const guidance = useGuidance();
  const search: Query = useSearch({ strict: false });
  const navigate = useNavigate();
  const rule = useMetaType('group-rule');
  const [open, setOpen] = useState<Cell>();
  const only = standingNames.find((one) => one === search['standing']);
  const choose = (standing: Standing | undefined) =>
    void navigate({ to: '.', search: (before: Query) => ({ ...before, standing }), replace: true, resetScroll: false });
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h3">{t('site_page.title')}</Title>
          <Text size="sm" c="dimmed">{t('site_page.hint')}</Text>
        </div>
        <Group gap="xs">
          <GuidanceButton {...guidance} />
          <Button variant="default" renderRoot={(p) => <Link {...p} to={paths.queue('rule-adoptions', { 'filter[open]': 'true' })} />}>{t('site_page.all_adoptions')}</Button>
          <Button variant="default" renderRoot={(p) => <Link {...p} to={paths.queue('group-rules', { 'filter[open]': 'true' })} />}>{t('site_page.all_rules')}</Button>
          {rule.create.allowed && (
            <Button leftSection={<IconPlus size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.create('group-rules')} />}>{t('site_page.new_rule')}</Button>
          )}
        </Group>
      </Group>
      {drift.sites.length === 0 ? <Empty title={t('site_page.no_sites')}><Text size="sm" c="dimmed" ta="center">{t('site_page.no_sites_hint')}</Text></Empty>
        : drift.rules.length === 0 ? <Empty title={t('site_page.none')}><Text size="sm" c="dimmed" ta="center">{t('site_page.none_hint')}</Text></Empty> : (
          <>
            <Paper p="md" component="section" aria-label={t('site_page.matrix')}>
              <Group justify="space-between" mb="xs" gap="sm">
                <div>
                  <Title order={2} size="h5">{t('site_page.matrix')}</Title>
                  <Text size="xs" c="dimmed">{t('site_page.matrix_hint')}</Text>
                </div>
                <Totals cells={drift.cells} only={only} onChoose={choose} />
              </Group>
              <DriftMatrix drift={drift} only={only} onOpen={setOpen} />
            </Paper>
            <DriftTrend trend={drift.trend} />
          </>
        )}
      <Drawer opened={open !== undefined} onClose={() => setOpen(undefined)} position="right" size="md" title={open?.title ?? ''} closeButtonProps={{ 'aria-label': ui('ui.close') }}>
        {open && <One cell={drift.cells.find(({ id }) => id === open.id) ?? open} drift={drift} />}
      </Drawer>
    </Stack>
  );
} // prettier-ignore

function Totals({ cells, only, onChoose }: { cells: readonly Cell[]; only: Standing | undefined; onChoose: (standing: Standing | undefined) => void }) {
  const t = useSiteWords();
  const format = useFormat();
  const counted = standingNames.flatMap((standing) => {
    const n = cells.filter((cell) => cell.standing === standing).length;
    return n === 0 ? [] : [{ standing, n }];
  });
  return (
    <Group gap={6} role="group" aria-label={t('site_page.now')}>
      {counted.map(({ standing, n }) => {
        const { color, Sign } = looks[standing];
        const on = only === standing;
        const name = t('site_page.only', { standing: t(`site_governance.standing.${standing}`) });
        return (
          <Button key={standing} size="compact-sm" color={color} variant={on ? 'filled' : 'light'} aria-pressed={on} aria-label={`${name}: ${n}`} leftSection={<Sign size={14} aria-hidden />} onClick={() => onChoose(on ? undefined : standing)}>
            {t(`site_governance.standing.${standing}`)} {format.number(n)}
          </Button>
        );
      })}
      {only !== undefined && <UnstyledButton onClick={() => onChoose(undefined)}><Text size="xs" c="dimmed">{t('site_page.everything')}</Text></UnstyledButton>}
    </Group>
  );
} // prettier-ignore

function One({ cell, drift }: { cell: Cell; drift: Drift }) {
  const t = useSiteWords();
  const rule = drift.rules.find(({ id }) => id === cell.ruleId);
  if (!rule) return null;
  return (
    <Stack gap="md">
      <Found cell={cell} bound={rule.bound} />
      <div>
        <Text size="xs" c="dimmed">{t('site_page.in_hand')}</Text>
        {cell.ownerId === null ? <Text size="sm">{t('site_page.nobody')}</Text> : <RefLink id={cell.ownerId} refs={drift.refs} />}
      </div>
      <Group gap="xs">
        <Raise cell={cell} rule={rule} />
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('rule-adoptions', cell.number)} />}>{t('site_page.open_adoption')}</Anchor>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('group-rules', rule.number)} />}>{t('site_page.open_rule')}</Anchor>
      </Group>
    </Stack>
  );
} // prettier-ignore
