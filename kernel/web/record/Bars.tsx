import styles from './Bars.module.css';

type Bar = { readonly label: string; readonly n: number; readonly quiet?: boolean };

/** Small columns beside their figures: each says its number, and all of them are in the label for who does not see them. */
export function Bars({
  bars,
  label,
  fixAt,
  height = 84,
}: {
  bars: readonly Bar[];
  label: string;
  fixAt?: number | undefined;
  height?: number;
}) {
  const most = Math.max(1, ...bars.map(({ n }) => n));
  const width = 26;
  const floor = height - 4;
  const room = height - 20;
  return (
    <svg
      viewBox={`0 0 ${bars.length * width} ${height}`}
      preserveAspectRatio="none"
      height={height}
      className={styles['bars']}
      role="img"
      aria-label={`${label}: ${bars.map((b) => `${b.label} ${b.n}`).join(', ')}`}
    >
      {bars.map((b, i) => {
        const tall = b.n === 0 ? 1 : Math.max(3, (b.n / most) * room);
        return (
          <g key={b.label}>
            <title>{`${b.label}: ${b.n}`}</title>
            <rect x={i * width} y={0} width={width} height={height} fill="transparent" />
            <rect
              x={i * width + 4}
              y={floor - tall}
              width={width - 8}
              height={tall}
              rx={2}
              className={styles['bar']}
              data-quiet={b.quiet || b.n === 0 || undefined}
            />
          </g>
        );
      })}
      {fixAt !== undefined && (
        <line x1={fixAt * width} y1={2} x2={fixAt * width} y2={floor} className={styles['fix']} />
      )}
    </svg>
  );
}
