import { ActionIcon, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Refs } from '../../../kernel/web/contract.ts';
import { Priority } from '../../../kernel/web/field/Priority.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import type { PriorityMatrix } from '../incident.priority.ts';
import { useDeskWords } from './desk.web.ts';
import type { PartProps } from './settings.web.ts';

type Matrix = PriorityMatrix['matrix'];

/** The matrix for everybody, and those of single customers. */
export function Matrices({ values, set, disabled, refs }: PartProps & { refs: Refs }) {
  const t = useDeskWords();
  const { matrix, customers } = values.priorityMatrix;
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const put = (part: Partial<PriorityMatrix>) =>
    set({ priorityMatrix: { ...values.priorityMatrix, ...part } });
  const own = Object.entries(customers);
  const nameOf = (id: string) => names[id] ?? refs[id]?.title ?? id;
  return (
    <>
      <Cells matrix={matrix} disabled={disabled} onChange={(next) => put({ matrix: next })} />
      {own.length > 0 && (
        <Text size="sm" fw={600}>
          {t('incident_rules.own')}
        </Text>
      )}
      {own.map(([id, theirs]) => (
        <Stack key={id} gap={4}>
          <Group justify="space-between">
            <Text size="sm">{nameOf(id)}</Text>
            {!disabled && (
              <ActionIcon
                aria-label={t('incident_rules.own_remove', { name: nameOf(id) })}
                onClick={() => put({ customers: Object.fromEntries(own.filter(([one]) => one !== id)) })}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            )}
          </Group>
          <Cells
            matrix={theirs}
            disabled={disabled}
            onChange={(next) => put({ customers: { ...customers, [id]: next } })}
          />
        </Stack>
      ))}
      {!disabled && (
        <ReferencePicker
          // Anew after each choice: the field is for the next customer.
          key={own.length}
          to={['organisation']}
          label={t('incident_rules.own_add')}
          value={null}
          onChange={(id, choice) => {
            if (id === null) return;
            setNames({ ...names, [id]: choice?.title ?? id });
            put({ customers: { ...customers, [id]: customers[id] ?? matrix } });
          }}
        />
      )}
    </>
  );
}

function Cells(props: {
  readonly matrix: Matrix;
  readonly disabled: boolean;
  readonly onChange: (next: Matrix) => void;
}) {
  const { matrix, disabled, onChange } = props;
  const t = useDeskWords();
  const labels = useLabels();
  const impact = (n: number) => labels.option('incident', 'impact', n);
  const urgency = (n: number) => labels.option('incident', 'urgency', n);
  const put = (i: number, j: number, priority: number) =>
    onChange(matrix.map((row, r) => (r === i ? row.with(j, priority) : row)) as Matrix);
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table withColumnBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              {labels.field('incident', 'impact')} \ {labels.field('incident', 'urgency')}
            </Table.Th>
            {[1, 2, 3].map((n) => (
              <Table.Th key={n}>{urgency(n)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matrix.map((row, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- the place is what it means
            <Table.Tr key={i}>
              <Table.Th scope="row">{impact(i + 1)}</Table.Th>
              {row.map((priority, j) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <Table.Td key={j}>
                  {disabled ? (
                    <Priority value={priority} />
                  ) : (
                    <NativeSelect
                      size="xs"
                      aria-label={t('incident_rules.cell', {
                        impact: impact(i + 1),
                        urgency: urgency(j + 1),
                      })}
                      value={String(priority)}
                      onChange={(e) => put(i, j, Number(e.currentTarget.value))}
                      data={[1, 2, 3, 4].map((n) => ({
                        value: String(n),
                        label: labels.option('record', 'priority', n),
                      }))}
                    />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
