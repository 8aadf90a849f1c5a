import { useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

export type Point = { readonly label: string; readonly value: number | null; readonly note: string };

type Props = {
  readonly kind: 'line' | 'bar';
  /** What it shows, for those who do not see it; a table beside it has the figures. */
  readonly label: string;
  readonly points: readonly Point[];
  readonly format: (value: number) => string;
  readonly onPick: (at: number) => void;
  readonly height?: number;
};

/** A chart whose every point can be clicked. Loaded only where one is shown: the library is larger than the rest. */
export default function Chart({ kind, label, points, format, onPick, height = 260 }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ dataIndex }) => pick.current(dataIndex));
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const dark = scheme === 'dark';
    const ink = dark ? '#c9d1d9' : '#495057';
    const line = dark ? '#30363d' : '#e3e6ea';
    const color = dark ? '#5185c6' : '#33629f';
    const category = {
      type: 'category' as const,
      data: points.map((p) => p.label),
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { color: ink, hideOverlap: true },
      ...(kind === 'bar' ? { inverse: true } : {}),
    };
    const amount = {
      type: 'value' as const,
      splitLine: { lineStyle: { color: line } },
      axisLabel: { color: ink, formatter: format, hideOverlap: true },
    };
    const data = points.map((p) => p.value);
    chart.current?.setOption(
      {
        animationDuration: 250,
        // By name: the library measures its labels outside the page, where `inherit` means another font.
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
        grid: {
          left: 8,
          right: 24,
          top: 16,
          bottom: 4,
          outerBoundsMode: 'same',
          outerBoundsContain: 'axisLabel',
        },
        tooltip: {
          trigger: kind === 'line' ? 'axis' : 'item',
          confine: true,
          backgroundColor: dark ? '#22272d' : '#fff',
          borderColor: line,
          textStyle: { color: ink, fontSize: 12 },
          formatter: (found: unknown) => {
            const first: unknown = Array.isArray(found) ? found[0] : found;
            const at =
              typeof first === 'object' && first !== null && 'dataIndex' in first
                ? Number(first.dataIndex)
                : -1;
            const point = points[at];
            if (!point) return '';
            const text = document.createElement('div');
            text.textContent = `${point.label}: ${point.value === null ? '—' : format(point.value)} · ${point.note}`;
            return text;
          },
        },
        xAxis: kind === 'line' ? category : amount,
        yAxis: kind === 'line' ? amount : category,
        series:
          kind === 'line'
            ? [
                {
                  type: 'line',
                  data,
                  color,
                  symbol: 'circle',
                  symbolSize: 8,
                  connectNulls: false,
                  lineStyle: { width: 2 },
                  cursor: 'pointer',
                },
              ]
            : [
                {
                  type: 'bar',
                  data,
                  color,
                  barMaxWidth: 22,
                  itemStyle: { borderRadius: [0, 3, 3, 0] },
                  cursor: 'pointer',
                },
              ],
      },
      { notMerge: true },
    );
  }, [kind, points, format, scheme]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
