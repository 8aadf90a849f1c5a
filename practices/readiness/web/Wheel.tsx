import { Group, Text, useComputedColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { SunburstChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { MapGroup } from './groups.ts';
import type { Item } from './readiness.web.ts';
import { toneClass, toneColor, toneOf, tones, useToneWords, type Tone } from './tone.ts';
import styles from './readiness.module.css';

use([SunburstChart, TooltipComponent, SVGRenderer]);

type Node = {
  readonly name: string;
  readonly value?: number;
  readonly tip: string;
  readonly to?: string;
  readonly itemStyle: { readonly color: string; readonly opacity?: number };
  readonly label?: { readonly color?: string; readonly show?: boolean };
  readonly children?: readonly Node[];
};

/** The worst of what is in it says how a clause looks; what is not built yet only where nothing else is. */
const worstFirst: readonly Tone[] = [
  'failed',
  'missing',
  'partly',
  'none',
  'not_evaluated',
  'met',
  'confirmed',
  'not_built',
];
const worst = (items: readonly Item[]): Tone => worstFirst.find((tone) => items.some((i) => toneOf(i) === tone)) ?? 'not_built'; // prettier-ignore

const quiet = 0.13;

/** The standard as a wheel: group, clause, requirement. A click on a requirement opens it. */
export default function Wheel(props: {
  readonly groups: readonly MapGroup[];
  readonly shown: ReadonlySet<string>;
  readonly label: string;
}) {
  const { groups, shown, label } = props;
  const navigate = useNavigate();
  const name = useToneWords();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const go = useRef((_to: string) => undefined as void);
  useEffect(() => {
    go.current = (to) => void navigate({ to });
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ data }) => {
      const to = (data as Partial<Node> | null)?.to;
      if (to !== undefined) go.current(to);
    });
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    if (!place.current) return;
    chart.current?.setOption(optionOf(place.current, groups, shown, name, scheme === 'dark'), { notMerge: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `name` changes with the language, and so do the groups
  }, [groups, shown, scheme]);
  const all = groups.flatMap(({ clauses }) => clauses.flatMap(({ items }) => items));
  const good = all.filter((item) => ['met', 'confirmed'].includes(toneOf(item))).length;
  const there = tones.filter((tone) => all.some((item) => toneOf(item) === tone));
  return (
    <>
      <div className={styles['wheel']}>
        <div ref={place} role="img" aria-label={label} style={{ height: '100%', width: '100%' }} />
        <div className={styles['hub']} aria-hidden>
          <span className={styles['big']}>{good}</span>
          <Text size="xs" c="dimmed">/ {all.length}</Text>
        </div>
      </div>
      <Group gap="md" justify="center" mt={4}>
        {there.map((tone) => (
          <Group key={tone} gap={6} wrap="nowrap">
            <span className={`${styles['swatch']} ${toneClass(tone)}`} aria-hidden />
            <Text size="xs" c="dimmed">{name(tone)}</Text>
          </Group>
        ))}
      </Group>
    </>
  );
} // prettier-ignore

function optionOf(
  place: HTMLElement,
  groups: readonly MapGroup[],
  shown: ReadonlySet<string>,
  name: (tone: Tone) => string,
  dark: boolean,
) {
  const narrow = place.clientWidth < 520;
  const ink = dark ? '#c9d1d9' : '#343a40';
  const surface = dark ? '#1d2126' : '#fff';
  const color = (tone: Tone) => toneColor(place, tone);
  const leaf = (item: Item): Node => ({
    name: item.requirement.split('-').at(-1) ?? '',
    value: 1,
    to: `/readiness/${item.requirement}`,
    tip: `${item.requirement} · ${name(toneOf(item))}\n${item.text}`,
    itemStyle: { color: color(toneOf(item)), opacity: shown.has(item.requirement) ? 1 : quiet },
    label: { show: false },
  });
  const data: Node[] = groups.map((group) => ({
    name: group.name,
    tip: group.name,
    itemStyle: { color: dark ? '#2b3138' : '#e9edf2' },
    label: { color: ink },
    children: group.clauses.map(({ clause, title, items }) => {
      const tone = worst(items);
      const any = items.some((item) => shown.has(item.requirement));
      return {
        name: clause,
        tip: `${clause} ${title}`,
        itemStyle: { color: color(tone), opacity: any ? 0.5 : quiet },
        label: { color: ink },
        children: items.map(leaf),
      };
    }),
  }));
  return {
    animationDuration: 350,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: {
      confine: true,
      backgroundColor: dark ? '#22272d' : '#fff',
      borderColor: dark ? '#30363d' : '#e3e6ea',
      textStyle: { color: ink, fontSize: 12 },
      formatter: (found: unknown) => {
        const tip = (found as { data?: Partial<Node> }).data?.tip ?? '';
        const box = document.createElement('div');
        box.style.cssText = 'max-width:320px;white-space:pre-wrap';
        box.textContent = tip;
        return box;
      },
    },
    series: {
      type: 'sunburst' as const,
      data,
      sort: undefined,
      nodeClick: false as const,
      emphasis: { focus: 'ancestor' as const },
      blur: { itemStyle: { opacity: 0.35 } },
      itemStyle: { borderColor: surface, borderWidth: 1.5 },
      startAngle: 90,
      levels: [
        {},
        { r0: '17%', r: '37%', label: { rotate: 'tangential' as const, fontSize: narrow ? 11 : 13, fontWeight: 600 as const, minAngle: narrow ? 24 : 8 }, itemStyle: { borderWidth: 3 } },
        { r0: '37.6%', r: '68%', label: { rotate: 'radial' as const, fontSize: 10.5, minAngle: 2.7, show: !narrow } },
        { r0: '68.6%', r: '97%', itemStyle: { borderWidth: 1 } },
      ],
    },
  };
} // prettier-ignore
