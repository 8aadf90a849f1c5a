import { calendarOverrides } from '../../../kernel/web/admin/calendar-fields.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { Holidays } from './Holidays.tsx';

const sections = {
  side: ({ meta, record }: SectionProps) =>
    record.can['edit']?.ok === true ? <Holidays meta={meta} record={record} /> : null,
};

export default function CalendarPage() {
  return <RecordPage type="calendar" overrides={calendarOverrides} register sections={sections} />;
}
