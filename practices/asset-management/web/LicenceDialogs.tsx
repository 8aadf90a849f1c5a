import { Alert, Button, Group, Modal, NumberInput, Select, Stack } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { usePosition, useT } from './asset.web.ts';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';

type Props = { readonly record: Whole; readonly onClose: () => void };

/** A small form in a window: its title is the action's. */
export function Dialog(props: {
  readonly title: string;
  readonly fault: string | undefined;
  readonly busy: boolean;
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {props.fault !== undefined && (
            <Alert color="red" role="alert">
              {props.fault}
            </Alert>
          )}
          {props.children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={props.busy}>
              {props.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What no field of the form shows is told above it. */
export function useFault(error: unknown, fields: readonly string[]) {
  const words = useProblemWords();
  const { byField, rest } = fieldErrors(error, fields);
  const general =
    error === null || error === undefined || Object.keys(byField).length > 0
      ? undefined
      : rest.length > 0
        ? rest.join(' ')
        : words(error);
  return { byField, general };
}

export function AssignDialog({ record, onClose }: Props) {
  const t = useT();
  const labels = useLabels();
  const assign = useTransition(record, 'assign');
  const [assigneeId, setAssignee] = useState<string | null>(null);
  const [quantity, setQuantity] = useState<number | string>(1);
  const { byField, general } = useFault(assign.error, ['assigneeId', 'quantity']);
  const title = labels.action('licence', 'assign');
  return (
    <Dialog
      title={title}
      submit={title}
      fault={general}
      busy={assign.isPending}
      onClose={onClose}
      onSubmit={() => assign.mutate({ assigneeId, quantity: Number(quantity) }, { onSuccess: onClose })}
    >
      <ReferencePicker
        to={['asset', 'person']}
        label={t('asset_pages.assignee')}
        required
        startHere
        value={assigneeId}
        error={byField['assigneeId']}
        onChange={setAssignee}
      />
      <NumberInput
        label={t('asset_pages.quantity')}
        min={1}
        allowDecimal={false}
        value={quantity}
        error={byField['quantity']}
        onChange={setQuantity}
      />
    </Dialog>
  );
}

export function ReleaseDialog({ record, chosen, onClose }: Props & { readonly chosen?: string }) {
  const t = useT();
  const labels = useLabels();
  const release = useTransition(record, 'release');
  const position = usePosition(record.number).data;
  const [assignmentId, setAssignment] = useState<string | null>(chosen ?? null);
  const { byField, general } = useFault(release.error, ['assignmentId']);
  const title = labels.action('licence', 'release');
  return (
    <Dialog
      title={title}
      submit={title}
      fault={general}
      busy={release.isPending}
      onClose={onClose}
      onSubmit={() => release.mutate({ assignmentId }, { onSuccess: onClose })}
    >
      <Select
        label={t('asset_pages.release_choose')}
        required
        searchable
        data={(position?.items ?? []).map(({ id, assigneeId }) => {
          const ref = position?.refs[assigneeId];
          return { value: id, label: ref ? `${ref.title} · ${ref.number}` : '…' };
        })}
        value={assignmentId}
        error={byField['assignmentId']}
        onChange={setAssignment}
      />
    </Dialog>
  );
}
