import { dayMs, hourMs, local, startOfDay, type Demo, type Input, type Row } from './context.ts';
import type { Work } from './change.data.ts';
import type { risks } from './change.texts.ts';
import { people } from './organisation.data.ts';
import type { Random } from './random.ts';

export type ChangePlan = {
  readonly key?: string;
  readonly category: 'standard' | 'minor' | 'significant' | 'major';
  /** The key of its model, for a standard one and for those that prove it. */
  readonly model?: string;
  readonly risk: keyof typeof risks;
  readonly team: string;
  readonly work: Work;
  readonly on: readonly string[];
  readonly title: { readonly zh: string; readonly en: string };
  readonly purpose: { readonly zh: string; readonly en: string };
  readonly asked: number;
  readonly from: number;
  readonly to: number;
  readonly end?: 'backed_out' | 'failed' | 'rejected' | 'refused' | 'withdrawn';
  readonly consent?: true;
  readonly random: Random;
};

export const leads: Readonly<Record<string, string>> = { order: 'p.chen', logistics: 'p.koh', hotline: 'p.he', workplace: 'p.luo', platform: 'p.zhao' }; // prettier-ignore
/** Who carries changes out: not the leads, who decide, nor the change manager. */
export const hands = (team: string) =>
  people
    .filter((p) => p.teams.includes(`team.${team}`) && p.roles.some(({ role }) => role === 'engineer'))
    .map(({ key }) => key)
    .filter((key) => key !== leads[team] && key !== 'p.xie' && key !== 'p.tang');

/** Where nothing is to be told but what was decided: the change as it stands, with who works on it. */
export class Told {
  readonly demo: Demo;
  at: number;
  change: Row;
  constructor(demo: Demo, at: number, change: Row) {
    this.demo = demo;
    this.at = Math.round(at);
    this.change = change;
  }
  async does(who: string, name: string, input: Input = {}): Promise<void> {
    this.change = await this.demo.act(this.change, name, await this.demo.as(who, this.at), this.at, input);
  }
}

export const subjectsOf = (demo: Demo, on: readonly string[]) => on.map((name) => demo.id(name.startsWith('service.') ? name : `ci.${name}`)); // prettier-ignore
export const filled = (text: string, on: string, random: Random) =>
  text
    .replaceAll('{on}', on)
    .replaceAll('{v}', `${random.between(2, 9)}.${random.between(0, 20)}.${random.between(0, 9)}`);
export const office = (at: number): number => {
  const { hour, weekday } = local(at);
  if (weekday === 0 || weekday === 6) return office(startOfDay(at) + dayMs + 9.3 * hourMs);
  return hour < 9 ? startOfDay(at) + 9.2 * hourMs : hour >= 18 ? office(startOfDay(at) + dayMs + 9.2 * hourMs) : at;
}; // prettier-ignore
