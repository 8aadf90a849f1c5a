import { Anchor, Group, Table, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import type { Standing } from '../standing.names.ts';
import { isOff, useSiteWords, type Cell, type Drift, type RuleHead } from './site.web.ts';
import { looks } from './StandingBadge.tsx';
import styles from './site.module.css';

/** With more rules than these there is room for the signs only. */
const withWords = 8;

/** Sites down, the group's rules across, and what each site has of its own in the last column. */
export function DriftMatrix(props: {
  readonly drift: Drift;
  readonly only: Standing | undefined;
  readonly onOpen: (cell: Cell) => void;
}) {
  const { drift, only, onOpen } = props;
  const t = useSiteWords();
  const common = drift.rules.filter(({ siteId }) => siteId === null);
  const own = new Map(drift.rules.flatMap((rule) => (rule.siteId === null ? [] : [[rule.id, rule] as const])));
  const bySite = Map.groupBy(drift.cells, ({ siteId }) => siteId);
  const wide = common.length <= withWords;
  const field = (cell: Cell | undefined, rule: RuleHead, site: string) =>
    cell === undefined ? (
      <Text size="xs" c="dimmed" ta="center" title={t('site_page.not_asked')}>–</Text>
    ) : (
      <Field key={cell.id} cell={cell} name={`${site} · ${rule.title}`} wide={wide && rule.siteId === null} dim={only !== undefined && cell.standing !== only} onOpen={onOpen} />
    );
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table verticalSpacing={4} horizontalSpacing={6} aria-label={t('site_page.matrix')} className={styles['matrix'] ?? ''} layout={wide ? 'fixed' : 'auto'} miw={wide ? 220 + common.length * 124 : 0}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={200} className={styles['first'] ?? ''}>{t('site_page.site')}</Table.Th>
            {common.map((rule) => (
              <Table.Th key={rule.id} className={styles['head'] ?? ''}>
                <Tooltip label={`${rule.title} · ${t(`site_page.${rule.obligation}`)}`} multiline maw={320}>
                  <Anchor size="xs" fw={600} lineClamp={3} c={rule.obligation === 'advised' ? 'dimmed' : ''} renderRoot={(p) => <Link {...p} to={paths.record('group-rules', rule.number)} />}>
                    {wide ? rule.title : rule.number.replace(/-0+/, '-')}
                  </Anchor>
                </Tooltip>
              </Table.Th>
            ))}
            {own.size > 0 && <Table.Th w={90}>{t('site_page.local')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {drift.sites.map((site) => {
            const cells = bySite.get(site.id) ?? [];
            const off = cells.filter(({ standing }) => isOff(standing)).length;
            return (
              <Table.Tr key={site.id}>
                <Table.Td className={styles['first'] ?? ''}>
                  <Anchor size="sm" fw={550} lineClamp={2} renderRoot={(p) => <Link {...p} to={`/site-governance/sites/${site.id}`} />}>{site.title}</Anchor>
                  <Text size="xs" c={off > 0 ? 'red' : 'dimmed'}>{t('site_page.counts', { count: off, of: cells.length })} {t('site_page.off')}</Text>
                </Table.Td>
                {common.map((rule) => (
                  <Table.Td key={rule.id}>{field(cells.find(({ ruleId }) => ruleId === rule.id), rule, site.title)}</Table.Td>
                ))}
                {own.size > 0 && (
                  <Table.Td>
                    <Group gap={4}>
                      {cells.flatMap((cell) => {
                        const rule = own.get(cell.ruleId);
                        return rule === undefined ? [] : [field(cell, rule, site.title)];
                      })}
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore

function Field(props: { cell: Cell; name: string; wide: boolean; dim: boolean; onOpen: (cell: Cell) => void }) {
  const { cell, name, wide, dim, onOpen } = props;
  const t = useSiteWords();
  const { color, Sign } = looks[cell.standing];
  const word = t(`site_governance.standing.${cell.standing}`);
  return (
    <Tooltip label={wide ? name : `${name}: ${word}`} multiline maw={320} openDelay={400}>
      <UnstyledButton
        className={styles['field'] ?? ''}
        data-dim={dim}
        data-wide={wide}
        aria-label={`${name}: ${word}`}
        onClick={() => onOpen(cell)}
        style={{ '--tone': `var(--mantine-color-${color}-light)`, '--ink': `var(--mantine-color-${color}-light-color)` }}
      >
        <Sign size={14} aria-hidden />
        {wide && <span>{word}</span>}
      </UnstyledButton>
    </Tooltip>
  );
} // prettier-ignore
