import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../platform/ui/api.ts';
import { celebrate } from '../../../platform/ui/problems.ts';
import { nested } from '../../custom-field/nested.ts';
import type { MetaAction, MetaType, Row } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { useDone } from './useUndo.tsx';

/** Performs a transition and shows its outcome: done, or kept until a second person confirms (202). */
export function useAction(meta: MetaType, number: string, action: MetaAction) {
  const client = useQueryClient();
  const t = useT();
  const labels = useLabels();
  const done = useDone(meta);
  return useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) =>
      call<Row>('POST', endpoints.transition(meta.plural, number, action.name), { body: nested(input) }),
    onSuccess: async ({ status, data }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.record(meta.type, number) }),
        client.invalidateQueries({ queryKey: keys.lists(meta.type) }),
      ]);
      // When the dialog is about to close: behind it nobody could press "Undo".
      if (status === 202)
        celebrate(t('record.asked_second_person', { action: labels.action(meta.type, action.name) }));
      else done(action, data);
    },
  });
}

/** An action that asks for nothing is done at the click. */
export const asksNothing = (action: MetaAction) =>
  action.fields.length === 0 &&
  action.input.length === 0 &&
  action.required.length === 0 &&
  !action.comment &&
  !action.secondPerson;

/** What no generic form could ask for: its practice's page does. */
export const asksInItsOwnWay = (action: MetaAction) => action.input.some(({ kind }) => kind === 'structure');
