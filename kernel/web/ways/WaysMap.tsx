import { ScrollArea } from '@mantine/core';
import type { Way } from '../../ways/ways.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { MetaType } from '../contract.ts';
import { useLabels } from '../words.ts';
import { useWaysT } from './ways.web.ts';

const [step, boxWidth, boxHeight] = [196, 164, 40];
/** How far a step over so many states bows out. */
const bow = (steps: number) => 40 * Math.sqrt(Math.abs(steps));
/** A curve reaches three quarters of the way to the points that pull it. */
const reach = 0.75;

type Edge = { readonly from: string; readonly to: string; readonly n: number };

/** How often each step was taken. */
function edgesOf(ways: readonly Way[]): Edge[] {
  const edges = new Map<string, Edge>();
  for (const { states, n } of ways)
    for (let i = 1; i < states.length; i += 1) {
      const [from = '', to = ''] = [states[i - 1], states[i]];
      const key = `${from} ${to}`;
      edges.set(key, { from, to, n: (edges.get(key)?.n ?? 0) + n });
    }
  return [...edges.values()].toSorted((a, b) => a.n - b.n);
}

/** The states in the process's order; steps onward bow above them, steps back below, as thick as they were often. */
export function WaysMap({ meta, ways }: { readonly meta: MetaType; readonly ways: readonly Way[] }) {
  const t = useWaysT();
  const labels = useLabels();
  const format = useFormat();
  const edges = edgesOf(ways);
  const used = new Set(ways.flatMap(({ states }) => states));
  const states = meta.states.map(({ key }) => key).filter((key) => used.has(key));
  const place = new Map(states.map((state, i) => [state, i]));
  const most = Math.max(1, ...edges.map(({ n }) => n));
  const over = ({ from, to }: Edge) => (place.get(to) ?? 0) - (place.get(from) ?? 0);
  const room = (spans: readonly number[]) => 18 + reach * Math.max(0, ...spans.map(bow));
  const middle = room(edges.map(over).filter((span) => span > 0)) + boxHeight / 2;
  const below = room(edges.map(over).filter((span) => span < 0)) + boxHeight / 2;
  const name = (state: string) => labels.state(meta.type, state);
  const passed = (state: string) => ways.reduce((sum, way) => sum + (way.states.includes(state) ? way.n : 0), 0);
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0 }}>
      <svg width={states.length * step} height={middle + below} role="img" aria-label={t('ways.map')} style={{ display: 'block', fontSize: 12 }}>
        {edges.map(({ from, to, n }) => {
          const [a, b] = [place.get(from), place.get(to)];
          if (a === undefined || b === undefined || a === b) return null;
          const [x1, x2] = [a * step + boxWidth / 2, b * step + boxWidth / 2];
          const onward = b > a;
          const y = middle + (onward ? -boxHeight / 2 : boxHeight / 2);
          const top = y + (onward ? -1 : 1) * bow(b - a);
          const color = onward ? 'var(--mantine-primary-color-filled)' : 'var(--mantine-color-orange-filled)';
          return (
            <g key={`${from} ${to}`}>
              <path d={`M ${x1} ${y} C ${x1} ${top}, ${x2} ${top}, ${x2} ${y}`} fill="none" stroke={color} strokeOpacity={0.35 + (0.6 * n) / most} strokeWidth={1 + (7 * n) / most}>
                <title>{t('ways.times', { from: name(from), to: name(to), n: format.number(n) })}</title>
              </path>
              <text x={(x1 + x2) / 2} y={y + reach * (top - y) + (onward ? -5 : 14)} textAnchor="middle" fill="var(--mantine-color-dimmed)">{format.number(n)}</text>
            </g>
          );
        })}
        {states.map((state, i) => (
          <g key={state} transform={`translate(${i * step}, ${middle - boxHeight / 2})`}>
            <rect width={boxWidth} height={boxHeight} rx={8} fill="var(--mantine-color-body)" stroke="var(--mantine-color-default-border)" />
            <text x={boxWidth / 2} y={17} textAnchor="middle" fill="var(--mantine-color-text)" fontWeight={600}>{name(state)}</text>
            <text x={boxWidth / 2} y={33} textAnchor="middle" fill="var(--mantine-color-dimmed)">{format.number(passed(state))}</text>
          </g>
        ))}
      </svg>
    </ScrollArea>
  );
} // prettier-ignore
