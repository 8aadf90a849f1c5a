import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext, useState, type FormEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { today } from '../../../platform/ui/zoned.ts';
import type { Whole } from '../contract.ts';
import { DayInput } from '../field/DateInputs.tsx';
import { ReferencePicker } from '../field/ReferencePicker.tsx';
import { keys, useMe } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { useActionWords } from './words.ts';

/** Two weeks: long enough to do something, short enough to be remembered. Whoever fills it in sees and changes it. */
const usualDays = 14;

export function ActionForm(props: {
  readonly record: Whole;
  readonly title: string;
  readonly description?: string | undefined;
  readonly onClose: () => void;
}) {
  const { record, onClose } = props;
  const t = useActionWords();
  const ui = useT();
  const labels = useLabels();
  const client = useQueryClient();
  const problem = useProblemWords();
  const me = useMe();
  const zone = useContext(ZoneContext);
  const [title, setTitle] = useState(props.title);
  const [description, setDescription] = useState(props.description ?? '');
  const [ownerId, setOwner] = useState<string | null>(record.ownerId ?? me.person.id);
  const [dueOn, setDue] = useState<string | null>(() =>
    new Date(Date.parse(`${today(zone)}T00:00:00Z`) + usualDays * 86_400_000).toISOString().slice(0, 10),
  );
  const add = useMutation({
    mutationFn: () =>
      api.post('/action-items', {
        title,
        ...(description.trim() === '' ? {} : { description: description.trim() }),
        ...(ownerId === null ? {} : { ownerId }),
        ...(dueOn === null ? {} : { dueOn }),
        sourceId: record.id,
        ...(record.serviceId === null ? {} : { serviceId: record.serviceId }),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.type('action-item') });
      onClose();
    },
  });
  const { byField } = fieldErrors(add.error, ['title', 'description', 'ownerId', 'dueOn']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const of = (field: string) => labels.field('action-item', field);
  return (
    <form onSubmit={submit} noValidate aria-label={t('action_item.make')}>
      <Stack gap={8} mb="sm">
        <TextInput
          required
          label={of('title')}
          value={title}
          error={byField['title']}
          onChange={(e) => setTitle(e.currentTarget.value)}
        />
        <Textarea
          autosize
          minRows={2}
          label={of('description')}
          value={description}
          error={byField['description']}
          onChange={(e) => setDescription(e.currentTarget.value)}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <ReferencePicker
            to={['person']}
            required
            label={of('ownerId')}
            value={ownerId}
            refs={{ ...record.refs, [me.person.id]: { type: 'person', state: 'active', ...me.person } }}
            error={byField['ownerId']}
            onChange={(id) => setOwner(id)}
          />
          <DayInput
            required
            label={of('dueOn')}
            value={dueOn ?? ''}
            error={byField['dueOn']}
            onChange={setDue}
          />
        </SimpleGrid>
        {add.isError && Object.keys(byField).length === 0 && (
          <Text size="sm" c="red" role="alert">
            {problem(add.error)}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" loading={add.isPending}>
            {t('action_item.make')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {ui('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
