import { changeKinds, emergencies, specials, type ChangeKind } from './change.data.ts';
import { boards, found, freezes, quarters } from './change.board.ts';
import { isFrozen } from './change.calendar.ts';
import { emergencyLife } from './change.emergency.ts';
import { changeLife } from './change.life.ts';
import type { ChangePlan } from './change.told.ts';
import { modelLife } from './change.models.ts';
import { dayMs, hourMs, local, minuteMs, startOfDay, type Demo } from './context.ts';
import type { Random } from './random.ts';
import type { Life } from './timeline.ts';

/** 8.5.1: a year of changes, with the board, the freezes and the quarterly look at them. */
export function changeLives(demo: Demo): Life[] {
  const began = demo.from + 6 * dayMs;
  const all = planned(demo).filter(({ asked }) => asked > began);
  const proven = [...new Set(all.flatMap(({ model }) => model ?? []))];
  return [
    ...all.map((plan) => changeLife(demo, plan)),
    ...emergencies
      .filter(({ ago }) => demo.until - ago * dayMs > began)
      .map((given) => emergencyLife(demo, given)),
    ...proven.map((key) => modelLife(demo, key)),
    ...boards(demo),
    ...freezes(demo),
    quarters(demo),
    found(demo),
  ];
}

/** A window at night, or by day for what nobody notices; never within a freeze. */
function windowOn(day: number, quiet: boolean, hours: number, random: Random): { from: number; to: number } {
  for (let start = startOfDay(day); ; start += dayMs) {
    const { weekday } = local(start);
    const from = start + (quiet ? random.between(10, 17) * hourMs : 23 * hourMs) + random.between(0, 4) * 15 * minuteMs;
    const to = from + hours * hourMs;
    const unfit = quiet && (weekday === 0 || weekday === 6 || weekday === 5);
    if (!unfit && !isFrozen(from, to)) return { from, to };
  }
} // prettier-ignore

const leadDays: Readonly<Record<string, readonly [number, number]>> = { standard: [1, 4], minor: [4, 9], significant: [12, 24], major: [30, 46] }; // prettier-ignore

function planned(demo: Demo): ChangePlan[] {
  const random = demo.random.fork('changes');
  const span = (demo.until - demo.from) / dayMs;
  const usual = changeKinds.flatMap((kind) =>
    Array.from({ length: Math.max(1, Math.round((kind.times * Math.min(span, 365)) / 365)) }, (_, n) => often(demo, kind, n, random.fork(`${kind.key} ${n}`), span)),
  );
  const others = specials.map((special): ChangePlan => {
    const own = random.fork(special.key);
    const { key, ago, category } = special;
    const hours = category === 'major' ? 4 : 2;
    const now = ago === 0;
    const at = demo.until - ago * dayMs;
    const { from, to } = now ? { from: demo.until - 50 * minuteMs, to: demo.until + 80 * minuteMs } : windowOn(at, special.risk === 'low', hours, own);
    const [least, most] = leadDays[category] ?? [4, 9];
    const asked = startOfDay(from - own.between(least, most) * dayMs) + own.between(9 * 60, 17 * 60) * minuteMs;
    return { ...special, key, asked: Math.min(asked, ago < 0 ? demo.until - (3 - ago / 3) * dayMs : asked), from, to, random: own };
  });
  return [...usual, ...others].toSorted((a, b) => a.asked - b.asked);
} // prettier-ignore

function often(demo: Demo, kind: ChangeKind, n: number, random: Random, span: number): ChangePlan {
  const { category, times, key } = kind;
  const share =
    (n + 0.2 + 0.6 * random.next()) / Math.max(1, Math.round((times * Math.min(span, 365)) / 365));
  // The last of each kind lie ahead, so that the calendar has something to show.
  const day = demo.from + 6 * dayMs + share * (span + 3) * dayMs;
  const { from, to } = windowOn(day, kind.risk === 'low', category === 'significant' ? 3 : 1.5, random);
  const [least, most] = leadDays[kind.risk === 'high' ? 'major' : category] ?? [4, 9];
  const lead = random.between(least * 24, most * 24) * hourMs;
  const asked = startOfDay(from - lead) + random.between(9 * 60, 17 * 60) * minuteMs;
  const on = random.pick(kind.on);
  return {
    category, risk: kind.risk, team: kind.team, work: kind.work, title: kind.title, purpose: kind.purpose,
    on: [on], asked: Math.min(asked, from - 20 * hourMs), from, to, random,
    ...(category === 'standard' ? { model: key } : {}),
  }; // prettier-ignore
}
