import { Paper, Stack, Text } from '@mantine/core';
import { text, type Whole } from '../../../kernel/web/contract.ts';
import { instantIn, namesIn, Phases, type Phase } from '../../../kernel/web/record/Phases.tsx';
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
  const end = ends(record);
  const state = known.find((one) => one === record.state) ?? 'proposed';
  const key = end && state === 'plan_approved' ? 'plan_approved_end' : state;
  const until = text(record, 'earlyLifeUntil');
  return (
    <Paper p="md" component="section" aria-label={t('transition_page.next')}>
      <Stack gap="sm">
        {state !== 'cancelled' && (
          <Phases
            active={(end ? atEnd : at)[state] ?? 0}
            phases={(end ? ending : building).map((phase) => ({
              label: t(`transition_page.phase.${phase}`),
              bad: phase === 'test' && state === 'rejected_criteria',
              ...stageOf(record, phase),
            }))}
          />
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

/** The planned day is the day by which all that comes before it must be over. */
function stageOf(record: Whole, phase: (typeof building | typeof ending)[number]): Omit<Phase, 'label'> {
  const day = text(record, 'plannedLiveOn');
  const due = day === '' ? null : `${day}T23:59:59Z`;
  switch (phase) {
    case 'plan':
      return { who: namesIn(record, 'plannerId') || namesIn(record, 'ownerId'), due, done: instantIn(record, 'planApprovedAt') };
    case 'design':
      return { who: namesIn(record, 'designerIds'), due, done: instantIn(record, 'designApprovedAt') };
    case 'build':
      return { who: namesIn(record, 'developerIds'), due, done: null };
    case 'test':
      return { who: namesIn(record, 'testerId'), due, done: instantIn(record, 'acceptedAt') };
    case 'transition':
      return { who: namesIn(record, 'ownerId'), due, done: instantIn(record, 'liveAt') };
    case 'live':
      return { who: namesIn(record, 'developerIds'), due: instantIn(record, 'earlyLifeUntil'), done: null };
    case 'handle':
      return { who: namesIn(record, 'ownerId'), due, done: instantIn(record, 'dataDoneAt') };
    case 'retire':
      return { who: namesIn(record, 'receiverId', 'ownerId'), due, done: instantIn(record, 'retiredAt') };
    case 'report':
      return { who: namesIn(record, 'ownerId'), due: null, done: instantIn(record, 'reportedAt') };
  }
} // prettier-ignore
