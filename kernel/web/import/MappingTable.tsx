import {
  Alert,
  Button,
  Checkbox,
  Group,
  Paper,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import type { MetaField } from '../contract.ts';
import { zones } from '../field/ZoneInput.tsx';
import { useMetaType } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import type { ColumnMapping, Job, Mapping } from './jobs.ts';

const orders = ['auto', 'ymd', 'dmy', 'mdy'] as const;

/** Which column becomes which field, and how its texts are read. */
export function MappingTable({ job, editable }: { job: Job; editable: boolean }) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const client = useQueryClient();
  const meta = useMetaType(job.type);
  const [mapping, setMapping] = useState<Mapping>(job.mapping ?? job.suggestedMapping ?? {});
  const columns = job.columns ?? Object.keys(mapping.columns ?? {});
  const save = useMutation({
    mutationFn: () => api.put(`/imports/${job.id}/mapping`, mapping),
    onSuccess: async () => {
      celebrate(t('ui.saved'));
      await client.invalidateQueries({ queryKey: ['imports'] });
    },
  });
  const set = (patch: Partial<Mapping>) => setMapping((before) => ({ ...before, ...patch }));
  const setColumn = (column: string, next: ColumnMapping | undefined) => {
    const { [column]: _, ...rest } = mapping.columns ?? {};
    set({ columns: next === undefined ? rest : { ...rest, [column]: next } });
  };
  // An importer knows its file: what is identity, and what becomes of unknown names.
  const replayed = typeof mapping.importer === 'string';
  const { rest } = fieldErrors(save.error, []);
  const fields = meta.fields.filter((f) => f.kind !== 'structure');
  const known = new Set([
    ...fields.map((f) => f.key),
    ...Object.values(mapping.columns ?? {}).map((c) => c.field),
  ]);
  const options = [...known].map((key) => ({ value: key, label: labels.field(job.type, key) }));
  return (
    <Paper p="md" component="section" aria-label={t('imports.mapping')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {t('imports.mapping')}
        </Title>
        {editable && (
          <Button variant="light" loading={save.isPending} onClick={() => save.mutate()}>
            {t('imports.save_mapping')}
          </Button>
        )}
      </Group>
      {replayed && (
        <Alert color="blue" mb="sm">
          {t('imports.recognised', {
            name: labels.key(`importer.${mapping.importer ?? ''}`, mapping.importer ?? ''),
          })}
        </Alert>
      )}
      {save.isError && (
        <Alert color="red" mb="sm" role="alert">
          {rest.length > 0 ? rest.join(' ') : words(save.error)}
        </Alert>
      )}
      <Group align="flex-end" mb="sm">
        <TextInput
          w={170}
          label={t('imports.source')}
          disabled={!editable}
          value={mapping.source ?? ''}
          onChange={(e) => set({ source: e.currentTarget.value })}
        />
        {!replayed && (
          <Select
            w={200}
            label={t('imports.identity')}
            clearable
            disabled={!editable}
            data={[...columns]}
            value={mapping.identity ?? null}
            onChange={(identity) => set({ identity })}
          />
        )}
        <Select
          w={190}
          label={t('imports.zone')}
          searchable
          limit={60}
          disabled={!editable}
          allowDeselect={false}
          data={zones()}
          value={mapping.zone ?? 'UTC'}
          onChange={(zone) => zone !== null && set({ zone })}
        />
        <Select
          w={170}
          label={t('imports.dates')}
          disabled={!editable}
          allowDeselect={false}
          data={orders.map((o) => ({ value: o, label: t(`imports.dates_${o}`) }))}
          value={mapping.dates ?? 'auto'}
          onChange={(next) => {
            const dates = orders.find((o) => o === next);
            if (dates) set({ dates });
          }}
        />
        {!replayed && (
          <Select
            w={220}
            label={t('imports.unknown')}
            disabled={!editable}
            allowDeselect={false}
            data={[
              { value: 'reject', label: t('imports.unknown_reject') },
              { value: 'warn', label: t('imports.unknown_warn') },
            ]}
            value={mapping.unknown ?? 'reject'}
            onChange={(next) => set({ unknown: next === 'warn' ? 'warn' : 'reject' })}
          />
        )}
      </Group>
      {!replayed && (
        <Table.ScrollContainer minWidth={760}>
          <Table aria-label={t('imports.mapping')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('imports.column')}</Table.Th>
                <Table.Th>{t('imports.example')}</Table.Th>
                <Table.Th>{t('imports.to_field')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {columns.map((column, at) => {
                const own = mapping.columns?.[column];
                const field = fields.find((f) => f.key === own?.field);
                const examples = [
                  ...new Set((job.sample ?? []).map((row) => row[at] ?? '').filter((v) => v !== '')),
                ].slice(0, 3);
                return (
                  <Table.Tr key={column}>
                    <Table.Td>{column}</Table.Td>
                    <Table.Td maw={280}>
                      <Text size="xs" c="dimmed" truncate>
                        {examples.join(' · ')}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Select
                        size="xs"
                        w={230}
                        aria-label={`${t('imports.to_field')}: ${column}`}
                        placeholder={t('imports.leave_out')}
                        clearable
                        searchable
                        disabled={!editable}
                        data={options}
                        value={own?.field ?? null}
                        onChange={(next) => setColumn(column, next === null ? undefined : { field: next })}
                      />
                    </Table.Td>
                    <Table.Td>
                      {own && field && (
                        <ColumnExtras
                          type={job.type}
                          column={column}
                          own={own}
                          field={field}
                          editable={editable}
                          onChange={(next) => setColumn(column, next)}
                        />
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}

/** References may be created where they are missing; texts of a choice are told what they mean. */
function ColumnExtras(props: {
  readonly type: string;
  readonly column: string;
  readonly own: ColumnMapping;
  readonly field: MetaField;
  readonly editable: boolean;
  readonly onChange: (next: ColumnMapping) => void;
}) {
  const { type, column, own, field, editable, onChange } = props;
  const t = useT();
  const labels = useLabels();
  if (field.kind === 'reference') {
    return (
      <Checkbox
        size="xs"
        label={t('imports.create_missing')}
        aria-label={`${t('imports.create_missing')}: ${column}`}
        disabled={!editable}
        checked={own.create === true}
        onChange={(e) => onChange({ ...own, create: e.currentTarget.checked })}
      />
    );
  }
  const values = Object.entries(own.values ?? {});
  if (field.kind !== 'choice' || values.length === 0) return null;
  return (
    <Stack gap={4}>
      {values.map(([text, meant]) => (
        <Group key={text} gap={6} wrap="nowrap">
          <Text size="xs" w={130} truncate title={text}>
            {text}
          </Text>
          <Select
            size="xs"
            w={170}
            aria-label={`${column}: ${text}`}
            disabled={!editable}
            data={(field.options ?? []).map((o) => ({
              value: String(o),
              label: labels.option(type, field.key, o),
            }))}
            value={meant === null ? null : String(meant)}
            onChange={(next) => {
              const option = field.options?.find((o) => String(o) === next) ?? null;
              onChange({ ...own, values: { ...own.values, [text]: option } });
            }}
          />
        </Group>
      ))}
    </Stack>
  );
}
