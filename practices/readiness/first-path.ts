import { addDays } from '../../kernel/calendar/home-days.ts';

/** Phases of building a system, by clauses and by weeks from its beginning: three months of running lie before the check. */
const phases = [
  { key: 'foundation', clauses: ['4', '5'], from: 0, to: 4 },
  { key: 'planning', clauses: ['6'], from: 2, to: 6 },
  { key: 'support', clauses: ['7'], from: 4, to: 12 },
  { key: 'processes', clauses: ['8'], from: 4, to: 16 },
  { key: 'check', clauses: ['9'], from: 29, to: 34 },
  { key: 'improve', clauses: ['10'], from: 12, to: 36 },
] as const;
type PhaseKey = (typeof phases)[number]['key'];

export type Gap = {
  readonly requirement: string;
  readonly clause: string;
  readonly ownerId: string | null;
  readonly effortDays: number | null;
};
export type Step = {
  readonly phase: PhaseKey;
  readonly clause: string;
  readonly requirements: readonly string[];
  readonly startsOn: string;
  readonly dueOn: string;
  readonly effortDays: number;
  readonly ownerId: string | null;
};

/** Gaps that are closed together: `8.5.1.2` goes with `8.5.1`, `7.5.3` with `7.5`. */
const together = (clause: string) =>
  clause
    .split('.')
    .slice(0, clause.startsWith('8.') ? 3 : 2)
    .join('.');

const order = (clause: string) =>
  clause
    .split('.')
    .map((part) => part.padStart(2, '0'))
    .join('.');

/** One action for each clause that has gaps, in the phase of its clause; owned by who owns most of them. */
export function phasedPlan(gaps: readonly Gap[], startsOn: string): readonly Step[] {
  const groups = [...Map.groupBy(gaps, ({ clause }) => together(clause))];
  const steps = groups.flatMap(([clause, mine]) => {
    const phase = phases.find(({ clauses }) => clauses.some((one) => one === clause.split('.')[0]));
    if (!phase) return [];
    return {
      phase: phase.key,
      clause,
      requirements: mine.map(({ requirement }) => requirement).toSorted(),
      startsOn: addDays(startsOn, phase.from * 7),
      dueOn: addDays(startsOn, phase.to * 7),
      effortDays: mine.reduce((sum, { effortDays }) => sum + (effortDays ?? 0), 0),
      ownerId: mostOften(mine.flatMap(({ ownerId }) => ownerId ?? [])),
    };
  });
  const rank = ({ phase }: Step) => phases.findIndex(({ key }) => key === phase);
  return steps.toSorted((a, b) => rank(a) - rank(b) || (order(a.clause) < order(b.clause) ? -1 : 1));
}

function mostOften(ids: readonly string[]): string | null {
  const counted = [...Map.groupBy(ids, (id) => id)].toSorted(([, a], [, b]) => b.length - a.length);
  return counted[0]?.[0] ?? null;
}
