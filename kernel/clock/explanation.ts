import { wordRoot } from '../../platform/i18n/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Params } from '../../platform/http/problem.ts';
import type { Language } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import { ownRule } from '../practice/reference.ts';
import { presentClock } from '../record/present.ts';
import type { BaseRecord } from '../record/base.ts';
import type { RecordType } from '../record/record.ts';
import { clockAt } from './apply.ts';
import type { ClockRow } from './clock.store.ts';
import { explain, type Segment } from './explain.ts';

type Words = (code: string, params: Params) => string;
type Named = { id: string; number: string; title: string };

/**
 * "Why is it due then?" (processes.md 0.5): which agreement promised how much, over which calendar, and each run and
 * pause with its hours, as data and in words of the caller's language.
 */
export async function explanation(
  tx: Tx,
  house: House,
  type: RecordType,
  record: BaseRecord,
  stored: ClockRow,
  words: Words,
  language: Language,
) {
  const now = house.now();
  const clock = clockAt(house.reference, stored, now);
  const segments = explain(clock.moves, house.reference.calendarOf, now);
  const { target } = clock;
  const [agreement, calendar] = await Promise.all([
    nameOf(tx, target?.agreementId),
    nameOf(tx, target?.calendarId),
  ]);
  const zone = target ? house.reference.calendarOf(target.calendarId).zone : 'UTC';
  const told = { words, language, zone, type };
  return {
    clock: presentClock(clock),
    agreement: agreement && target ? { ...agreement, version: target.agreementVersion } : null,
    calendar: calendar ? { ...calendar, zone } : null,
    segments: segments.map((s) => ({
      ...s,
      targetMs: s.target?.targetMs ?? null,
      from: iso(s.from),
      to: iso(s.to),
    })),
    words: [
      ...(agreement && calendar && target
        ? [
            words('clock.promise', {
              clock: words(`clock.name.${clock.name}`, {}),
              agreement: agreement.title,
              number: agreement.number,
              version: target.agreementVersion,
              target: duration(target.targetMs, language),
              calendar: calendar.title,
              zone,
            }),
          ]
        : [
            target?.agreementId === ownRule
              ? words('clock.own_rule', {
                  clock: words(`clock.name.${clock.name}`, {}),
                  version: target.agreementVersion,
                  target: duration(target.targetMs, language),
                })
              : words('clock.no_promise', {}),
          ]),
      words('clock.started', { at: local(Date.parse(record.occurredAt), told) }),
      ...stretches(segments)
        // What comes after the end explains nothing.
        .filter((stretch, at, all) => at < all.length - 1 || stretch.mode !== 'stop')
        .map((stretch) => sentence(stretch, told)),
      outcome(clock, told),
    ],
  };
}

/** Segments in a row that count alike, told in one breath: the states passed through matter less than the hours. */
type Stretch = Segment & { readonly states: readonly string[] };

function stretches(segments: readonly Segment[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const states = segment.state === null ? [] : [segment.state];
    const alike =
      last?.mode === segment.mode &&
      last.target === segment.target &&
      last.cycle === segment.cycle &&
      !segment.projected;
    if (!last || !alike) {
      joined.push({ ...segment, states });
      continue;
    }
    joined[joined.length - 1] = {
      ...last,
      to: segment.to,
      workedMs: last.workedMs + segment.workedMs,
      excludedMs: last.excludedMs + segment.excludedMs,
      cumulativeMs: segment.cumulativeMs,
      states: [...new Set([...last.states, ...states])],
      days: [
        ...last.days,
        ...segment.days.filter((day) => !last.days.some((d) => d.date === day.date && d.note === day.note)),
      ],
    };
  }
  return joined;
}

type Told = { words: Words; language: Language; zone: string; type: RecordType };

function sentence(segment: Stretch, told: Told): string {
  const { words, language } = told;
  const common = {
    from: local(segment.from, told),
    to: local(segment.to, told),
    worked: duration(segment.workedMs, language),
    sum: duration(segment.cumulativeMs, language),
    excluded: duration(segment.excludedMs, language),
    state: segment.states.map((state) => words(`${wordRoot(told.type.type)}.state.${state}`, {})).join(' → '),
  };
  const notes = segment.days.flatMap(({ date, note, workedMs }) =>
    note === undefined ? [] : [dayNote(date, note, workedMs, told)],
  );
  const key = segment.projected ? 'clock.segment_ahead' : `clock.segment_${segment.mode}`;
  return [words(key, common), ...notes].join(' ');
}

function dayNote(date: string, note: string, workedMs: number, { words, language }: Told): string {
  const [kind = '', name = ''] = note.split(':');
  return words(`clock.day_${kind.replaceAll(/[ -]/g, '_')}`, {
    date,
    name,
    worked: duration(workedMs, language),
  });
}

function outcome(clock: ClockRow, told: Told): string {
  const { words } = told;
  if (clock.breachedAt !== null) return words('clock.breached', { at: local(clock.breachedAt, told) });
  if (clock.status === 'stopped')
    return words('clock.met', { elapsed: duration(clock.elapsedMs, told.language) });
  if (clock.status === 'paused')
    return words('clock.paused', {
      left: duration((clock.target?.targetMs ?? 0) - clock.elapsedMs, told.language),
    });
  return clock.dueAt === null
    ? words('clock.not_counting', {})
    : words('clock.due', { at: local(clock.dueAt, told) });
}

async function nameOf(tx: Tx, id: string | undefined): Promise<Named | null> {
  if (id === undefined) return null;
  const [row] = await tx.run<Named>('name_of', 'select id, number, title from record where id = $1', [id]);
  return row ?? null;
}

const iso = (at: number) => new Date(at).toISOString();

const local = (at: number, { language, zone }: Told) =>
  new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** `26 h 5 min`, `26 小时 5 分钟`: hours are not folded into days, because a working day has no fixed length. */
export function duration(ms: number, language: Language): string {
  const minutes = Math.round(ms / 60_000);
  const parts = { hours: Math.trunc(minutes / 60), minutes: minutes % 60 };
  const shown = Object.entries(parts).filter(
    ([unit, n]) => n !== 0 || (unit === 'minutes' && parts.hours === 0),
  );
  return shown
    .map(([unit, n]) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: unit.slice(0, -1),
        unitDisplay: 'short',
      }).format(n),
    )
    .join(' ');
}
