import { useMemo } from 'react';
import { encode } from 'uqr';

/** A text as a code that phones read. Black on white in every theme, or cameras fail. */
export function Qr({ text, label, size }: { text: string; label: string; size: number | string }) {
  const code = useMemo(() => {
    const made = encode(text, { border: 2, ecc: 'M' });
    const squares = made.data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: made.size, path: squares.join('') };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
      style={{ flexShrink: 0, borderRadius: 3 }}
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
