import { Stack, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { Rows, type RowColumn } from '../../../kernel/web/field/Rows.tsx';
import { criterionKinds, type Criterion, type Result } from '../acceptance.ts';
import { waveWays, type Deliverable, type Wave, type WaveRun } from '../release.parts.ts';
import { useT } from './useT.ts';

const useRowWords = () => {
  const t = useT();
  return { add: t('release_page.add'), remove: t('release_page.remove') };
};

function CriteriaInput({ value, onChange, label, description, error, refs }: InputProps) {
  const t = useT();
  const words = useRowWords();
  const columns: RowColumn[] = [
    { key: 'title', label: t('release_page.criterion.title'), kind: 'text', grow: 4, width: 220 },
    {
      key: 'kind', label: t('release_page.criterion.kind'), kind: 'choice', grow: 2, width: 150,
      options: criterionKinds.map((kind) => ({ value: kind, label: t(`release_page.kinds.${kind}`) })),
    },
    { key: 'target', label: t('release_page.criterion.target'), kind: 'number', width: 90 },
    { key: 'unit', label: t('release_page.criterion.unit'), kind: 'text', width: 80 },
  ]; // prettier-ignore
  return (
    <Rows
      {...{ value, onChange, label, description, error, refs, columns, words }}
      blank={{ title: '', kind: 'functional' }}
    />
  );
}

function DeliverablesInput({ value, onChange, label, description, error, refs }: InputProps) {
  const t = useT();
  const words = useRowWords();
  const columns: RowColumn[] = [
    { key: 'name', label: t('release_page.deliverable.name'), kind: 'text', grow: 2, width: 160 },
    { key: 'version', label: t('release_page.deliverable.version'), kind: 'text', width: 80 },
    { key: 'sha256', label: t('release_page.deliverable.sha256'), kind: 'text', grow: 4, width: 220 },
    { key: 'reference', label: t('release_page.deliverable.reference'), kind: 'text', grow: 2, width: 140 },
  ];
  return (
    <Rows
      {...{ value, onChange, label, description, error, refs, columns, words }}
      blank={{ name: '', sha256: '' }}
    />
  );
}

type Item = Readonly<Record<string, unknown>>;
/** Below each wave, when it is stopped. */
const stopRows = (label: string, columns: readonly RowColumn[], words: { add: string; remove: string }) =>
  (wave: Item, put: (next: Item) => void) => (
    <div style={{ paddingLeft: 16 }}>
      <Rows {...{ label, columns, words }} value={wave['stopCriteria']} onChange={(stopCriteria) => put({ stopCriteria })} blank={{ metric: '' }} />
    </div>
  ); // prettier-ignore

function WavesInput({ value, onChange, label, description, error, refs }: InputProps) {
  const t = useT();
  const words = useRowWords();
  const columns: RowColumn[] = [
    { key: 'title', label: t('release_page.wave.title'), kind: 'text', grow: 3, width: 180 },
    {
      key: 'way', label: t('release_page.wave.way'), kind: 'choice', grow: 2, width: 130,
      options: waveWays.map((way) => ({ value: way, label: t(`release_page.ways.${way}`) })),
    },
    { key: 'share', label: t('release_page.wave.share'), kind: 'number', width: 90 },
  ]; // prettier-ignore
  const stops: RowColumn[] = [
    { key: 'metric', label: t('release_page.stop.metric'), kind: 'text', grow: 3, width: 160 },
    { key: 'above', label: t('release_page.stop.above'), kind: 'number', width: 80 },
    { key: 'below', label: t('release_page.stop.below'), kind: 'number', width: 80 },
    { key: 'unit', label: t('release_page.stop.unit'), kind: 'text', width: 70 },
  ];
  return (
    <Rows
      {...{ value, onChange, label, description, error, refs, columns, words }}
      blank={{ title: '', way: 'canary', stopCriteria: [{ metric: '' }] }}
      below={stopRows(t('release_page.stop_criteria'), stops, words)}
    />
  );
}

const lines = (items: readonly string[]) => (
  <Stack gap={2}>
    {items.map((item) => (
      <Text key={item} size="sm">
        {item}
      </Text>
    ))}
  </Stack>
);
const CriteriaValue = ({ value }: ValueProps) => lines((value as Criterion[]).map(({ title }) => title));
const WavesValue = ({ value }: ValueProps) => lines((value as Wave[]).map(({ title }) => title));
const DeliverablesValue = ({ value }: ValueProps) => lines((value as Deliverable[]).map(({ name }) => name));

/** In the history: what became of each, by its place. */
function ResultsValue({ value }: ValueProps) {
  const t = useT();
  const words = (result: Result) =>
    t(
      result === null
        ? 'release_page.untested'
        : result.passed
          ? 'release_page.passed'
          : 'release_page.failed',
    );
  return lines((value as Result[]).map((result, at) => `${at + 1}. ${words(result)}`));
}
function WaveRunsValue({ value }: ValueProps) {
  const t = useT();
  return lines(
    (value as WaveRun[]).map(({ state, figures }, at) => {
      const seen = figures.filter((figure) => figure !== null).join(', ');
      return `${at + 1}. ${t(`release_page.wave_state.${state}`)}${seen === '' ? '' : `: ${seen}`}`;
    }),
  );
}

export const overrides: FieldOverrides = {
  criteria: { Input: CriteriaInput, Value: CriteriaValue },
  deliverables: { Input: DeliverablesInput, Value: DeliverablesValue },
  results: { Value: ResultsValue },
  waveRuns: { Value: WaveRunsValue },
  waves: { Input: WavesInput, Value: WavesValue },
};
