import type { MantineColorsTuple } from '@mantine/core';

/** Ink blue: calm on both backgrounds, and AA with white text from shade 6 on. */
export const ink: MantineColorsTuple = [
  '#eef4fb',
  '#dbe6f3',
  '#b4cbe6',
  '#8aaed9',
  '#6795cd',
  '#5185c6',
  '#3f74b6',
  '#33629f',
  '#2b5389',
  '#1f426f',
];

/** Cool greys: Mantine's own are warm, which looks muddy beside ink. */
export const dark: MantineColorsTuple = [
  '#c9d1d9',
  '#b6bec7',
  '#8f98a2',
  '#6b747d',
  '#3f464e',
  '#30363d',
  '#22272d',
  '#1d2126',
  '#16191d',
  '#101214',
];

export const sans =
  "Inter, system-ui, -apple-system, 'Segoe UI', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
