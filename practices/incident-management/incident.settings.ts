import { defineSetting } from '../../kernel/practice/settings.ts';
import type { Calendar } from '../../kernel/calendar/calendar.types.ts';

/** Calendar days after which a pause ends by itself, and the longest one that may be asked for (0.5: hard cap). */
export const pauseDays = defineSetting('incident.pause_days', { usual: 10, most: 60 });

/** So many equal incidents (service, category, configuration item) within so many days need a problem behind them. */
export const repeats = defineSetting('incident.repeats', { count: 3, days: 30 });

/** Calendar days in which a resolved incident may be reopened, where no agreement says otherwise. */
export const reopenDays = defineSetting('incident.reopen_days', 10);

/** A resolved incident is closed after so many working days, and the requester is told before, on these days. */
export const autoClose = defineSetting('incident.auto_close', { workingDays: 5, noticesAfter: [2, 4] });

/** Percent of the resolution target → level of the ladder that must know. */
export const escalateAt = defineSetting('incident.escalate_at', {
  warned: { percent: 75, level: 1 },
  breached: { level: 2 },
});

/** Hours after which a hand-over that nobody has taken up is told to the team's lead (5.3). */
export const handOverHours = defineSetting('incident.hand_over_hours', 4);

const day: [string, string][] = [['09:00', '17:00']];
/** 5×8: what "working days" means where no agreement's calendar applies. */
export const defaultCalendar: Calendar = {
  zone: 'UTC',
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
  exceptions: [],
};

export const dayMs = 86_400_000;

/** By when each stage before the first human act has to be over, in percent of the response time. */
export const stageShares = defineSetting<Readonly<Record<string, number>>>('incident.stage_shares', {
  new: 34,
  triaged: 67,
  assigned: 100,
});

/** Who may change these rules. */
export const settingRoles = ['incident-manager', 'sms-manager', 'administrator'] as const;
