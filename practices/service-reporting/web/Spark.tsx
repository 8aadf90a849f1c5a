/** Periods as a small line; a gap is a gap, and the target a dashed level. */
export function Spark({
  values,
  target,
  label,
  width = 132,
}: {
  readonly values: readonly (number | null)[];
  readonly target: number | null;
  readonly label: string;
  readonly width?: number;
}) {
  const height = 30;
  const told = values.filter((value) => value !== null);
  if (told.length === 0) return null;
  const all = target === null ? told : [...told, target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const span = high - low || 1;
  const x = (i: number) => 3 + (i * (width - 6)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - 4 - ((value - low) / span) * (height - 8);
  const points = values.flatMap((value, i) => (value === null ? [] : [{ i, value }]));
  const line = points
    .map(({ i, value }, at) => `${at > 0 && points[at - 1]?.i === i - 1 ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`)
    .join(' ');
  const last = points.at(-1);
  return (
    <svg width={width} height={height} role="img" aria-label={label} style={{ display: 'block' }}>
      {target !== null && (
        <line x1={3} x2={width - 3} y1={y(target)} y2={y(target)} stroke="var(--mantine-color-teal-text)" strokeDasharray="4 3" opacity={0.7} />
      )}
      <path d={line} fill="none" stroke="var(--mantine-primary-color-filled)" strokeWidth={1.8} />
      {last && <circle cx={x(last.i)} cy={y(last.value)} r={3} fill="var(--mantine-primary-color-filled)" />}
    </svg>
  );
} // prettier-ignore
