import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { list, value, type Whole } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api, ProblemError } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { useT } from './useT.ts';

/** Who is there, by a tick each; the quorum is counted while one ticks. */
const present = (action: 'open' | 'attend') =>
  function Present({ record, onClose }: { record: Whole; onClose: () => void }) {
    const t = useT();
    const labels = useLabels();
    const words = useProblemWords();
    const client = useQueryClient();
    const members = list(record, 'memberIds') as readonly string[];
    const [there, setThere] = useState<readonly string[]>(list(record, 'presentIds') as readonly string[]);
    const needed = Number(value(record, 'quorum') ?? 1);
    const send = useMutation({
      mutationFn: () => api.post(endpoints.transition('cab-meetings', record.number, action), { presentIds: there }),
      onSuccess: () => (onClose(), client.invalidateQueries({ queryKey: keys.type('cab-meeting') })),
    });
    const told = send.error instanceof ProblemError ? send.error.errors.map(({ message }) => message) : [];
    return (
      <Modal opened onClose={onClose} title={labels.action('cab-meeting', action)} closeButtonProps={{ 'aria-label': t('ui.close') }}>
        <Stack gap="sm">
          <Checkbox.Group label={labels.field('cab-meeting', 'presentIds')} value={[...there]} onChange={setThere}>
            <Stack gap={8} mt={8}>
              {members.map((id) => <Checkbox key={id} value={id} label={record.refs[id]?.title ?? id} />)}
            </Stack>
          </Checkbox.Group>
          <Text size="sm" c={there.length >= needed ? 'teal' : 'dimmed'}>{t('cab_page.quorum', { found: there.length, needed })}</Text>
          {send.error !== null && <Text size="sm" c="red" role="alert">{told.length > 0 ? told.join(' ') : words(send.error)}</Text>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('ui.cancel')}</Button>
            <Button loading={send.isPending} onClick={() => send.mutate()}>{labels.action('cab-meeting', action)}</Button>
          </Group>
        </Stack>
      </Modal>
    );
  }; // prettier-ignore

export const presentDialogs = { open: present('open'), attend: present('attend') };
