import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { InstantInput } from '../../../../kernel/web/field/DateInputs.tsx';
import { endpoints } from '../../../../kernel/web/paths.ts';
import { keys } from '../../../../kernel/web/queries.ts';
import { api, isProblem, ProblemError } from '../../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../../platform/ui/problems.ts';
import { useT } from '../useT.ts';
import type { Move, Planned } from './schedule.web.ts';

type Action = NonNullable<Move['action']>;

/** Another window, with what the process asks for it; the guards answer here, and nothing has moved until they agree. */
export function MoveDialog({ change, from, onClose }: { change: Planned; from: string; onClose: () => void }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const lengthMs = Date.parse(change.to) - Date.parse(change.from);
  const [start, setStart] = useState(from);
  const [end, setEnd] = useState(new Date(Date.parse(from) + lengthMs).toISOString());
  const [reason, setReason] = useState('');
  const [resolution, setResolution] = useState('');
  const action: Action = change.move.action ?? 'edit';
  const send = useMutation({
    mutationFn: (by: Action) => {
      const window = { plannedStartAt: start, plannedEndAt: end };
      const decided = resolution === '' ? {} : { collisionResolution: resolution };
      if (by === 'edit') return api.patch(endpoints.record('changes', change.number), { ...window, ...decided });
      const basis = by === 'reschedule' ? { windowBasis: change.windowBasis, ...decided } : {};
      return api.post(endpoints.transition('changes', change.number, by), { ...window, ...basis, reason });
    },
    onSuccess: (_answer, by) => {
      celebrate(t(by === 'move_back' ? 'change_schedule.asked_again' : 'change_schedule.moved', { number: change.number }));
      onClose();
      return client.invalidateQueries({ queryKey: keys.type('change') });
    },
  });
  const { error } = send;
  const { byField, rest } = fieldErrors(error, ['plannedStartAt', 'plannedEndAt', 'reason', 'collisionResolution']);
  const codes = error instanceof ProblemError ? [error.code, ...error.errors.map(({ code }) => code)] : [];
  const collides = codes.includes('change.collides') || resolution !== '';
  const bound = codes.includes('change.window_not_approved');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(bound ? 'move_back' : action);
  };
  /** Another window may need nobody again. */
  const choose = (from: string, to: string) => {
    send.reset();
    setStart(from);
    setEnd(to);
  };
  return (
    <Modal opened onClose={onClose} title={t('change_schedule.move_title', { number: change.number })} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" fw={500}>{change.title}</Text>
          <Text size="sm" c="dimmed">{t(`change_schedule.move_hint.${bound ? 'move_back' : action}`)}</Text>
          {error !== null && (rest.length > 0 || Object.keys(byField).length === 0 || isProblem(error, 409)) && (
            <Alert color="red" role="alert">{rest.length > 0 ? rest.join(' ') : words(error)}</Alert>
          )}
          <InstantInput
            label={t('change_schedule.from')}
            required
            value={start}
            error={byField['plannedStartAt']}
            onChange={(next) => {
              if (next !== null) choose(next, new Date(Date.parse(next) + lengthMs).toISOString());
            }}
          />
          <InstantInput label={t('change_schedule.to')} required value={end} error={byField['plannedEndAt']} onChange={(next) => next !== null && choose(start, next)} />
          {action !== 'edit' && (
            <Textarea label={t('change_schedule.reason')} required autosize minRows={2} data-autofocus value={reason} error={byField['reason']} onChange={(e) => setReason(e.currentTarget.value)} />
          )}
          {collides && (
            <Textarea label={t('change_schedule.resolution')} autosize minRows={2} value={resolution} error={byField['collisionResolution']} onChange={(e) => setResolution(e.currentTarget.value)} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('ui.cancel')}</Button>
            <Button type="submit" loading={send.isPending}>{t(bound ? 'change_schedule.ask_again' : `change_schedule.move_do.${action}`)}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
} // prettier-ignore
