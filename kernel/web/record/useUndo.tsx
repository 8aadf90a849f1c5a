import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import type { MetaAction, MetaType, Row } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys } from '../queries.ts';
import { useLabels, useT } from '../words.ts';

/** Shorter than the server allows, so that who presses in the last second is not refused. */
const shownMs = 12_000;

/** Says that something is done and, where the step may be taken back, offers that for some seconds. */
export function useDone(meta: MetaType): (action: MetaAction, made: Row) => void {
  const t = useT();
  const labels = useLabels();
  const complain = useComplain();
  const client = useQueryClient();
  const busy = useRef(false);
  return (action, made) => {
    const message = t('record.done', { action: labels.action(meta.type, action.name), number: made.number });
    if (action.reversible !== true) {
      celebrate(message);
      return;
    }
    const id = `undo-${made.id}-${made.version}`;
    const undo = async () => {
      if (busy.current) return;
      busy.current = true;
      notifications.hide(id);
      await api
        .post(`${endpoints.record(meta.plural, made.number)}/undo`, { version: made.version })
        .then(() => celebrate(t('record.undone', { number: made.number })), complain);
      busy.current = false;
      await client.invalidateQueries({ queryKey: keys.type(meta.type) });
    };
    notifications.show({
      id,
      color: 'teal',
      autoClose: shownMs,
      message: (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">{message}</Text>
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={15} aria-hidden />}
            onClick={() => void undo()}
          >
            {t('record.undo')}
          </Button>
        </Group>
      ),
    });
  };
}
