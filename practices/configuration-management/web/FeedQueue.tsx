import { Alert, Button, Group, Modal, Stack, TagsInput, Text } from '@mantine/core';
import { IconWorldCog } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../../kernel/web/queries.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { api, ProblemError } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { Loading } from '../../../platform/ui/States.tsx';
import { hostsKey, useHosts, useSetupWords } from './setup.web.ts';

export default function FeedQueue() {
  const t = useSetupWords();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <RecordQueue
        type="feed"
        actions={
          <Button variant="default" leftSection={<IconWorldCog size={15} aria-hidden />} onClick={() => setOpened(true)}>
            {t('configuration_setup.hosts')}
          </Button>
        }
      />
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('configuration_setup.hosts')}>
        {opened && <Hosts onDone={() => setOpened(false)} />}
      </Modal>
    </>
  );
} // prettier-ignore

/** Which of the hosts it was, and why. */
const refusedOf = (error: unknown) =>
  error instanceof ProblemError && error.errors.length > 0
    ? { error: error.errors.map(({ message, found }) => (found === undefined ? message : `${found}: ${message}`)).join(' ') }
    : {}; // prettier-ignore

/** Which hosts inside the own network feeds may ask: an administrator's decision. */
function Hosts({ onDone }: { readonly onDone: () => void }) {
  const t = useSetupWords();
  const words = useProblemWords();
  const client = useQueryClient();
  const { administrator } = useMe();
  const found = useHosts(true);
  const [changed, setChanged] = useState<readonly string[]>();
  const hosts = changed ?? found.data?.hosts ?? [];
  const save = useMutation({
    mutationFn: () => api.put('/configuration/feed-hosts', { hosts }),
    onSuccess: async () => {
      celebrate(t('configuration_setup.saved'));
      await client.invalidateQueries({ queryKey: hostsKey });
      onDone();
    },
  });
  if (found.isPending) return <Loading />;
  return (
    <Stack>
      <Text size="sm">{t('configuration_setup.hosts_hint')}</Text>
      {(found.isError || save.isError) && <Alert color="red" role="alert">{words(found.error ?? save.error)}</Alert>}
      <TagsInput label={t('configuration_setup.hosts_label')} placeholder={hosts.length === 0 ? t('configuration_setup.hosts_example') : ''}
        disabled={!administrator} value={[...hosts]} onChange={setChanged} data-autofocus {...refusedOf(save.error)} />
      {administrator ? (
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>{t('configuration_setup.cancel')}</Button>
          <Button disabled={changed === undefined} loading={save.isPending} onClick={() => save.mutate()}>{t('configuration_setup.save')}</Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">{t('configuration_setup.hosts_admin')}</Text>
      )}
    </Stack>
  );
} // prettier-ignore
