import { useImprovementWords, useInUnit, type Comparison } from './improvement.web.ts';

const width = 560;
const height = 150;
const left = 8;
const floor = height - 22;
const roof = 14;

/** The figure month by month with its target, and when the improvement came into force. */
export function Months({ of }: { of: Comparison }) {
  const t = useImprovementWords();
  const inUnit = useInUnit();
  const { months, targetValue, implementedAt, unit } = of;
  const values = months.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return null;
  const top = Math.max(...values, targetValue ?? 0) * 1.1 || 1;
  const step = (width - left * 2) / months.length;
  const y = (value: number) => floor - (Math.max(value, 0) / top) * (floor - roof);
  const at = months.findIndex(({ month }) => month === implementedAt?.slice(0, 7));
  const said = months.map(({ month, value, n }) => `${month}: ${inUnit(value, unit)} (n = ${n})`).join(', ');
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width="100%" style={{ maxWidth: width }} role="img" aria-label={`${t('improvement_page.monthly')}: ${said}`}>
      {at >= 0 && <rect x={left + at * step} y={roof} width={width - left * 2 - at * step} height={floor - roof} fill="var(--mantine-primary-color-light)" />}
      {months.map(({ month, value, n }, i) => (
        <g key={month}>
          <title>{`${month}: ${inUnit(value, unit)}, n = ${n}`}</title>
          {value !== null && (
            <rect x={left + i * step + 3} y={y(value)} width={step - 6} height={Math.max(floor - y(value), 1)} rx={2}
              fill="var(--mantine-primary-color-filled)" opacity={n < 20 ? 0.45 : 0.9} />
          )}
          {(i % Math.ceil(months.length / 8) === 0) && (
            <text x={left + i * step + step / 2} y={height - 6} fontSize={10} textAnchor="middle" fill="var(--mantine-color-dimmed)">{month}</text>
          )}
        </g>
      ))}
      {targetValue !== null && (
        <>
          <line x1={left} x2={width - left} y1={y(targetValue)} y2={y(targetValue)} stroke="var(--mantine-color-teal-6)" strokeDasharray="5 4" strokeWidth={1.5} />
          <text x={width - left} y={y(targetValue) - 4} fontSize={10} textAnchor="end" fill="var(--mantine-color-teal-7)">
            {`${t('improvement_page.target')} ${inUnit(targetValue, unit)}`}
          </text>
        </>
      )}
      {at >= 0 && <text x={left + at * step + 4} y={roof - 3} fontSize={10} fill="var(--mantine-color-dimmed)">{t('improvement_page.in_force')}</text>}
    </svg>
  );
} // prettier-ignore
