import { Alert, Button, Checkbox, Group, Paper, Table, Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { keys, useMe } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { pathKey, usePathWords, type FirstPath, type PathStep } from './first-path.web.ts';

type One = {
  readonly wanted: boolean;
  readonly ownerId: string | null;
  readonly startsOn: string;
  readonly dueOn: string;
};
type Chosen = Readonly<Record<string, One>>;

/** What lacks, in the order in which systems are built; changed where it has to be, and made in one step. */
export function PhasedPlan({ path, onStartsOn }: { readonly path: FirstPath; readonly onStartsOn: (day: string) => void }) {
  const t = usePathWords();
  const words = useProblemWords();
  const me = useMe();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(path.steps.map(({ clause, ownerId, startsOn, dueOn }) => [clause, { wanted: true, ownerId: ownerId ?? me.person.id, startsOn, dueOn }])),
  );
  const wanted = path.steps.filter(({ clause }) => chosen[clause]?.wanted === true);
  const make = useMutation({
    mutationFn: () =>
      api.post<{ made: readonly string[] }>('/readiness/first-path', {
        startsOn: path.startsOn,
        steps: wanted.map(({ clause }) => ({ clause, ownerId: chosen[clause]?.ownerId, startsOn: chosen[clause]?.startsOn, dueOn: chosen[clause]?.dueOn })),
      }),
    onSuccess: async ({ made }) => {
      celebrate(t('first_path.made', { count: made.length }));
      await client.invalidateQueries({ queryKey: pathKey });
      await client.invalidateQueries({ queryKey: keys.lists('gap-action') });
    },
  });
  if (path.steps.length === 0) return <Alert color="gray">{t(path.gaps === 0 ? 'first_path.no_gaps' : 'first_path.nothing')}</Alert>;
  const missing = wanted.some(({ clause }) => (chosen[clause]?.ownerId ?? null) === null);
  const phases = [...new Set(path.steps.map(({ phase }) => phase))];
  return (
    <Paper p="md">
      <Group justify="space-between" align="flex-end" gap="sm" mb="sm">
        <DayInput label={t('first_path.begins')} required value={path.startsOn} onChange={(day) => day !== null && onStartsOn(day)} />
        <Button leftSection={<IconSparkles size={16} aria-hidden />} disabled={wanted.length === 0 || missing} loading={make.isPending} onClick={() => make.mutate()}>
          {t('first_path.make', { count: wanted.length })}
        </Button>
      </Group>
      {make.isError && <Alert color="red" role="alert" mb="sm">{words(make.error)}</Alert>}
      <Table.ScrollContainer minWidth={820}>
        <Table verticalSpacing={5} aria-label={t('first_path.step.plan')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36} />
              <Table.Th>{t('first_path.clause')}</Table.Th>
              <Table.Th ta="right" w={80}>{t('first_path.gaps')}</Table.Th>
              <Table.Th ta="right" w={100}>{t('first_path.effort')}</Table.Th>
              <Table.Th w={160}>{t('first_path.from')}</Table.Th>
              <Table.Th w={160}>{t('first_path.to')}</Table.Th>
              <Table.Th w={210}>{t('first_path.owner')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {phases.map((phase) => (
              <Fragment key={phase}>
                <Table.Tr style={{ background: 'var(--ink-chosen)' }}><Table.Td colSpan={7}><Text size="sm" fw={600}>{t(`first_path.phase.${phase}`)}</Text></Table.Td></Table.Tr>
                {path.steps.filter((step) => step.phase === phase).map((step) => {
                  const one = chosen[step.clause];
                  return one && <StepRow key={step.clause} step={step} one={one} onChange={(next) => setChosen((before) => ({ ...before, [step.clause]: next }))} />;
                })}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
} // prettier-ignore

function StepRow({ step, one, onChange }: { readonly step: PathStep; readonly one: One; readonly onChange: (next: One) => void }) {
  const t = usePathWords();
  const name = `${step.clause} ${step.title}`;
  return (
    <Table.Tr style={one.wanted ? undefined : { opacity: 0.55 }}>
      <Table.Td><Checkbox aria-label={name} checked={one.wanted} onChange={(event) => onChange({ ...one, wanted: event.currentTarget.checked })} /></Table.Td>
      <Table.Td><Text size="sm" title={step.requirements.join(', ')}>{name}</Text></Table.Td>
      <Table.Td ta="right">{step.requirements.length}</Table.Td>
      <Table.Td ta="right">{step.effortDays === 0 ? '–' : step.effortDays}</Table.Td>
      <Table.Td><DayInput label={undefined} required value={one.startsOn} onChange={(day) => onChange({ ...one, startsOn: day ?? one.startsOn })} /></Table.Td>
      <Table.Td><DayInput label={undefined} required value={one.dueOn} onChange={(day) => onChange({ ...one, dueOn: day ?? one.dueOn })} /></Table.Td>
      <Table.Td><ReferencePicker to={['person']} ariaLabel={`${t('first_path.owner')}: ${name}`} value={one.ownerId} onChange={(ownerId) => onChange({ ...one, ownerId })} /></Table.Td>
    </Table.Tr>
  );
} // prettier-ignore
