/** Wall-clock text (`2026-03-01 09:00`) in a zone ↔ instants. Not every browser has Temporal yet, hence Intl. */
export function toWall(iso: string, zone: string): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}:${parts['second']}`;
}

/** The instant at which a clock in `zone` shows `wall`; in a spring gap the later reading, in an autumn overlap the first. */
export function fromWall(wall: string, zone: string): string {
  const asUtc = Date.parse(`${wall.replace(' ', 'T')}Z`);
  const shift = (at: number) =>
    Date.parse(`${toWall(new Date(at).toISOString(), zone).replace(' ', 'T')}Z`) - at;
  const candidates = [asUtc - shift(asUtc - 86_400_000), asUtc - shift(asUtc + 86_400_000)];
  const exact = candidates.find((at) => at + shift(at) === asUtc);
  return new Date(exact ?? Math.max(...candidates)).toISOString();
}

export const today = (zone: string, now = Date.now()) =>
  toWall(new Date(now).toISOString(), zone).slice(0, 10);
