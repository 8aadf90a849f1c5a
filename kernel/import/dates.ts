export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const numeric =
  /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?)?$/i;
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?[秒分]?)?$/;
const zoned = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)$/i;

/** What a whole file's dates say about their order: 31/3 can only be day first, 3/31 only month first. */
export function dateEvidence() {
  const seen = { ymd: 0, dmy: 0, mdy: 0, either: 0 };
  return {
    look(text: string): void {
      const first = text.charCodeAt(0);
      if (text.length < 6 || text.length > 30 || first < 48 || first > 57) return;
      const match = numeric.exec(text);
      if (!match) return;
      const [a, b] = [match[1] ?? '', Number(match[2])];
      if (a.length === 4) seen.ymd += 1;
      else if (Number(a) > 12 && b <= 12) seen.dmy += 1;
      else if (b > 12 && Number(a) <= 12) seen.mdy += 1;
      else seen.either += 1;
    },
    /** Undefined when no date in the file could tell. */
    order(): DateOrder | undefined {
      if (seen.dmy + seen.mdy === 0) return seen.ymd > 0 && seen.either === 0 ? 'ymd' : undefined;
      return seen.dmy >= seen.mdy ? 'dmy' : 'mdy';
    },
    ambiguous: () => seen.either > 0 && seen.dmy + seen.mdy === 0,
    contradictory: () => seen.dmy > 0 && seen.mdy > 0,
  };
}

/** An instant as ISO text in UTC, or undefined: "1/3/2016 01:22", "2016-03-01T01:22", "2016年3月1日 01:22", "3/1/16 1:22 PM". */
export function parseInstant(text: string, order: DateOrder, zone: string): string | undefined {
  const given = text.trim();
  if (zoned.test(given)) return iso(Date.parse(given.replace(' ', 'T').replace(/\s+/g, '')));
  const parts = partsOf(given, order);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(utc);
  // 31/2 is no date; Date would make it one.
  if (
    back.getUTCDate() !== day ||
    back.getUTCMonth() !== month - 1 ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    return undefined;
  if (zone === 'UTC') return back.toISOString();
  return iso(
    Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }).toZonedDateTime(zone)
      .epochMilliseconds,
  );
}

/** A calendar day, `2016-03-01`, without any zone. */
export const parseDate = (text: string, order: DateOrder): string | undefined =>
  parseInstant(text, order, 'UTC')?.slice(0, 10);

function partsOf(
  text: string,
  order: DateOrder,
): readonly [number, number, number, number, number, number] | undefined {
  const match = numeric.exec(text) ?? chinese.exec(text);
  if (!match) return undefined;
  const [, a = '', b = '', c = '', h = '0', minute = '0', second = '0', half] = match;
  const yearFirst = a.length === 4;
  if (!yearFirst && c.length === 3) return undefined;
  const [day, month] = yearFirst ? [c, b] : order === 'mdy' ? [b, a] : [a, b];
  const year = yearFirst ? Number(a) : c.length === 4 ? Number(c) : 2000 + Number(c);
  if (yearFirst && c.length > 2) return undefined;
  const hour = half ? (Number(h) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(h);
  return [year, Number(month), Number(day), hour, Number(minute), Number(second)];
}

const iso = (at: number) => (Number.isNaN(at) ? undefined : new Date(at).toISOString());
