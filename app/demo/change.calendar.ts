import { dateOf, dayMs, hourMs, local, startOfDay } from './context.ts';

/** The board meets on the first Wednesday of a month and two weeks later, at two in the afternoon. */
export function nextBoard(at: number): number {
  for (let day = startOfDay(at); ; day += dayMs) {
    const { weekday, day: date } = local(day);
    const meets = weekday === 3 && (date <= 7 || (date >= 15 && date <= 21));
    if (meets && day + 14 * hourMs > at + hourMs) return day + 14 * hourMs;
  }
}

export const freezesOf = (year: number) => [
  { from: `${year}-02-09`, to: `${year}-02-17`, title: '春节封网 · Spring Festival freeze', purpose: '值班人员减半，只做紧急变更。 Half the people are away; only emergencies.' },
  { from: `${year}-11-06`, to: `${year}-11-13`, title: '双十一封网 · 11.11 freeze', purpose: '全年最大流量，任何改动的代价都太高。 The largest traffic of the year; any change costs too much.' },
  { from: `${year}-12-09`, to: `${year}-12-13`, title: '双十二封网 · 12.12 freeze', purpose: '大促期间不动交易链路。 Nothing on the way of an order changes during the sale.' },
] as const; // prettier-ignore
export const instant = (date: string) => Date.parse(`${date}T00:00:00Z`) - 8 * hourMs;

export function isFrozen(from: number, to: number): boolean {
  const year = Number(dateOf(from).slice(0, 4));
  return freezesOf(year).some((freeze) => from < instant(freeze.to) && to > instant(freeze.from));
}
