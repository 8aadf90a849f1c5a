import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { ProblemError } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import {
  value as valueOf,
  type MetaAction,
  type MetaInput,
  type MetaType,
  type Permission,
  type Refs,
  type Row,
} from '../contract.ts';
import type { FieldOverrides } from '../field/override.ts';
import { useLabels, useT } from '../words.ts';
import { ProposalChips } from '../proposal/ProposalChips.tsx';
import { useProposals } from '../proposal/useProposals.ts';
import { FieldsForm, fillable, type Asked, type FormValues } from './FieldsForm.tsx';
import { useAction } from './useAction.ts';

type Props = {
  readonly meta: MetaType;
  readonly action: MetaAction;
  /** One record whose values the form starts with; none when several are acted on. */
  readonly row: Row | undefined;
  readonly refs: Refs;
  readonly overrides?: FieldOverrides | undefined;
  readonly title: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly secondPerson: boolean;
  /** Values to begin with, besides the record's own. */
  readonly initial?: FormValues | undefined;
  /** `done` is to be called once the action is. */
  readonly onSubmit: (input: FormValues, done: () => void) => void;
  readonly onClose: () => void;
};

const commentInput: Asked = { field: { key: 'comment', kind: 'longtext' }, required: false, isInput: true };
const reasonInput: Asked = { field: { key: 'reason', kind: 'longtext' }, required: false, isInput: true };

/** What an action asks for: its fields, its own input, a comment where it takes one, a reason where two must agree. */
function askedBy(meta: MetaType, action: MetaAction, overrides?: FieldOverrides): readonly Asked[] {
  const own = action.input.map((input: MetaInput): Asked => ({
    field: input,
    required: input.required,
    isInput: true,
  }));
  const fields = fillable(meta, action.fields, action.required, overrides).map((asked): Asked => {
    const options = action.options?.[asked.field.key];
    return options ? { ...asked, field: { ...asked.field, options } } : asked;
  });
  const asks = (word: string) => action.required.includes(word);
  const has = (word: RegExp) => [...fields, ...own].some((a) => word.test(a.field.key));
  return [
    ...fields,
    ...own,
    ...(asks('reason') || (action.secondPerson && !has(/reason$/i))
      ? [{ ...reasonInput, required: asks('reason') }]
      : []),
    ...((asks('comment') || action.comment) && !has(/^comment$/)
      ? [{ ...commentInput, required: asks('comment') }]
      : []),
  ];
}

/** An instant that must be given is most often now. */
const nowWhereAsked = (asked: readonly Asked[], start: FormValues): FormValues =>
  Object.fromEntries(
    asked
      .filter(
        ({ field, required }) => required && field.kind === 'instant' && (start[field.key] ?? null) === null,
      )
      .map(({ field }) => [field.key, new Date().toISOString()]),
  );

/** The form of an action, made from what /meta says that it asks. */
export function ActionForm({
  meta,
  action,
  row,
  refs,
  overrides,
  title,
  busy,
  error,
  secondPerson,
  initial,
  onSubmit,
  onClose,
}: Props) {
  const t = useT();
  const words = useProblemWords();
  const asked = askedBy(meta, action, overrides);
  const start = Object.fromEntries(action.fields.map((key) => [key, row ? valueOf(row, key) : null]));
  const [values, setValues] = useState<FormValues>(() => ({
    ...start,
    ...nowWhereAsked(asked, start),
    ...initial,
  }));
  const proposing = useProposals(meta, { asked: row ? action.fields : [], values, row });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Only what was changed or filled in: an untouched field stays as it is, whoever changes it meanwhile.
    const filled = asked.flatMap(({ field, required }) => {
      const now = values[field.key] ?? null;
      const before = start[field.key] ?? null;
      return now === before && !(required && now !== null) ? [] : [[field.key, now] as const];
    });
    onSubmit(Object.fromEntries(filled), () => {
      if (row) void proposing.tell(row.number);
    });
  };
  const general = error instanceof ProblemError && error.errors.length > 0 ? undefined : error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {secondPerson && (
            <Alert color="blue" icon={<IconUserCheck />} p="xs">
              <Text size="sm">{t('record.may_need_second_person')}</Text>
            </Alert>
          )}
          {general !== undefined && general !== null && (
            <Alert color="red" role="alert">
              {words(general)}
            </Alert>
          )}
          <ProposalChips
            meta={meta}
            items={proposing.items}
            values={values}
            onTake={(taken) => setValues((before) => ({ ...before, ...taken }))}
          />
          <FieldsForm
            meta={meta}
            asked={asked}
            values={values}
            onChange={(key, value) => setValues((before) => ({ ...before, [key]: value }))}
            error={error}
            refs={refs}
            overrides={overrides}
          />
          {action.comment && (
            <Text size="xs" c="dimmed">
              {action.comment === 'public' ? t('comment.public_hint') : t('comment.internal_hint')}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function ActionModal(
  props: Pick<Props, 'meta' | 'action' | 'refs' | 'overrides' | 'initial' | 'onClose'> & {
    readonly row: Row;
    readonly can: Permission;
  },
) {
  const labels = useLabels();
  const act = useAction(props.meta, props.row.number, props.action);
  return (
    <ActionForm
      {...props}
      title={labels.action(props.meta.type, props.action.name)}
      busy={act.isPending}
      error={act.error}
      secondPerson={props.can.secondPerson === true}
      onSubmit={(input, done) =>
        act.mutate(input, {
          onSuccess: () => {
            done();
            props.onClose();
          },
        })
      }
    />
  );
}
