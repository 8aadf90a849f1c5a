import { useQuery } from '@tanstack/react-query';
import type { Refs } from '../../../../kernel/web/contract.ts';
import { keys } from '../../../../kernel/web/queries.ts';
import { api } from '../../../../platform/ui/api.ts';
import { writeQuery } from '../../../../platform/ui/search-params.ts';
import { fromWall, toWall } from '../../../../platform/ui/zoned.ts';

export type Move = {
  readonly action: 'reschedule' | 'edit' | 'move_back' | null;
  readonly why: string | null;
};
export type Planned = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly category: string | null;
  readonly riskLevel: string | null;
  readonly from: string;
  readonly to: string;
  readonly serviceId: string | null;
  readonly teamId: string | null;
  readonly implementerId: string | null;
  readonly windowBasis: string | null;
  readonly collisions: number;
  readonly move: Move;
};
export type Marked = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly titleZh?: string | null;
  readonly from: string;
  readonly to: string;
  readonly subjectIds: readonly string[];
};
export type Schedule = {
  readonly changes: readonly Planned[];
  readonly freezes: readonly Marked[];
  readonly maintenance: readonly Marked[];
  readonly meetings: readonly Marked[];
  readonly releases: readonly Marked[];
  readonly complete: boolean;
  readonly refs: Refs;
};
export type Filter = {
  readonly service: string | null;
  readonly team: string | null;
  readonly risk: string | null;
};
export const views = ['month', 'week', 'timeline'] as const;
export type View = (typeof views)[number];

/** Days as `YYYY-MM-DD` on the reader's wall; a calendar counts these, not hours. */
export const addDays = (day: string, n: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
export const monday = (day: string) => addDays(day, -weekday(day));
export const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;
export function addMonths(day: string, n: number): string {
  const date = new Date(`${firstOfMonth(day)}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + n);
  return date.toISOString().slice(0, 10);
}
export const dayStart = (day: string, zone: string) => fromWall(`${day} 00:00:00`, zone);
export const dayOf = (iso: string, zone: string) => toWall(iso, zone).slice(0, 10);
/** Minutes since the wall's midnight. */
export const minuteOf = (iso: string, zone: string) => {
  const wall = toWall(iso, zone);
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
};
/** The instant at which the wall shows this day and so many minutes past its midnight. */
export function instantAt(day: string, minutes: number, zone: string): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return fromWall(`${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`, zone);
}

/** The days that a view shows. */
export function daysOf(view: View, anchor: string): string[] {
  if (view === 'week') return Array.from({ length: 7 }, (_, i) => addDays(monday(anchor), i));
  if (view === 'timeline') return Array.from({ length: 28 }, (_, i) => addDays(monday(anchor), i));
  const first = monday(firstOfMonth(anchor));
  const last = addDays(addMonths(anchor, 1), -1);
  const weeks = Math.ceil((Date.parse(last) - Date.parse(first) + 86_400_000) / (7 * 86_400_000));
  return Array.from({ length: weeks * 7 }, (_, i) => addDays(first, i));
}
export const stepped = (view: View, anchor: string, n: number) =>
  view === 'month' ? addMonths(anchor, n) : addDays(anchor, n * (view === 'week' ? 7 : 28));

export function useSchedule(from: string, to: string, filter: Filter) {
  const chosen = Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  return useQuery({
    queryKey: [...keys.type('change'), 'schedule', from, to, filter],
    queryFn: ({ signal }) =>
      api.get<Schedule>(`/changes/schedule${writeQuery({ from, to, ...chosen })}`, signal),
    placeholderData: (before) => before,
  });
}

export const overlaps = (one: { from: string; to: string }, from: string, to: string) =>
  Date.parse(one.from) < Date.parse(to) && Date.parse(one.to) > Date.parse(from);

/** Side by side where they overlap: each one's lane, and how many lanes its bunch has. */
export function lanes<T extends { readonly from: string; readonly to: string }>(
  list: readonly T[],
): { readonly item: T; readonly lane: number; readonly of: number }[] {
  const sorted = list.toSorted((a, b) => a.from.localeCompare(b.from));
  const placed: { item: T; lane: number; of: number }[] = [];
  let bunch: typeof placed = [];
  let ends: string[] = [];
  const close = () => {
    for (const one of bunch) placed.push({ ...one, of: ends.length });
    [bunch, ends] = [[], []];
  };
  for (const item of sorted) {
    if (ends.length > 0 && ends.every((end) => end <= item.from)) close();
    const free = ends.findIndex((end) => end <= item.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = item.to;
    bunch.push({ item, lane, of: 1 });
  }
  close();
  return placed;
}

const colours: Readonly<Record<string, string>> = {
  low: 'teal', medium: 'blue', high: 'orange', very_high: 'red',
}; // prettier-ignore
export const colourOf = (riskLevel: string | null) => colours[riskLevel ?? ''] ?? 'gray';
export const isTentative = (state: string) => ['submitted', 'more_info', 'assessed'].includes(state);

/** What stands in the calendar besides changes and freezes, each as what it is. */
export const marksOf = ({ releases, maintenance, meetings }: Schedule) => [
  ...releases.map((mark) => ({ mark, kind: 'release' as const })),
  ...maintenance.map((mark) => ({ mark, kind: 'maintenance' as const })),
  ...meetings.map((mark) => ({ mark, kind: 'meeting' as const })),
];

/** What is dragged, and how far from its beginning it was taken hold of. */
export type Dragged = { readonly change: Planned; readonly offsetMs: number };
export type OnMove = (change: Planned, from: string) => void;
