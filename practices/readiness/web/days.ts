/** Calendar days as text; the browser's own dates would shift them by its zone. */
const dayMs = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
export const addDays = (day: string, days: number) =>
  new Date(at(day) + days * dayMs).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string) => Math.round((at(to) - at(from)) / dayMs);
/** The Monday of its week. */
export const mondayOf = (day: string) => addDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7));
export const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;
