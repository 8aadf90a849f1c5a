import { ScrollArea } from '@mantine/core';
import type { Cause, Fishbone as Bones } from '../rca.schema.ts';
import { boneKinds } from '../rca.schema.ts';
import { useProblemPageWords } from './problem.web.ts';
import styles from './rca.module.css';

type Line = { readonly text: string; readonly state: Cause['state']; readonly deep: boolean };

const column = 280;
const row = 19;
const slope = 0.34;
const headWidth = 190;
const most = 33;
/** The first bone's texts begin further left than it does. */
const margin = 26;

const linesOf = (causes: readonly Cause[]): Line[] =>
  causes.flatMap((c) => [
    { text: c.text, state: c.state, deep: false },
    ...c.causes.map((s) => ({ text: s.text, state: s.state, deep: true })),
  ]);
/** Chinese characters are twice as wide. */
function cut(text: string, room: number): string {
  let width = 0;
  for (const [i, character] of Array.from(text).entries()) {
    width += /[\u2e80-\uffef]/u.test(character) ? 1.8 : 1;
    if (width > room) return `${Array.from(text).slice(0, i).join('')}…`;
  }
  return text;
}

export function useBoneName() {
  const t = useProblemPageWords();
  return (category: string) => {
    const known = boneKinds.find((kind) => kind === category);
    return known ? t(`pm.bone_kind.${known}`) : category;
  };
}

/** Causes by category along the spine towards what happened: confirmed ones stand out, excluded ones are struck. */
export function Fishbone({ bones, effect }: { bones: Bones; effect: string }) {
  const t = useProblemPageWords();
  const nameOf = useBoneName();
  const above = bones.filter((_, i) => i % 2 === 0);
  const below = bones.filter((_, i) => i % 2 === 1);
  const heightOf = (list: Bones) =>
    Math.max(46, ...list.map(({ causes }) => linesOf(causes).length * row + 46));
  const up = heightOf(above);
  const down = below.length === 0 ? 40 : heightOf(below);
  const columns = Math.max(above.length, below.length, 1);
  const spine = columns * column + margin + 14;
  const width = spine + headWidth;
  const middle = up + 8;
  const height = middle + down + 8;
  const draw = (list: Bones, side: 1 | -1) =>
    list.map(({ category, causes }, i) => {
      const foot = (i + 1) * column + margin;
      const reach = side === -1 ? up : down;
      const tip = foot - reach * slope;
      const y = (n: number) => middle + side * (reach - 30 - n * row);
      const x = (at: number) => foot - Math.abs(at - middle) * slope;
      const lines = linesOf(causes);
      const label = middle + side * (reach - 8);
      return (
        <g key={category}>
          <line x1={tip} y1={middle + side * (reach - 18)} x2={foot} y2={middle} className={styles['bone']} />
          <text x={tip} y={label + (side === -1 ? 0 : 4)} textAnchor="middle" className={styles['category']}>
            {cut(nameOf(category), 26)}
          </text>
          {lines.map((line, n) => {
            const at = y(n);
            const end = x(at) - 4;
            return (
              <g key={`${line.deep} ${line.text}`}>
                <title>{`${line.text} — ${t(`pm.cause_state.${line.state}`)}`}</title>
                <line
                  x1={end - 14}
                  y1={at}
                  x2={end + 3}
                  y2={at}
                  className={styles['twig']}
                  data-state={line.state}
                />
                <text
                  x={end - (line.deep ? 30 : 18)}
                  y={at + 4}
                  textAnchor="end"
                  className={styles['cause']}
                  data-state={line.state}
                  data-deep={line.deep || undefined}
                >
                  {`${line.state === 'confirmed' ? '✓ ' : line.state === 'excluded' ? '✕ ' : ''}${cut(line.text, line.deep ? most - 4 : most)}`}
                </text>
              </g>
            );
          })}
        </g>
      );
    });
  return (
    <ScrollArea type="auto" offsetScrollbars>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        style={{ width: '100%', maxWidth: width, minWidth: width * 0.75 }}
        role="img"
        aria-label={`${t('pm.fishbone')}: ${effect}`}
        className={styles['diagram']}
      >
        <line x1={10} y1={middle} x2={spine} y2={middle} className={styles['spine']} />
        <path
          d={`M ${spine} ${middle - 9} L ${spine + 16} ${middle} L ${spine} ${middle + 9} Z`}
          className={styles['arrow']}
        />
        {draw(above, -1)}
        {draw(below, 1)}
        <foreignObject x={spine + 18} y={middle - 44} width={headWidth - 20} height={88}>
          <div className={styles['head']}>{effect}</div>
        </foreignObject>
      </svg>
    </ScrollArea>
  );
}
