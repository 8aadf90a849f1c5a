import { Alert, Stepper, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconClockExclamation } from '@tabler/icons-react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useNow } from '../../../platform/ui/now.ts';
import { list, text, type Whole } from '../contract.ts';
import { useT } from '../words.ts';

/** One stage of a life: whose it is, until when, and when it was done. */
export type Phase = {
  readonly label: string;
  /** Names of people, as they are read. */
  readonly who: string;
  readonly due: string | null;
  readonly done: string | null;
  readonly bad?: boolean;
};

const inColumns = {
  steps: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(170px, 1fr))', gap: 12, alignItems: 'start' },
  separator: { display: 'none' },
  stepDescription: { whiteSpace: 'normal' },
} as const; // prettier-ignore

/** Where a record stands, each stage with its responsible and its time; an overdue one is named. */
export function Phases({ phases, active }: { readonly phases: readonly Phase[]; readonly active: number }) {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  // Beside two lines of words each, seven stages need the whole width.
  const small = useMediaQuery('(max-width: 80em)');
  const late = phases[active]?.due ? Date.parse(phases[active].due) < now : false;
  const current = phases[active];
  return (
    <>
      <Stepper active={active} size="xs" iconSize={26} orientation={small ? 'vertical' : 'horizontal'} allowNextStepsSelect={false} styles={small ? {} : inColumns}>
        {phases.map(({ label, who, due, done, bad }, i) => {
          const at = done ?? due;
          return (
            <Stepper.Step
              key={label}
              label={label}
              description={
                <Text span size="xs" c={i === active && late ? 'red' : 'dimmed'}>
                  {[who, at === null ? '' : done !== null ? format.date(at) : t('phases.until', { date: format.date(at) })].filter(Boolean).join(' · ')}
                </Text>
              }
              {...(bad === true || (i === active && late) ? { color: 'red' } : {})}
            />
          );
        })}
      </Stepper>
      {late && current?.due && (
        <Alert color="red" p="xs" icon={<IconClockExclamation />}>
          {t('phases.overdue', { phase: current.label, who: current.who === '' ? '—' : current.who, date: format.dateTime(current.due) })}
        </Alert>
      )}
    </>
  );
} // prettier-ignore

/** The people that fields of a record name. */
export const namesIn = (record: Whole, ...fields: readonly string[]): string =>
  [
    ...new Set(
      fields.flatMap((field) => {
        const given = text(record, field);
        const ids = given === '' ? list(record, field).map(String) : [given];
        return ids.flatMap((id) => record.refs[id]?.title ?? []);
      }),
    ),
  ].join(', ');

export const instantIn = (record: Whole, ...fields: readonly string[]): string | null =>
  fields.map((field) => text(record, field)).find((found) => found !== '') ?? null;
