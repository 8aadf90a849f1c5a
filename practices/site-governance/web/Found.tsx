import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertSquareRounded } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Bound } from '../group-rule.fields.ts';
import { isOff, useSiteWords, type Cell } from './site.web.ts';
import { StandingBadge } from './StandingBadge.tsx';

/** How a site stands to a rule: since when, what was found, and the records that say so. */
export function Found({ cell, bound }: { cell: Cell; bound: Bound }) {
  const t = useSiteWords();
  const format = useFormat();
  const { seen, records, standing, since, until } = cell;
  const needed = seen?.needed ?? 1;
  return (
    <Stack gap={8}>
      <Group gap={8}>
        <StandingBadge standing={standing} />
        {until !== null && standing !== 'kept' && <Text size="sm">{t(standing === 'exempt' ? 'site_page.until' : 'site_page.by', { date: format.day(until) })}</Text>}
        {since !== null && <Text size="xs" c="dimmed">{t('site_page.since', { date: format.date(since) })}</Text>}
      </Group>
      {bound === 'attested' && cell.state === 'adopted' && <Text size="sm">{t('site_page.found.attested')}</Text>}
      {seen && standing === 'unknown' && <Text size="sm">{t('site_page.found.nothing')}</Text>}
      {seen && standing !== 'unknown' && bound !== 'attested' && (
        <Text size="sm">{t(`site_page.found.${bound}`, { found: format.number(seen.found), of: format.number(seen.of), needed: format.number(needed) })}</Text>
      )}
      {records !== null && bound !== 'attested' && (
        <Anchor size="sm" renderRoot={(p) => <Link {...p} {...recordsLink(records)} />}>{t(`site_page.records.${bound}`)}</Anchor>
      )}
    </Stack>
  );
} // prettier-ignore

/** 10.1: one step from what was found to the nonconformity, which keeps the adoption as its source. */
export function Raise({ cell, rule }: { cell: Cell; rule: { readonly number: string; readonly title: string } }) {
  const t = useSiteWords();
  const nonconformity = useMetaType('nonconformity');
  if (!isOff(cell.standing) || !nonconformity.create.allowed) return null;
  const title = t('site_page.subject', { standing: t(`site_governance.standing.${cell.standing}`), title: cell.title }).slice(0, 200); // prettier-ignore
  return (
    <Button
      variant="light"
      color="red"
      size="compact-sm"
      leftSection={<IconAlertSquareRounded size={15} aria-hidden />}
      renderRoot={(p) => (
        <Link {...p} to={paths.create(nonconformity.plural)} search={{ sourceId: cell.id, title, ownRule: `${rule.number} ${rule.title}`.slice(0, 300), orgUnitId: cell.siteId } as never} />
      )}
    >
      {t('site_page.raise')}
    </Button>
  );
} // prettier-ignore
