import { Alert, Button, FileButton, Group, Select, Stack, Table, Text } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { ignored, itemTargets, relationTargets } from '../feed.targets.ts';
import { useClasses } from './configuration.web.ts';
import { FirstRows } from './FirstRows.tsx';
import { useSetupWords, type Preview } from './setup.web.ts';

type Mapping = Readonly<Record<string, string>>;
type Row = { readonly name: string; readonly samples: readonly string[]; readonly byName: string | null };

const same = (a: Mapping, b: Mapping) =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => a[key] === b[key]);

/** What becomes of each column or JSON path, tried on a document before it is kept. */
export function FeedColumns({ record }: { readonly record: Whole }) {
  const t = useSetupWords();
  const client = useQueryClient();
  const kept = (value(record, 'mapping') ?? {}) as Mapping;
  const [changed, setChanged] = useState<Mapping>();
  const [file, setFile] = useState<File | null>(null);
  const mapping = changed ?? kept;
  const editable = record.can['edit']?.ok === true;
  const fetched = value(record, 'transport') === 'http';
  const preview = useMutation({ mutationFn: (given: { file: File | null; mapping: Mapping }) => tried(record.number, given) });
  const look = (next: Mapping, of: File | null) => {
    if (of || fetched) preview.mutate({ file: of, mapping: next });
  };
  const save = useMutation({
    mutationFn: () => api.post(endpoints.transition('feeds', record.number, 'edit'), { mapping }),
    onSuccess: async () => {
      celebrate(t('configuration_setup.saved'));
      await client.invalidateQueries({ queryKey: keys.type('feed') });
      setChanged(undefined);
    },
  });
  const set = (column: string, target: string | null) => {
    const { [column]: _, ...rest } = mapping;
    const next = target === null ? rest : { ...rest, [column]: target };
    setChanged(same(next, kept) ? undefined : next);
    if (preview.data) look(next, file);
  };
  const choose = (next: File | null) => {
    setFile(next);
    if (next) look(mapping, next);
  };
  const rows = rowsOf(mapping, preview.data);
  const discard = () => {
    setChanged(undefined);
    if (preview.data) look(kept, file);
  };
  const way = fetched ? (
    <Button variant="default" leftSection={<IconTableImport size={15} aria-hidden />} loading={preview.isPending} onClick={() => look(mapping, null)}>{t('configuration_setup.columns_fetch')}</Button>
  ) : (
    <FileButton accept=".csv,.xlsx,.json,.gz" onChange={choose}>
      {(props) => <Button {...props} variant="default" leftSection={<IconTableImport size={15} aria-hidden />} loading={preview.isPending}>{t('configuration_setup.columns_try')}</Button>}
    </FileButton>
  );
  return (
    <Panel title={t('configuration_setup.columns')} aside={editable ? way : undefined}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{t('configuration_setup.columns_hint')}{file ? ` ${file.name}` : ''}</Text>
        <Faults error={preview.error ?? save.error} />
        {rows.length === 0 ? <Text size="sm">{t('configuration_setup.columns_none')}</Text> : <Columns rows={rows} mapping={mapping} editable={editable} onSet={set} />}
        {changed && (
          <Group gap="xs">
            <Button loading={save.isPending} onClick={() => save.mutate()}>{t('configuration_setup.columns_save')}</Button>
            <Button variant="default" onClick={discard}>{t('configuration_setup.columns_undo')}</Button>
          </Group>
        )}
        {preview.data && <FirstRows preview={preview.data} />}
      </Stack>
    </Panel>
  );
} // prettier-ignore

function tried(number: string, { file, mapping }: { file: File | null; mapping: Mapping }) {
  const to = `${endpoints.record('feeds', number)}/preview`;
  if (!file) return api.post<Preview>(to, { mapping });
  const form = new FormData();
  form.append('mapping', JSON.stringify(mapping));
  form.append('file', file);
  return api.post<Preview>(to, form);
}

/** The document's columns, and those that are told and that it has not. */
function rowsOf(mapping: Mapping, preview: Preview | undefined): readonly Row[] {
  const there = (preview?.tables ?? []).flatMap(({ columns }) => columns);
  const rows = there.map(({ name, samples, target }): Row => ({ name, samples, byName: mapping[name] === undefined ? target : null }));
  const known = new Set(rows.map(({ name }) => name));
  const others = Object.keys(mapping).filter((name) => !known.has(name));
  return [...new Map([...rows, ...others.map((name): Row => ({ name, samples: [], byName: null }))].map((row) => [row.name, row])).values()];
} // prettier-ignore

function Faults({ error }: { readonly error: unknown }) {
  const words = useProblemWords();
  if (!error) return null;
  const { rest } = fieldErrors(error, []);
  return <Alert color="red" role="alert">{rest.length > 0 ? rest.join(' ') : words(error)}</Alert>;
} // prettier-ignore

type ColumnsProps = {
  readonly rows: readonly Row[];
  readonly mapping: Mapping;
  readonly editable: boolean;
  readonly onSet: (column: string, target: string | null) => void;
};
function Columns({ rows, mapping, editable, onSet }: ColumnsProps) {
  const t = useSetupWords();
  const { options, nameOf } = useTargets();
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table aria-label={t('configuration_setup.columns')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('configuration_setup.column')}</Table.Th><Table.Th>{t('configuration_setup.example')}</Table.Th><Table.Th>{t('configuration_setup.becomes')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, samples, byName }) => (
            <Table.Tr key={name}>
              <Table.Td><code>{name}</code></Table.Td>
              <Table.Td maw={260}><Text size="xs" c="dimmed" truncate>{samples.join(' · ')}</Text></Table.Td>
              <Table.Td>
                <Select size="xs" w={250} searchable clearable disabled={!editable} aria-label={`${t('configuration_setup.becomes')}: ${name}`}
                  placeholder={byName === null ? t('configuration_setup.not_read') : t('configuration_setup.by_name', { target: nameOf(byName) })}
                  data={options} value={mapping[name] ?? null} onChange={(target) => onSet(name, target)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore

/** What a column may become, by its name in the reader's language. */
function useTargets() {
  const t = useSetupWords();
  const language = useLanguage();
  const { classes } = useClasses();
  const attributes = new Map(
    classes.flatMap((one) => one.attributes).map(({ key, label }) => [`attributes.${key}`, label[language]]),
  );
  const own = (target: (typeof itemTargets)[number] | (typeof relationTargets)[number]) => ({
    value: target as string,
    label: t(`configuration_setup.target.${target}`),
  });
  const options = [
    { group: t('configuration_setup.group_item'), items: [...itemTargets.map(own), { value: ignored, label: t('configuration_setup.leave_out') }] },
    { group: t('configuration_setup.group_attribute'), items: [...attributes].map(([key, label]) => ({ value: key, label })) },
    { group: t('configuration_setup.group_relation'), items: relationTargets.map(own) },
  ];
  const all = new Map(options.flatMap(({ items }) => items).map((one) => [one.value, one.label]));
  return { options, nameOf: (target: string) => all.get(target) ?? target };
} // prettier-ignore
