import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useWords } from '../../../platform/ui/words.ts';
import { asText } from '../../../kernel/record/text.ts';
import { useClasses, useItemWords } from './configuration.web.ts';
import { useFieldName, useT } from './reconciliation.web.ts';
import { useSetupWords, type Preview } from './setup.web.ts';

/** The first rows of a document as they would be read: what is an item, what a relation, and what is wrong. */
export function FirstRows({ preview }: { readonly preview: Preview }) {
  const t = useSetupWords();
  const format = useFormat();
  const { counts, read } = preview;
  const numbers = { n: format.number(read), items: format.number(counts.items), relations: format.number(counts.relations), problems: format.number(counts.problems) };
  return (
    <Stack gap="xs" component="section" aria-label={t('configuration_setup.preview')}>
      <Text fw={600} size="sm">{t('configuration_setup.preview')}</Text>
      <Group gap="xs"><Text size="sm" c="dimmed">{t('configuration_setup.preview_of', numbers)}</Text></Group>
      {preview.items.length > 0 && <Items preview={preview} />}
      {preview.relations.length > 0 && <Relations preview={preview} />}
      <Problems preview={preview} />
    </Stack>
  );
} // prettier-ignore

function Items({ preview }: { readonly preview: Preview }) {
  const t = useSetupWords();
  const labels = useLabels();
  const fieldName = useFieldName();
  const { classes, nameOf } = useClasses();
  const fields = [...new Set(preview.items.flatMap(({ values }) => Object.keys(values)))].slice(0, 8);
  const className = (id: string) => {
    const found = classes.find((one) => one.id === id);
    return found ? nameOf(found) : '';
  };
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing={4} fz="xs" withTableBorder aria-label={t('configuration_setup.preview')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('configuration_setup.preview_row')}</Table.Th>
            <Table.Th>{t('configuration_setup.target.ref')}</Table.Th>
            <Table.Th>{labels.field('ci', 'title')}</Table.Th>
            <Table.Th>{labels.field('ci', 'classId')}</Table.Th>
            {fields.map((field) => <Table.Th key={field}>{fieldName(field)}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.items.map((item) => (
            <Table.Tr key={item.row}>
              <Table.Td c="dimmed">{item.row}</Table.Td>
              <Table.Td>{item.ref}</Table.Td>
              <Table.Td>{item.title ?? '–'}</Table.Td>
              <Table.Td><Badge variant="light" tt="none">{className(item.classId)}</Badge></Table.Td>
              {fields.map((field) => <Table.Td key={field}>{asText(item.values[field] ?? '')}</Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore

function Relations({ preview }: { readonly preview: Preview }) {
  const item = useItemWords();
  return (
    <Stack gap={2}>
      {preview.relations.map(({ row, from, kind, to }) => (
        <Text size="xs" key={row}>
          {from} <Text span c="dimmed">{item(`relation_kind.${kind}`)}</Text> {to}
        </Text>
      ))}
    </Stack>
  );
} // prettier-ignore

function Problems({ preview }: { readonly preview: Preview }) {
  const t = useT();
  const told = useWords<Readonly<Record<string, string>>>();
  return preview.problems.map(({ row, ref, field, code, params }) => (
    <Text size="xs" c="red" key={`${row}${field}`}>
      {t('reconciliation.row', { row })}
      {ref === null ? '' : ` (${ref})`}: {told(code, params ?? {})}
    </Text>
  ));
}
