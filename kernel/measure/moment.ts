/** A date or an instant as a URL has it (`2026-01-31`, `2026-01-31T09:00:00Z`), of a year that every database can store. */
export function isMoment(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(text)) return false;
  try {
    if (text.includes('T')) return Temporal.Instant.from(text).epochMilliseconds < farthest;
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

const farthest = Date.parse('9999-12-31T00:00:00Z');
