import { weekdays, type Shift } from './shift.ts';

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A time of the week when nobody is there. */
export type Gap = { readonly day: (typeof weekdays)[number]; readonly from: string; readonly to: string };

/** Which parts of a week no shift covers. A shift whose end is not after its beginning goes on into the next day. */
export function gapsOf(shifts: readonly Shift[]): readonly Gap[] {
  const covered = new Uint8Array(weekMinutes);
  for (const { days, from, to, people } of shifts) {
    if (people < 1) continue;
    const [begin, end] = [minutes(from), minutes(to)];
    const length = end > begin ? end - begin : end + dayMinutes - begin;
    for (const day of days) {
      const start = weekdays.indexOf(day) * dayMinutes + begin;
      for (let m = 0; m < length; m += 1) covered[(start + m) % weekMinutes] = 1;
    }
  }
  return weekdays.flatMap((day, at) => gapsIn(covered, at * dayMinutes, day));
}

function gapsIn(covered: Uint8Array, offset: number, day: Gap['day']): Gap[] {
  const gaps: Gap[] = [];
  let begun: number | undefined;
  for (let m = 0; m <= dayMinutes; m += 1) {
    const free = m < dayMinutes && covered[offset + m] === 0;
    if (free && begun === undefined) begun = m;
    if (!free && begun !== undefined) {
      gaps.push({ day, from: clock(begun), to: clock(m) });
      begun = undefined;
    }
  }
  return gaps;
}

const clock = (m: number) =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
