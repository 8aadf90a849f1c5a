import { ActionIcon, Button, Group, Stack, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call, isProblem } from '../../../platform/ui/api.ts';
import { useEscape } from '../../../platform/ui/keyboard.ts';
import { celebrate, fieldErrors, useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import { nested } from '../../custom-field/nested.ts';
import { value as valueOf, type MetaField, type MetaType, type Row, type Whole } from '../contract.ts';
import { FieldInput } from '../field/FieldInput.tsx';
import type { FieldOverrides } from '../field/override.ts';
import { FieldValue } from '../field/FieldValue.tsx';
import { endpoints } from '../paths.ts';
import { keys } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { useDone } from './useUndo.tsx';
import styles from './record.module.css';

/** The fields of a record, each editable in place where the server allows `edit`. */
export function Details(props: {
  readonly meta: MetaType;
  readonly record: Whole;
  readonly overrides?: FieldOverrides | undefined;
  readonly only?: (field: MetaField) => boolean;
}) {
  const { meta, record, overrides, only = () => true } = props;
  const labels = useLabels();
  const [editing, setEditing] = useState<string>();
  const edit = meta.actions.find((a) => a.name === 'edit');
  const editable = record.can['edit']?.ok === true ? (edit?.fields ?? []) : [];
  return (
    <dl className={styles['details']}>
      {meta.fields.filter(only).map((field) => {
        const mayEdit =
          editable.includes(field.key) &&
          field.readOnly !== true &&
          (field.kind !== 'structure' || overrides?.[field.key]?.Input !== undefined);
        const current = valueOf(record, field.key);
        const empty =
          current === null ||
          current === undefined ||
          current === '' ||
          (Array.isArray(current) && current.length === 0);
        // A counter at zero tells nothing.
        const idle = field.readOnly === true && (current === 0 || current === false);
        if ((empty && !mayEdit) || idle) return null;
        const name = labels.field(meta.type, field.key);
        const Own = overrides?.[field.key]?.Value;
        return (
          <div key={field.key} className={styles['detail']} data-wide={isWide(field) || undefined}>
            {/* While it is edited, its input's label says the name. */}
            <dt>{editing === field.key ? <VisuallyHidden>{name}</VisuallyHidden> : name}</dt>
            <dd>
              {editing === field.key ? (
                <InPlace
                  meta={meta}
                  record={record}
                  field={field}
                  required={edit?.required.includes(field.key) ?? false}
                  overrides={overrides}
                  onClose={() => setEditing(undefined)}
                />
              ) : (
                <Group gap={4} wrap="nowrap" justify="space-between" align="flex-start">
                  <div style={{ minWidth: 0 }}>
                    {Own && !empty ? (
                      <Own value={current} refs={record.refs} record={record} />
                    ) : (
                      <FieldValue meta={meta} field={field} value={current} refs={record.refs} />
                    )}
                  </div>
                  {mayEdit && <EditButton name={name} onClick={() => setEditing(field.key)} />}
                </Group>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const isWide = (field: MetaField) => field.kind === 'longtext' || field.kind === 'structure';

function EditButton({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useT();
  return (
    <ActionIcon
      size="sm"
      className={styles['pencil']}
      aria-label={t('record.edit_field', { name })}
      onClick={onClick}
    >
      <IconPencil size={14} aria-hidden />
    </ActionIcon>
  );
}

type InPlaceProps = {
  readonly meta: MetaType;
  readonly record: Whole;
  readonly field: MetaField;
  readonly required: boolean;
  readonly overrides?: FieldOverrides | undefined;
  readonly onClose: () => void;
};

export function InPlace({ meta, record, field, required, overrides, onClose }: InPlaceProps) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const [value, setValue] = useState(valueOf(record, field.key));
  const [reason, setReason] = useState('');
  const save = useSave(meta, record);
  useEscape(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ [field.key]: value ?? null, ...(reason === '' ? {} : { reason }) }, { onSuccess: onClose });
  };
  const { byField, rest } = fieldErrors(save.error, [field.key, 'reason']);
  // Some changes need words (0.4, a lowered priority): the server says so, and then they are asked for.
  const asksReason = byField['reason'] !== undefined || reason !== '';
  const stale = isProblem(save.error, 412);
  const fault =
    byField[field.key] ?? (save.error && !stale && !asksReason ? (rest[0] ?? words(save.error)) : undefined);
  const name = labels.field(meta.type, field.key);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={6}>
        <FieldInput
          type={meta.type}
          field={field}
          label={name}
          value={value}
          onChange={setValue}
          refs={record.refs}
          required={required}
          error={fault}
          overrides={overrides}
          values={{ ...record }}
        />
        {asksReason && (
          <Textarea
            label={labels.input(meta.type, 'reason')}
            required
            value={reason}
            error={byField['reason']}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
        )}
        {stale && (
          <Text size="xs" c="orange" role="alert">
            {t('record.changed_meanwhile')}
          </Text>
        )}
        <Group gap={6}>
          <Button type="submit" loading={save.isPending}>
            {t('ui.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** PATCH with the version that the reader saw; on 412 the record is read again and the input stays. */
export function useSave(meta: MetaType, record: Whole) {
  const t = useT();
  const labels = useLabels();
  const client = useQueryClient();
  const complain = useComplain();
  const done = useDone(meta);
  return useMutation({
    mutationFn: (fields: Readonly<Record<string, unknown>>) =>
      call<Row>('PATCH', endpoints.record(meta.plural, record.number), {
        body: nested(fields),
        version: record.version,
      }),
    onSuccess: ({ status, data }) => {
      const edit = meta.actions.find((a) => a.name === 'edit');
      if (status === 202)
        celebrate(t('record.asked_second_person', { action: labels.action(meta.type, 'edit') }));
      else if (edit?.reversible === true) done(edit, data);
      return client.invalidateQueries({ queryKey: keys.type(meta.type) });
    },
    onError: (error) => {
      if (isProblem(error, 412))
        void client.invalidateQueries({ queryKey: keys.record(meta.type, record.number) });
      else if (isProblem(error, 0, 500, 502, 503)) complain(error);
    },
  });
}
