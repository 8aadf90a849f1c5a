import { Alert, Button, Group, Modal, Stack, Text, Textarea, Tooltip } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import type { MetaType, PendingAct, Whole } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys } from '../queries.ts';
import { useLabels, useT } from '../words.ts';

/** Acts that wait for a second person: who asked for what, and the answer. */
export function Pending({ meta, record }: { meta: MetaType; record: Whole }) {
  return record.pending.map((act) => <PendingOne key={act.id} meta={meta} record={record} act={act} />);
}

function PendingOne({ meta, record, act }: { meta: MetaType; record: Whole; act: PendingAct }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const complain = useComplain();
  const problem = useProblemWords();
  const client = useQueryClient();
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const path = `${endpoints.record(meta.plural, record.number)}/pending/${act.id}`;
  const decide = useMutation({
    mutationFn: (verb: 'confirm' | 'decline') => api.post(`${path}/${verb}`, reason === '' ? {} : { reason }),
    onSuccess: async (_, verb) => {
      setDeclining(false);
      celebrate(verb === 'confirm' ? t('pending.confirmed') : t('pending.declined'));
      await client.invalidateQueries({ queryKey: keys.type(meta.type) });
    },
    onError: (error, verb) => {
      if (verb === 'confirm') complain(error);
    },
  });
  const who = act.requestedBy?.name ?? t('timeline.software');
  const { ok, why: code, words } = act.canConfirm;
  const why = ok ? undefined : (words ?? (code === undefined ? undefined : labels.key(code)));
  const asked = typeof act.input['reason'] === 'string' ? act.input['reason'] : '';
  const action = labels.action(meta.type, act.action);
  const confirm = (
    <Button
      loading={decide.isPending}
      onClick={() => act.canConfirm.ok && decide.mutate('confirm')}
      {...(act.canConfirm.ok ? {} : { 'data-disabled': true, 'aria-disabled': true })}
    >
      {t('pending.confirm')}
    </Button>
  );
  return (
    <Alert
      color="blue"
      icon={<IconUserCheck />}
      title={t('pending.title', { action })}
      role="region"
      aria-label={t('pending.title', { action })}
    >
      <Stack gap="xs">
        <Text size="sm">
          {t('pending.asked', { who, at: format.dateTime(act.requestedAt) })}
          {asked !== '' && ` ${t('timeline.reason', { reason: asked })}`}
        </Text>
        {why !== undefined && (
          <Text size="xs" c="dimmed">
            {why}
          </Text>
        )}
        <Group gap={6}>
          {act.canConfirm.ok ? confirm : <Tooltip label={why}>{confirm}</Tooltip>}
          {act.canDecline !== false && (
            <Button variant="default" onClick={() => setDeclining(true)}>
              {t('pending.decline')}
            </Button>
          )}
        </Group>
      </Stack>
      <Modal
        opened={declining}
        onClose={() => setDeclining(false)}
        title={t('pending.decline')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack>
          <Textarea
            label={t('pending.reason')}
            value={reason}
            data-autofocus
            error={decide.isError ? problem(decide.error) : undefined}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setDeclining(false)}>
              {t('ui.cancel')}
            </Button>
            <Button color="red" loading={decide.isPending} onClick={() => decide.mutate('decline')}>
              {t('pending.decline')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Alert>
  );
}
