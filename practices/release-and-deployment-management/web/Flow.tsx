import { Paper, Stack, Stepper, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { text, type Whole } from '../../../kernel/web/contract.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useT } from './useT.ts';

const phases = ['plan', 'build', 'test', 'approve', 'prepare', 'deploy', 'watch'] as const;
const at: Readonly<Record<string, number>> = {
  planned: 1, built: 2, in_test: 2, accepted: 3, approved: 4, baselined: 5, deploying: 5, rolled_back: 5, deployed: 6, early_life: 6, closed: 7,
}; // prettier-ignore
const known = [
  'planned', 'built', 'in_test', 'accepted', 'approved', 'baselined', 'deploying', 'deployed', 'early_life', 'rolled_back', 'closed', 'cancelled',
] as const; // prettier-ignore

/** Where it stands, and the one thing that comes next. */
export function Flow({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const small = useMediaQuery('(max-width: 62em)');
  const instant = (name: string) => (text(record, name) === '' ? '—' : format.dateTime(text(record, name)));
  const state = known.find((one) => one === record.state) ?? 'planned';
  const asked = state === 'accepted' && text(record, 'approvalAskedAt') !== '';
  const unpublished = state === 'baselined' && text(record, 'publishedAt') === '';
  const key = asked ? 'asked' : unpublished ? 'unpublished' : state;
  return (
    <Paper p="md" component="section" aria-label={t('release_page.next')}>
      <Stack gap="sm">
        {state !== 'cancelled' && (
          <Stepper
            active={at[state] ?? 0}
            size="xs"
            iconSize={26}
            orientation={small ? 'vertical' : 'horizontal'}
            allowNextStepsSelect={false}
          >
            {phases.map((phase) => (
              <Stepper.Step
                key={phase}
                label={t(`release_page.phase.${phase}`)}
                {...(phase === 'deploy' && state === 'rolled_back' ? { color: 'red' } : {})}
              />
            ))}
          </Stepper>
        )}
        <Text size="sm">
          <Text span fw={600} size="sm">
            {t('release_page.next')}:{' '}
          </Text>
          {t(`release_page.next_is.${key}`, {
            from: instant('plannedStartAt'),
            to: instant('plannedEndAt'),
            until: instant('earlyLifeUntil'),
          })}
        </Text>
      </Stack>
    </Paper>
  );
}
