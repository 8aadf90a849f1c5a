import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useReadinessWords, type Around } from './readiness.web.ts';

/** Where other standards speak of the same theme. */
export function ThemeCards({ around }: { around: Around }) {
  const t = useReadinessWords();
  return (
    <Paper p="md" component="section" aria-label={t('readiness.one.themes')}>
      <Title order={2} size="h5" mb="xs">
        {t('readiness.one.themes')}
      </Title>
      <Stack gap="sm">
        {around.themes.map((theme) => (
          <div key={theme.key}>
            <Group gap={6} mb={2}>
              <Text size="sm" fw={600}>
                {theme.title}
              </Text>
              <Badge size="sm" color={theme.share === 'one' ? 'teal' : theme.share === 'some' ? 'blue' : 'gray'}>
                {t(`readiness.themes.sharing.${theme.share}`)}
              </Badge>
            </Group>
            {Object.entries(theme.others).map(([standard, clauses]) => (
              <Text key={standard} size="xs" c="dimmed">
                {around.standards[standard]}: {clauses.length === 0 ? '—' : clauses.join(', ')}
              </Text>
            ))}
            <Text size="xs" mt={3}>
              {theme.how}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
} // prettier-ignore
