import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Select,
  Stack,
  Table,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import {
  WEEKDAYS,
  type Calendar,
  type CalendarDay,
  type Hours,
  type Weekday,
} from '../../calendar/calendar.types.ts';
import type { FieldOverrides, InputProps } from '../field/override.ts';
import { useT } from '../words.ts';
import { parseDays } from './parse-days.ts';

type Weekly = Calendar['weekly'];
const office: Weekly = Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [['09:00', '18:00']]]));
const always: Weekly = Object.fromEntries(WEEKDAYS.map((day) => [day, [['00:00', '24:00']]]));

/** Hours of each weekday. `24:00` ends a day, which a native time input does not know: hence text. */
function WeeklyInput({ value, onChange, label, description, error }: InputProps) {
  const t = useT();
  const weekly = (value ?? {}) as Weekly;
  const set = (day: Weekday, hours: Hours[]) => onChange({ ...weekly, [day]: hours });
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Group gap={6}>
          <Button size="compact-xs" variant="default" onClick={() => onChange(office)}>
            {t('hours.office')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onChange(always)}>
            {t('hours.all_day')}
          </Button>
        </Group>
      </Group>
      {description}
      {WEEKDAYS.map((day) => {
        const hours = weekly[day] ?? [];
        const name = t(`weekday.${day}`);
        const change = (at: number, next: Hours) => set(day, hours.with(at, next));
        return (
          <Group key={day} gap={8} mih={30}>
            <Text size="sm" w={90}>
              {name}
            </Text>
            {hours
              .map(([from, to], at) => ({ from, to, at, key: `${day}${at}` }))
              .map(({ from, to, at, key }) => (
                <Group key={key} gap={4} wrap="nowrap">
                  <TimeText
                    label={t('hours.from_of', { day: name })}
                    value={from}
                    onChange={(v) => change(at, [v, to])}
                  />
                  –
                  <TimeText
                    label={t('hours.to_of', { day: name })}
                    value={to}
                    onChange={(v) => change(at, [from, v])}
                  />
                  <ActionIcon
                    size="sm"
                    aria-label={t('hours.remove_of', { day: name, from, to })}
                    onClick={() => set(day, hours.toSpliced(at, 1))}
                  >
                    <IconX size={13} aria-hidden />
                  </ActionIcon>
                </Group>
              ))}
            {hours.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('hours.closed')}
              </Text>
            )}
            <ActionIcon
              size="sm"
              aria-label={t('hours.add_to', { day: name })}
              disabled={hours.at(-1)?.[1] === '24:00'}
              onClick={() =>
                set(day, [
                  ...hours,
                  hours.length === 0 ? ['09:00', '18:00'] : [hours.at(-1)?.[1] ?? '13:00', '24:00'],
                ])
              }
            >
              <IconPlus size={14} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      <Fault error={error} />
    </Stack>
  );
}

function TimeText({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      size="xs"
      w={64}
      aria-label={label}
      placeholder="HH:MM"
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
      // 9:00 → 09:00, as the server spells it.
      onBlur={() => /^\d:\d\d$/.test(value) && onChange(`0${value}`)}
    />
  );
}

const Fault = ({ error }: { error: InputProps['error'] }) =>
  error ? (
    <Text size="xs" c="red" role="alert">
      {error}
    </Text>
  ) : null;

const span = (hours: readonly Hours[]) => hours.map(([from, to]) => `${from}–${to}`).join(', ');

function WeeklyValue({ value }: { value: unknown }) {
  const t = useT();
  const weekly = (value ?? {}) as Weekly;
  return (
    <Table w="auto" verticalSpacing={2}>
      <Table.Tbody>
        {WEEKDAYS.map((day) => (
          <Table.Tr key={day}>
            <Table.Td>{t(`weekday.${day}`)}</Table.Td>
            <Table.Td>{weekly[day]?.length ? span(weekly[day]) : t('hours.closed')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const now = String(new Date().getFullYear());
const years = (days: readonly CalendarDay[]) => [...new Set(days.map((day) => day.date.slice(0, 4)))].sort();

/** The days of one year at a time: a calendar may hold thousands. */
function useYear(days: readonly CalendarDay[]) {
  const known = years(days);
  const [chosen, setChosen] = useState<string>();
  const year = chosen ?? (known.includes(now) ? now : (known.at(-1) ?? now));
  return { year, setYear: setChosen, options: [...new Set([...known, now, String(Number(now) + 1)])].sort() };
}

function YearSelect({
  year,
  options,
  onChange,
}: {
  year: string;
  options: string[];
  onChange: (year: string) => void;
}) {
  const t = useT();
  return (
    <Select
      size="xs"
      w={96}
      aria-label={t('hours.year')}
      allowDeselect={false}
      data={options}
      value={year}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}

function DaysValue({ value }: { value: unknown }) {
  const t = useT();
  const format = useFormat();
  const days = Array.isArray(value) ? (value as CalendarDay[]) : [];
  const { year, setYear, options } = useYear(days);
  const shown = days.filter((day) => day.date.startsWith(year)).sort((a, b) => a.date.localeCompare(b.date));
  return (
    <Stack gap={6}>
      <YearSelect year={year} options={options} onChange={setYear} />
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('hours.no_days')}
        </Text>
      )}
      <Table w="auto" verticalSpacing={2}>
        <Table.Tbody>
          {shown.map((day) => (
            <Table.Tr key={day.date}>
              <Table.Td>
                {format.weekday(day.date)} {format.day(day.date)}
              </Table.Td>
              <Table.Td>
                <Badge color={day.kind === 'off' ? 'red' : 'teal'}>{t(`hours.kind_${day.kind}`)}</Badge>
              </Table.Td>
              <Table.Td>{day.name}</Table.Td>
              <Table.Td>
                {day.hours
                  ? span(day.hours)
                  : day.like
                    ? `${t('hours.like')}: ${t(`weekday.${day.like}`)}`
                    : ''}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function DaysInput({ value, onChange, label, error }: InputProps) {
  const t = useT();
  const days = Array.isArray(value) ? (value as CalendarDay[]) : [];
  const { year, setYear, options } = useYear(days);
  const put = (next: readonly CalendarDay[]) =>
    onChange([...next].sort((a, b) => a.date.localeCompare(b.date)));
  const change = (before: CalendarDay, after: CalendarDay) =>
    onChange(days.map((day) => (day === before ? after : day)));
  const [date, setDate] = useState('');
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <YearSelect year={year} options={options} onChange={setYear} />
      </Group>
      {days
        .filter((day) => day.date.startsWith(year))
        .map((day) => (
          <Group key={day.date} gap={6}>
            <Text size="sm" w={92}>
              {day.date}
            </Text>
            <Select
              size="xs"
              w={112}
              aria-label={`${t('hours.kind')}: ${day.date}`}
              allowDeselect={false}
              data={(['off', 'work'] as const).map((kind) => ({
                value: kind,
                label: t(`hours.kind_${kind}`),
              }))}
              value={day.kind}
              onChange={(kind) =>
                change(
                  day,
                  kind === 'work'
                    ? { ...day, kind }
                    : { date: day.date, kind: 'off', ...(day.name === undefined ? {} : { name: day.name }) },
                )
              }
            />
            <TextInput
              size="xs"
              w={170}
              aria-label={`${t('hours.name')}: ${day.date}`}
              value={day.name ?? ''}
              onChange={(e) => {
                const { name: _, ...rest } = day;
                const name = e.currentTarget.value;
                change(day, name === '' ? rest : { ...rest, name });
              }}
            />
            {day.kind === 'work' && (
              <Select
                size="xs"
                w={150}
                aria-label={`${t('hours.like')}: ${day.date}`}
                clearable
                placeholder={day.hours ? span(day.hours) : t('hours.like_own')}
                data={WEEKDAYS.map((like) => ({ value: like, label: t(`weekday.${like}`) }))}
                value={day.like ?? null}
                onChange={(next) => {
                  const { like: _like, hours: _hours, ...rest } = day;
                  const like = WEEKDAYS.find((w) => w === next);
                  change(day, like === undefined ? rest : { ...rest, like });
                }}
              />
            )}
            <ActionIcon
              size="sm"
              aria-label={t('hours.remove_day', { date: day.date })}
              onClick={() => put(days.filter((d) => d !== day))}
            >
              <IconX size={13} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      <Group gap={6} align="flex-end">
        <TextInput
          size="xs"
          w={120}
          type="date"
          label={t('hours.date')}
          value={date}
          onChange={(e) => setDate(e.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={date === '' || days.some((day) => day.date === date)}
          onClick={() => {
            put([...days, { date, kind: 'off' }]);
            setYear(date.slice(0, 4));
            setDate('');
          }}
        >
          {t('hours.add_day')}
        </Button>
        <PasteDays days={days} onDays={put} />
      </Group>
      <Fault error={error} />
    </Stack>
  );
}

function PasteDays({
  days,
  onDays,
}: {
  days: readonly CalendarDay[];
  onDays: (days: readonly CalendarDay[]) => void;
}) {
  const t = useT();
  const [text, setText] = useState<string>();
  const [bad, setBad] = useState<string>();
  if (text === undefined) {
    return (
      <Button variant="subtle" onClick={() => setText('')}>
        {t('hours.paste')}
      </Button>
    );
  }
  const apply = () => {
    const { days: found, bad: line } = parseDays(text);
    if (line) return setBad(t('hours.paste_bad', line));
    const taken = new Set(found.map((day) => day.date));
    onDays([...days.filter((day) => !taken.has(day.date)), ...found]);
    return setText(undefined);
  };
  return (
    <Stack gap={4} w="100%">
      <Textarea
        label={t('hours.paste')}
        description={t('hours.paste_hint')}
        value={text}
        error={bad}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <Group gap={6}>
        <Button onClick={apply}>{t('hours.paste_apply')}</Button>
        <Button variant="default" onClick={() => setText(undefined)}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function YearlyInput({ value, onChange, label, error }: InputProps) {
  const t = useT();
  return (
    <TagsInput
      label={label}
      description={t('hours.yearly_hint')}
      error={error}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={onChange}
      clearable
    />
  );
}

/** How a calendar's structures are shown and edited. */
export const calendarOverrides: FieldOverrides = {
  weekly: { Input: WeeklyInput, Value: WeeklyValue },
  exceptions: { Input: DaysInput, Value: DaysValue },
  yearlyHolidays: { Input: YearlyInput },
};
