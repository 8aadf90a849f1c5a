import { Group, Paper, Progress, RingProgress, Stack, Text, Title } from '@mantine/core';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useSystemWords, type Wheel } from './system.web.ts';

const parts = ['activity', 'documents', 'requirements'] as const;
const tone = (value: number) => (value >= 80 ? 'teal' : value >= 50 ? 'yellow' : 'red');

/** How much of the system is lived, of what that is made, and which process has fallen silent. */
export function Vitality({ wheel: { vitality, living } }: { readonly wheel: Wheel }) {
  const t = useSystemWords();
  const labels = useLabels();
  const format = useFormat();
  if (vitality.value === null) return null;
  const silent = living.filter(({ practice }) => vitality.silent.includes(practice));
  const whole = Math.round(vitality.value);
  return (
    <Paper p="md" component="section" aria-label={t('management_system.vitality')}>
      <Group gap="lg" wrap="wrap" align="center">
        <RingProgress size={92} thickness={9} roundCaps sections={[{ value: vitality.value, color: tone(vitality.value) }]}
          label={<Text ta="center" fw={700} size="lg">{format.number(whole)}</Text>} aria-label={t('management_system.vitality_of', { value: whole })} />
        <Stack gap={6} flex={1} miw={260}>
          <Title order={2} size="h5">{t('management_system.vitality')}</Title>
          {parts.map((part) => {
            const { value, of } = vitality.parts[part];
            return (
              <Group key={part} gap="sm" wrap="nowrap">
                <Text size="sm" w={230} style={{ flexShrink: 0 }}>{t(`management_system.vitality_part.${part}`)}</Text>
                <Progress value={value ?? 0} color={tone(value ?? 0)} flex={1} maw={320} aria-label={t(`management_system.vitality_part.${part}`)} />
                <Text size="sm" c="dimmed" miw={90}>{value === null ? '–' : t('management_system.vitality_value', { value: Math.round(value), of: format.number(of) })}</Text>
              </Group>
            );
          })}
          {silent.length > 0 && <Text size="sm" c="red" role="status">{t('management_system.vitality_silent', { names: silent.map(({ type }) => labels.plural(type)).join(', ') })}</Text>}
        </Stack>
      </Group>
    </Paper>
  );
} // prettier-ignore
