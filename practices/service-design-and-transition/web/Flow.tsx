import { Paper, Stack, Stepper, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { text, type Whole } from '../../../kernel/web/contract.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useT } from './useT.ts';

const building = ['plan', 'design', 'build', 'test', 'transition', 'live', 'report'] as const;
const ending = ['plan', 'handle', 'retire', 'report'] as const;
const at: Readonly<Record<string, number>> = {
  proposed: 0, prioritised: 0, planning: 0, plan_approved: 1, design: 1, design_approved: 2, build: 2, test: 3, rejected_criteria: 3, accepted: 4,
  transition: 4, live: 5, closure_reported: 6, closed: 7,
}; // prettier-ignore
const atEnd: Readonly<Record<string, number>> = {
  proposed: 0, prioritised: 0, planning: 0, plan_approved: 1, data_done: 2, retired: 3, closure_reported: 3, closed: 4,
}; // prettier-ignore
const known = [
  'proposed', 'prioritised', 'planning', 'plan_approved', 'design', 'design_approved', 'build', 'test', 'rejected_criteria', 'accepted', 'transition',
  'live', 'data_done', 'retired', 'closure_reported', 'closed', 'cancelled',
] as const; // prettier-ignore

export const ends = (record: Whole) => ['removed', 'transferred'].includes(text(record, 'kind'));

/** Where it stands, and the one thing that comes next. */
export function Flow({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const small = useMediaQuery('(max-width: 62em)');
  const end = ends(record);
  const state = known.find((one) => one === record.state) ?? 'proposed';
  const key = end && state === 'plan_approved' ? 'plan_approved_end' : state;
  const until = text(record, 'earlyLifeUntil');
  return (
    <Paper p="md" component="section" aria-label={t('transition_page.next')}>
      <Stack gap="sm">
        {state !== 'cancelled' && (
          <Stepper
            active={(end ? atEnd : at)[state] ?? 0}
            size="xs"
            iconSize={26}
            orientation={small ? 'vertical' : 'horizontal'}
            allowNextStepsSelect={false}
          >
            {(end ? ending : building).map((phase) => (
              <Stepper.Step
                key={phase}
                label={t(`transition_page.phase.${phase}`)}
                {...(phase === 'test' && state === 'rejected_criteria' ? { color: 'red' } : {})}
              />
            ))}
          </Stepper>
        )}
        <Text size="sm">
          <Text span fw={600} size="sm">
            {t('transition_page.next')}:{' '}
          </Text>
          {t(`transition_page.next_is.${key}`, { until: until === '' ? '—' : format.dateTime(until) })}
        </Text>
      </Stack>
    </Paper>
  );
}
