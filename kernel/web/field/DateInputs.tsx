import { DateInput, DatesProvider } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useContext, type ReactNode } from 'react';
import { useLanguage } from '../../../platform/ui/words.ts';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { fromWall, toWall } from '../../../platform/ui/zoned.ts';
import 'dayjs/locale/zh-cn.js';
import '@mantine/dates/styles.layer.css';

type Props = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (value: string | null) => void;
};

/** A moment in the reader's zone; typed (`2026-03-01 09:00`) or picked. The value is a UTC instant. */
export function InstantInput({ value, onChange, ...shared }: Props) {
  const zone = useContext(ZoneContext);
  return (
    <Dates>
      <DateInput
        {...shared}
        withTime
        clearable={shared.required !== true}
        valueFormat="YYYY-MM-DD HH:mm"
        placeholder="YYYY-MM-DD HH:mm"
        leftSection={<IconCalendar size={15} aria-hidden />}
        value={value === '' ? null : toWall(value, zone)}
        onChange={(next) =>
          onChange(next === null ? null : fromWall(next.length === 10 ? `${next} 00:00:00` : next, zone))
        }
      />
    </Dates>
  );
}

/** A calendar day; the value is `YYYY-MM-DD`. */
export function DayInput({ value, onChange, ...shared }: Props) {
  return (
    <Dates>
      <DateInput
        {...shared}
        clearable={shared.required !== true}
        valueFormat="YYYY-MM-DD"
        placeholder="YYYY-MM-DD"
        leftSection={<IconCalendar size={15} aria-hidden />}
        value={value === '' ? null : value}
        onChange={(next) => onChange(next)}
      />
    </Dates>
  );
}

function Dates({ children }: { children: ReactNode }) {
  const locale = useLanguage() === 'zh-CN' ? 'zh-cn' : 'en';
  return <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>{children}</DatesProvider>;
}
