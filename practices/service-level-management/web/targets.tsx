import { Group, NumberInput, Stack, Table, Text } from '@mantine/core';
import type { FieldOverrides, InputProps } from '../../../kernel/web/field/override.ts';
import { Priority } from '../../../kernel/web/field/Priority.tsx';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useChoices } from '../../../kernel/web/field/useChoices.ts';
import type { Refs } from '../../../kernel/web/contract.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type agreementWords from '../i18n/en.ts';
import { priorities, promises, type Measured, type Promised, type Targets } from '../targets.schema.ts';
import { UsualTargets } from './UsualTargets.tsx';
import type words from './words.en.ts';

const useT = useWords<typeof agreementWords & typeof words>;
const asTargets = (value: unknown): Targets => (typeof value === 'object' && value !== null ? value : {});

/** Priorities × promises, in minutes. A priority may be counted over another calendar, such as 24×7 for the first. */
function TargetsInput({ value, onChange, label, description, error, refs }: InputProps) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const targets = asTargets(value);
  const set = (priority: (typeof priorities)[number], promise: Promised, measured: Measured | undefined) => {
    const { [promise]: _, ...rest } = targets[priority] ?? {};
    onChange({ ...targets, [priority]: measured === undefined ? rest : { ...rest, [promise]: measured } });
  };
  const recount = (priority: (typeof priorities)[number], calendarId: string | null) => {
    const row = promises.flatMap((promise) => {
      const minutes = targets[priority]?.[promise]?.minutes;
      return minutes === undefined
        ? []
        : [[promise, { minutes, ...(calendarId === null ? {} : { calendarId }) }] as const];
    });
    onChange({ ...targets, [priority]: Object.fromEntries(row) });
  };
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <UsualTargets onChoose={onChange} />
      </Group>
      {description && (
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      )}
      <Table.ScrollContainer minWidth={620}>
        <Table aria-label={label} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('agreement_page.priority')}</Table.Th>
              {promises.map((promise) => (
                <Table.Th key={promise}>
                  {t('agreement_page.minutes', { target: t(`agreement.target.${promise}`) })}
                </Table.Th>
              ))}
              <Table.Th>{t('agreement_page.calendar')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {priorities.map((priority) => {
              const row = targets[priority] ?? {};
              const name = labels.option('record', 'priority', priority);
              const calendars = [...new Set(Object.values(row).map((m) => m?.calendarId))];
              return (
                <Table.Tr key={priority}>
                  <Table.Td>
                    <Priority value={Number(priority)} />
                  </Table.Td>
                  {promises.map((promise) => (
                    <Table.Td key={promise}>
                      <NumberInput
                        size="xs"
                        w={120}
                        min={1}
                        allowDecimal={false}
                        hideControls
                        aria-label={t('agreement_page.minutes_of', {
                          priority: name,
                          target: t(`agreement.target.${promise}`),
                        })}
                        value={row[promise]?.minutes ?? ''}
                        rightSectionWidth={58}
                        rightSection={
                          <Text size="xs" c="dimmed">
                            {row[promise] ? format.hours(row[promise].minutes * 60_000) : ''}
                          </Text>
                        }
                        onChange={(minutes) =>
                          set(
                            priority,
                            promise,
                            typeof minutes === 'number'
                              ? {
                                  minutes,
                                  ...(calendars[0] === undefined ? {} : { calendarId: calendars[0] }),
                                }
                              : undefined,
                          )
                        }
                      />
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <ReferencePicker
                      to={['calendar']}
                      refs={refs}
                      ariaLabel={t('agreement_page.calendar_of', { priority: name })}
                      value={calendars[0] ?? null}
                      onChange={(id) => recount(priority, id)}
                    />
                    <Text size="xs" c="dimmed">
                      {calendars.length > 1
                        ? t('agreement_page.mixed')
                        : calendars[0] === undefined
                          ? t('agreement_page.own_hours')
                          : ''}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {error && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}

function TargetsValue({ value, refs }: { value: unknown; refs: Refs }) {
  const t = useT();
  const format = useFormat();
  const targets = asTargets(value);
  const named = useCalendars(targets, refs);
  return (
    <div style={{ overflowX: 'auto' }}>
      <Table w="auto" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('agreement_page.priority')}</Table.Th>
            {promises.map((promise) => (
              <Table.Th key={promise}>{t(`agreement.target.${promise}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {priorities.map((priority) => (
            <Table.Tr key={priority}>
              <Table.Td>
                <Priority value={Number(priority)} />
              </Table.Td>
              {promises.map((promise) => {
                const measured = targets[priority]?.[promise];
                return (
                  <Table.Td key={promise}>
                    {measured === undefined ? '—' : format.hours(measured.minutes * 60_000)}
                    {measured?.calendarId !== undefined && (
                      <Text size="xs" c="dimmed">
                        <RefLink id={measured.calendarId} refs={named} plain />
                      </Text>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** The record's own references do not reach into the structure; calendars are few, so their names are asked for. */
function useCalendars(targets: Targets, refs: Refs): Refs {
  const ids = Object.values(targets).flatMap((row) =>
    Object.values(row ?? {}).flatMap((m) => m?.calendarId ?? []),
  );
  const choices = useChoices(
    ['calendar'],
    '',
    ids.some((id) => !refs[id]),
  );
  return { ...refs, ...Object.fromEntries((choices.data ?? []).map((c) => [c.id, c])) };
}

export const agreementOverrides: FieldOverrides = { targets: { Input: TargetsInput, Value: TargetsValue } };
