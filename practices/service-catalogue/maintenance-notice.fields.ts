import { instant, longText, readOnly, references, starting, text } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

/** Planned work, in the words that users read on the status page; its title is the English one. */
export const fields = {
  titleZh: text(200),
  textEn: longText(2000),
  textZh: longText(2000),
  /** Empty: every service. */
  serviceIds: starting<string[]>([], references('service')),
  startsAt: instant(),
  endsAt: instant(),
  beganAt: readOnly(instant()),
  endedAt: readOnly(instant()),
};
export type MaintenanceNotice = RecordOf<typeof fields>;
