import { useReadinessWords, type Item } from './readiness.web.ts';
import styles from './readiness.module.css';

/** What a requirement looks like on the map: its answer, or why there is none. */
export const tones = [
  'met',
  'confirmed',
  'partly',
  'missing',
  'none',
  'failed',
  'not_evaluated',
  'not_built',
] as const;
export type Tone = (typeof tones)[number];

export function toneOf(item: Pick<Item, 'status' | 'noneConfirmed' | 'way'>): Tone {
  if (item.status === null) return item.way === 'not_built' ? 'not_built' : 'not_evaluated';
  return item.status === 'none' && item.noneConfirmed ? 'confirmed' : item.status;
}

/** Never by colour alone: each has its sign. */
export const signs: Readonly<Record<Tone, string>> = {
  met: '✓',
  confirmed: '0',
  partly: '◐',
  missing: '✕',
  none: '?',
  failed: '!',
  not_evaluated: '…',
  not_built: '',
};

export const toneClass = (tone: Tone) => styles[tone] ?? '';

export function useToneWords(): (tone: Tone) => string {
  const t = useReadinessWords();
  return (tone) => t(`readiness.tone.${tone}`);
}

/** Canvas and SVG of libraries take colours, not classes: read from the page, so that they follow light and dark. */
export const toneColor = (place: Element, tone: Tone): string =>
  getComputedStyle(place)
    .getPropertyValue(`--tone-${tone.replace('_', '-')}`)
    .trim();
