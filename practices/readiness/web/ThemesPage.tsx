import { Anchor, Badge, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useReadinessWords, useThemes, type Theme, type ThemesPage as Found } from './readiness.web.ts';

const colors = { one: 'teal', some: 'blue', none: 'gray' } as const;

/** What one piece of evidence can serve, by theme and clause in three standards. */
export default function ThemesPage() {
  const t = useReadinessWords();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  const themes = useThemes();
  useEffect(() => {
    document.title = `${t('readiness.themes.title')} · Servanda`;
  }, [t]);
  if (themes.isError) return <ErrorState error={themes.error} retry={() => void themes.refetch()} />;
  if (themes.isPending) return <Loading minHeight={420} />;
  const { standard, standards, parts, items } = themes.data;
  const shown = items.filter(({ title, how, clauses, others, practices }) =>
    [title, how, ...clauses, ...practices, ...Object.values(others).flat()].some((part) => part.toLowerCase().includes(wanted)),
  );
  return (
    <Stack p="md" gap="sm" maw={1300}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div style={{ flex: '1 1 320px' }}>
          <Title order={1} size="h3">{t('readiness.themes.title')}</Title>
          <Text size="sm" c="dimmed">{t('readiness.themes.hint')}</Text>
        </div>
        <TextInput w={240} aria-label={t('readiness.themes.find')} placeholder={t('readiness.themes.find')} leftSection={<IconSearch size={14} aria-hidden />} value={typed} onChange={(e) => setTyped(e.currentTarget.value)} />
      </Group>
      <Paper style={{ overflow: 'hidden' }}>
        <Table.ScrollContainer minWidth={760}>
          <Table aria-label={t('readiness.themes.title')} verticalSpacing={9} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('readiness.themes.theme')}</Table.Th>
                <Table.Th>{standard.replace(/ \(.*/, '')}</Table.Th>
                {Object.entries(standards).map(([key, name]) => <Table.Th key={key}>{name}</Table.Th>)}
                <Table.Th>{t('readiness.themes.practices')}</Table.Th>
                <Table.Th>{t('readiness.themes.how')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{shown.map((theme) => <Row key={theme.key} theme={theme} all={items} standards={Object.keys(standards)} />)}</Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
      <Series parts={parts} />
    </Stack>
  );
} // prettier-ignore

/** The parts of the series with the editions that are meant; whether they still hold is kept with the external documents. */
function Series({ parts }: Pick<Found, 'parts'>) {
  const t = useReadinessWords();
  return (
    <Paper p="md" component="section" aria-label={t('readiness.themes.series')}>
      <Title order={2} size="h5">{t('readiness.themes.series')}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('readiness.themes.series_hint')}{' '}
        <Anchor size="sm" underline="always" renderRoot={(p) => <Link {...p} to={paths.queue('documents', { 'filter[origin]': 'external' })} />}>{t('readiness.themes.watch')}</Anchor>
      </Text>
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label={t('readiness.themes.series')} verticalSpacing={6}>
          <Table.Tbody>
            {parts.map((part) => (
              <Table.Tr key={part.number}>
                <Table.Td w={200}><Text size="sm" fw={600}>{`${part.number}:${part.edition}`}</Text></Table.Td>
                <Table.Td><Text size="sm">{part.title}</Text></Table.Td>
                <Table.Td><Text size="sm" c="dimmed">{part.relation}</Text></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
} // prettier-ignore

const touches = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** Numbers of the others that stand for something else here. A whole chapter is no number to mistake. */
function collisions(theme: Theme, all: readonly Theme[]): readonly string[] {
  const own = (number: string) => theme.clauses.some((clause) => touches(clause, number));
  const elsewhere = all.filter((other) => other !== theme).flatMap(({ clauses }) => clauses);
  const numbers = new Set(
    Object.values(theme.others)
      .flat()
      .filter((number) => /^\d+\./.test(number)),
  );
  return [...numbers].filter((number) => !own(number) && elsewhere.some((clause) => touches(clause, number)));
}

function Row({ theme, all, standards }: { theme: Theme; all: readonly Theme[]; standards: readonly string[] }) {
  const t = useReadinessWords();
  const other = collisions(theme, all);
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>{theme.title}</Text>
        <Badge size="sm" mt={3} color={colors[theme.share]}>{t(`readiness.themes.sharing.${theme.share}`)}</Badge>
      </Table.Td>
      <Table.Td>
        <Group gap={6} maw={150}>
          {theme.clauses.map((clause) => (
            <Anchor key={clause} size="sm" renderRoot={(p) => <Link {...p} to="/readiness" search={{ view: 'matrix', q: `${clause}-` }} />}>{clause}</Anchor>
          ))}
        </Group>
      </Table.Td>
      {standards.map((key) => (
        <Table.Td key={key}><Text size="sm" maw={170}>{(theme.others[key] ?? []).join(', ') || '—'}</Text></Table.Td>
      ))}
      <Table.Td><Text size="sm" maw={190}>{theme.practices.join(', ') || '—'}</Text></Table.Td>
      <Table.Td>
        <Text size="sm">{theme.how}</Text>
        {other.length > 0 && <Text size="xs" c="orange">{t('readiness.themes.collision', { numbers: other.join(', ') })}</Text>}
      </Table.Td>
    </Table.Tr>
  );
} // prettier-ignore
