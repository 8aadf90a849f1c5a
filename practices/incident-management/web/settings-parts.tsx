import { NumberInput, Select, SimpleGrid, TagsInput } from '@mantine/core';
import { useLabels } from '../../../kernel/web/words.ts';
import { useDeskWords } from './desk.web.ts';
import type { PartProps } from './settings.web.ts';

const thresholds = [50, 75, 90];
const cols = { base: 1, sm: 2 };

/** Who is called by itself, and when. */
export function Ladder({ values, set, disabled, ladder }: PartProps & { ladder: readonly string[] }) {
  const t = useDeskWords();
  const labels = useLabels();
  const { warned, breached } = values.escalateAt;
  const roles = ladder.map((role, i) => ({ value: String(i + 1), label: `${i + 1} ${labels.role(role)}` }));
  return (
    <SimpleGrid cols={cols} spacing="md">
      <Select
        label={t('incident_rules.warned_percent')}
        allowDeselect={false}
        disabled={disabled}
        data={thresholds.map((percent) => ({
          value: String(percent),
          label: t('incident_rules.percent', { percent }),
        }))}
        value={String(warned.percent)}
        onChange={(v) => set({ escalateAt: { breached, warned: { ...warned, percent: Number(v) } } })}
      />
      <Select
        label={t('incident_rules.warned')}
        allowDeselect={false}
        disabled={disabled}
        data={roles}
        value={String(warned.level)}
        onChange={(v) => set({ escalateAt: { breached, warned: { ...warned, level: Number(v) } } })}
      />
      <Select
        label={t('incident_rules.breached')}
        allowDeselect={false}
        disabled={disabled}
        data={roles}
        value={String(breached.level)}
        onChange={(v) => set({ escalateAt: { warned, breached: { level: Number(v) } } })}
      />
      <Days
        label={t('incident_rules.hand_over')}
        unit={t('incident_rules.hours')}
        max={72}
        value={values.handOverHours}
        disabled={disabled}
        onChange={(handOverHours) => set({ handOverHours })}
      />
    </SimpleGrid>
  );
}

/** Closing, reopening, pausing, and when equal incidents are a problem. */
export function End({ values, set, disabled, errors }: PartProps) {
  const t = useDeskWords();
  const { autoClose, pauseDays, repeats } = values;
  const days = t('incident_rules.days');
  return (
    <SimpleGrid cols={cols} spacing="md">
      <Days
        label={t('incident_rules.closes')}
        unit={t('incident_rules.working_days')}
        max={30}
        value={autoClose.workingDays}
        disabled={disabled}
        onChange={(workingDays) => set({ autoClose: { ...autoClose, workingDays } })}
      />
      <TagsInput
        label={t('incident_rules.notices')}
        disabled={disabled}
        value={autoClose.noticesAfter.map(String)}
        error={errors['autoClose.noticesAfter']}
        onChange={(given) =>
          set({
            autoClose: {
              ...autoClose,
              noticesAfter: given.map(Number).filter((day) => Number.isSafeInteger(day) && day > 0),
            },
          })
        }
      />
      <Days
        label={t('incident_rules.reopen')}
        unit={days}
        max={90}
        value={values.reopenDays}
        disabled={disabled}
        onChange={(reopenDays) => set({ reopenDays })}
      />
      <Days
        label={t('incident_rules.pause')}
        unit={days}
        max={60}
        value={pauseDays.usual}
        disabled={disabled}
        error={errors['pauseDays.usual']}
        onChange={(usual) => set({ pauseDays: { ...pauseDays, usual } })}
      />
      <Days
        label={t('incident_rules.pause_most')}
        unit={days}
        max={365}
        value={pauseDays.most}
        disabled={disabled}
        onChange={(most) => set({ pauseDays: { ...pauseDays, most } })}
      />
      <Days
        label={t('incident_rules.repeats_count')}
        unit=""
        min={2}
        max={100}
        value={repeats.count}
        disabled={disabled}
        onChange={(count) => set({ repeats: { ...repeats, count } })}
      />
      <Days
        label={t('incident_rules.repeats_days')}
        unit={days}
        max={365}
        value={repeats.days}
        disabled={disabled}
        onChange={(given) => set({ repeats: { ...repeats, days: given } })}
      />
    </SimpleGrid>
  );
}

function Days(props: {
  readonly label: string;
  readonly unit: string;
  readonly min?: number;
  readonly max: number;
  readonly value: number;
  readonly disabled: boolean;
  readonly error?: string | undefined;
  readonly onChange: (value: number) => void;
}) {
  const { label, unit, min = 1, max, value, disabled, error, onChange } = props;
  return (
    <NumberInput
      label={label}
      suffix={unit === '' ? '' : ` ${unit}`}
      min={min}
      max={max}
      allowDecimal={false}
      disabled={disabled}
      value={value}
      error={error}
      onChange={(given) => onChange(typeof given === 'number' ? given : 0)}
    />
  );
}
