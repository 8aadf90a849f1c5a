import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import type { Goal } from '../scorecard.settings.ts';
import { scorecardKey, useOutcomeWords, type ScorecardShown } from './outcomes.web.ts';

type Chosen = { readonly measure: string; readonly target: number };
const hourMs = 3_600_000;
const places = ['first', 'second'] as const;

/** Two figures of the house for each goal, and what they are to reach. */
export default function ScorecardForm({ scorecard, onClose }: { scorecard: ScorecardShown; onClose: () => void }) {
  const t = useOutcomeWords();
  const ui = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const labels = useLabels();
  const { choices } = scorecard;
  const names = [...Map.groupBy(choices, ({ recordType }) => recordType)].map(([type, of]) => ({
    group: labels.plural(type),
    items: of.map(({ key, name }) => ({ value: key, label: name })),
  }));
  const [value, setValue] = useState<Readonly<Record<string, readonly Chosen[]>>>(() =>
    Object.fromEntries(scorecard.goals.map(({ goal, kpis }) => [goal, kpis.map(({ measure, target }) => ({ measure, target }))])));
  const set = (goal: Goal, at: number, patch: Partial<Chosen>) =>
    setValue((before) => ({ ...before, [goal]: (before[goal] ?? []).map((one, i) => (i === at ? { ...one, ...patch } : one)) }));
  const save = useMutation({
    mutationFn: () => api.put('/management-system/scorecard', { value, version: scorecard.version }),
    onSuccess: async () => {
      celebrate(t('outcomes.scorecard.saved'));
      await client.invalidateQueries({ queryKey: scorecardKey });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('outcomes.scorecard.choose')} closeButtonProps={{ 'aria-label': ui('ui.close') }}>
      <Stack gap="md">
        {save.isError && <Alert color="red" role="alert">{words(save.error)}</Alert>}
        {scorecard.goals.map(({ goal }) => (
          <div key={goal}>
            <Text size="sm" fw={600} mb={4}>{t(`outcomes.scorecard.goal.${goal}`)}</Text>
            {places.map((place, i) => {
              const { measure = '', target = 0 } = value[goal]?.[i] ?? {};
              const inHours = choices.find(({ key }) => key === measure)?.unit === 'ms';
              return (
                <Group key={place} gap="xs" wrap="nowrap" align="flex-end" mb={6}>
                  <Select style={{ flex: 1 }} label={t('outcomes.scorecard.figure', { n: i + 1 })} searchable allowDeselect={false} data={names} value={measure} onChange={(next) => next !== null && set(goal, i, { measure: next })} />
                  <NumberInput w={130} label={t(inHours ? 'outcomes.scorecard.target_hours' : 'outcomes.scorecard.target')} min={0} value={inHours ? target / hourMs : target}
                    onChange={(next) => typeof next === 'number' && set(goal, i, { target: inHours ? next * hourMs : next })} />
                </Group>
              );
            })}
          </div>
        ))}
        <Group gap="xs">
          <Button loading={save.isPending} onClick={() => save.mutate()}>{t('outcomes.scorecard.save')}</Button>
          <Button variant="default" onClick={onClose}>{ui('ui.cancel')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
} // prettier-ignore
