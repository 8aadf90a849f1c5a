import { calendarOverrides } from '../../../kernel/web/admin/calendar-fields.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { Holidays } from './Holidays.tsx';

export default function CalendarPage() {
  return (
    <RecordPage
      type="calendar"
      overrides={calendarOverrides}
      register
      sections={{
        side: ({ meta, record }) => (record.can['edit']?.ok === true ? <Holidays meta={meta} record={record} /> : null),
      }}
    />
  );
}
