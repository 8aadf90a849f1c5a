import { Paper, Stack, Text } from '@mantine/core';
import { text, type Whole } from '../../../kernel/web/contract.ts';
import { instantIn, namesIn, Phases, type Phase } from '../../../kernel/web/record/Phases.tsx';
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
  const instant = (name: string) => (text(record, name) === '' ? '—' : format.dateTime(text(record, name)));
  const state = known.find((one) => one === record.state) ?? 'planned';
  const asked = state === 'accepted' && text(record, 'approvalAskedAt') !== '';
  const unpublished = state === 'baselined' && text(record, 'publishedAt') === '';
  const key = asked ? 'asked' : unpublished ? 'unpublished' : state;
  return (
    <Paper p="md" component="section" aria-label={t('release_page.next')}>
      <Stack gap="sm">
        {state !== 'cancelled' && (
          <Phases
            active={at[state] ?? 0}
            phases={phases.map((phase) => ({
              label: t(`release_page.phase.${phase}`),
              bad: phase === 'deploy' && state === 'rolled_back',
              ...stageOf(record, phase),
            }))}
          />
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

/** What leads up to the window must be over when it opens. */
function stageOf(record: Whole, phase: (typeof phases)[number]): Omit<Phase, 'label'> {
  const start = instantIn(record, 'plannedStartAt');
  switch (phase) {
    case 'plan':
      return { who: namesIn(record, 'ownerId'), due: start, done: instantIn(record, 'builtAt') };
    case 'build':
      return { who: namesIn(record, 'builderId', 'developerIds'), due: start, done: instantIn(record, 'builtAt') };
    case 'test':
      return { who: namesIn(record, 'testerId'), due: start, done: instantIn(record, 'acceptedAt') };
    case 'approve':
      return { who: namesIn(record, 'approvedByIds'), due: start, done: instantIn(record, 'approvedAt') };
    case 'prepare':
      return { who: namesIn(record, 'ownerId'), due: start, done: instantIn(record, 'startedAt') };
    case 'deploy':
      return { who: namesIn(record, 'deployerId'), due: instantIn(record, 'plannedEndAt'), done: instantIn(record, 'rolledBackAt', 'deployedAt') };
    case 'watch':
      return { who: namesIn(record, 'ownerId'), due: instantIn(record, 'earlyLifeUntil'), done: instantIn(record, 'analysedAt') };
  }
} // prettier-ignore
