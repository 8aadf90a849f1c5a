import { calendarOverrides } from '../../../kernel/web/admin/calendar-fields.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export default function CalendarForm() {
  return <RecordForm type="calendar" overrides={calendarOverrides} initial={{ zone }} />;
}
