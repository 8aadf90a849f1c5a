/** One entry of a calendar file. */
export type Entry = {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly description: string;
  readonly url?: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** It stands in the calendar and takes nobody's time. */
  readonly transparent?: boolean;
  /** `from` and `to` are days (YYYY-MM-DD), the second the day after the last. */
  readonly allDay?: boolean;
};

const stamp = (iso: string) => new Date(iso).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const on = (at: string, allDay: boolean | undefined) =>
  allDay === true ? `;VALUE=DATE:${at.replaceAll('-', '')}` : `:${stamp(at)}`;
const escaped = (text: string) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // eslint-disable-next-line no-control-regex -- RFC 5545 allows no other control character in text
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** RFC 5545 3.1: lines of at most 75 octets, never cut inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const char of line) {
    const octets = Buffer.byteLength(char);
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += char;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}

/** An iCalendar file (RFC 5545), read again every hour by the programs that heed it. */
export function calendarFile(name: string, entries: readonly Entry[], now: number): string {
  const made = stamp(new Date(now).toISOString());
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Servanda//Servanda//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap(({ uid, from, to, summary, description, url, status, transparent, allDay }) => [
      'BEGIN:VEVENT',
      `UID:${uid}@servanda`,
      `DTSTAMP:${made}`,
      `DTSTART${on(from, allDay)}`,
      `DTEND${on(to, allDay)}`,
      `SUMMARY:${escaped(summary)}`,
      ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
      ...(url === undefined ? [] : [`URL:${url}`]),
      `STATUS:${status}`,
      `TRANSP:${transparent === true ? 'TRANSPARENT' : 'OPAQUE'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
