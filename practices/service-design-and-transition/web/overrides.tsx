import { Stack, Text, Textarea } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { Rows, type RowColumn } from '../../../kernel/web/field/Rows.tsx';
import {
  areas,
  handlingParts,
  planItems,
  type Evaluation,
  type Outcome,
  type Plan,
  type Requirement,
} from '../transition.parts.ts';
import { useT } from './useT.ts';

const criterionKinds = ['functional', 'load', 'performance', 'security', 'operation', 'data'] as const;
const ways = ['at_least', 'at_most'] as const;
type T = ReturnType<typeof useT>;

/** A structured field that is a list of rows. */
const listInput = (columnsOf: (t: T) => RowColumn[], blank?: Readonly<Record<string, unknown>>) =>
  function ListInput({ value, onChange, label, description, error, refs }: InputProps) {
    const t = useT();
    const words = { add: t('transition_page.add'), remove: t('transition_page.remove') };
    const columns = columnsOf(t);
    return <Rows {...{ value, onChange, label, description, error, refs, columns, words }} {...(blank ? { blank } : {})} />;
  }; // prettier-ignore

const CriteriaInput = listInput((t) => [
  { key: 'title', label: t('transition_page.criterion.title'), kind: 'text', grow: 4, width: 220 },
  { key: 'kind', label: t('transition_page.criterion.kind'), kind: 'choice', grow: 2, width: 150, options: criterionKinds.map((kind) => ({ value: kind, label: t(`transition_page.kinds.${kind}`) })) },
  { key: 'target', label: t('transition_page.criterion.target'), kind: 'number', width: 90 },
  { key: 'unit', label: t('transition_page.criterion.unit'), kind: 'text', width: 80 },
], { title: '', kind: 'functional' }); // prettier-ignore
const OutcomesInput = listInput((t) => [
  { key: 'metric', label: t('transition_page.outcome.metric'), kind: 'text', grow: 4, width: 200 },
  { key: 'way', label: t('transition_page.outcome.way'), kind: 'choice', grow: 2, width: 120, options: ways.map((way) => ({ value: way, label: t(`transition_page.ways.${way}`) })) },
  { key: 'target', label: t('transition_page.outcome.target'), kind: 'number', width: 90 },
  { key: 'unit', label: t('transition_page.outcome.unit'), kind: 'text', width: 80 },
], { metric: '', way: 'at_least' }); // prettier-ignore
const RequirementsInput = listInput((t) => [
  { key: 'text', label: t('transition_page.requirement.text'), kind: 'text', grow: 3, width: 240 },
  { key: 'design', label: t('transition_page.requirement.design'), kind: 'text', grow: 2, width: 200 },
], { text: '' }); // prettier-ignore
const ChecklistInput = listInput((t) => [
  { key: 'area', label: t('transition_page.item.area'), kind: 'choice', grow: 2, width: 200, options: areas.map((area) => ({ value: area, label: t(`transition.area.${area}`) })) },
  { key: 'ownerId', label: t('transition_page.item.owner'), kind: 'person', grow: 2, width: 200 },
]); // prettier-ignore
const HandlingInput = listInput((t) => [
  { key: 'part', label: t('transition_page.line.part'), kind: 'choice', grow: 1, width: 130, options: handlingParts.map((part) => ({ value: part, label: t(`transition.part.${part}`) })) },
  { key: 'what', label: t('transition_page.line.what'), kind: 'text', grow: 3, width: 220 },
  { key: 'ownerId', label: t('transition_page.line.owner'), kind: 'person', grow: 2, width: 170 },
  { key: 'dueOn', label: t('transition_page.line.due'), kind: 'date', width: 130 },
], { part: 'data', what: '' }); // prettier-ignore

/** 8.5.2.1 a to h, one answer each. */
function PlanInput({ value, onChange, label, error }: InputProps) {
  const t = useT();
  const plan = (value ?? {}) as Plan;
  return (
    <Stack gap={8} role="group" aria-label={label}>
      <Text size="sm" fw={500}>{label}</Text>
      {error !== undefined && error !== null && <Text size="sm" c="red" role="alert">{error}</Text>}
      {planItems.map((item) => (
        <Textarea key={item} autosize minRows={1} maxRows={8} label={t(`transition.plan_item.${item}`)} value={plan[item] ?? ''} onChange={(e) => onChange({ ...plan, [item]: e.currentTarget.value })} />
      ))}
    </Stack>
  );
} // prettier-ignore

function PlanValue({ value }: ValueProps) {
  const t = useT();
  const plan = (value ?? {}) as Plan;
  return (
    <Stack gap={8}>
      {planItems.map((item) => {
        const said = (plan[item] ?? '').trim();
        return (
          <div key={item}>
            <Text size="xs" c="dimmed">{t(`transition.plan_item.${item}`)}</Text>
            <Text size="sm" {...(said === '' ? { c: 'orange' } : {})} style={{ whiteSpace: 'pre-wrap' }}>
              {said === '' ? t('transition_page.missing') : said}
            </Text>
          </div>
        );
      })}
    </Stack>
  );
} // prettier-ignore

const lines = (items: readonly string[]) => (
  <Stack gap={2}>
    {items.map((item) => (
      <Text key={item} size="sm">
        {item}
      </Text>
    ))}
  </Stack>
);
const TitlesValue = ({ value }: ValueProps) =>
  lines((value as { title: string }[]).map(({ title }) => title));
const OutcomesValue = ({ value }: ValueProps) => lines((value as Outcome[]).map(({ metric }) => metric));
const RequirementsValue = ({ value }: ValueProps) =>
  lines((value as Requirement[]).map(({ text, design }) => (design ? `${text} → ${design}` : text)));
function ChecklistValue({ value }: ValueProps) {
  const t = useT();
  return lines((value as { area: (typeof areas)[number] }[]).map(({ area }) => t(`transition.area.${area}`)));
}
const HandlingValue = ({ value }: ValueProps) => lines((value as { what: string }[]).map(({ what }) => what));
function EvaluationValue({ value }: ValueProps) {
  const { satisfaction, wentWell, improvements } = value as Evaluation;
  return lines([`${satisfaction} / 5`, wentWell, improvements]);
}

/** In the history: what became of each, by its place. */
function ResultsValue({ value }: ValueProps) {
  const t = useT();
  const words = (result: { passed: boolean } | null) =>
    t(
      result === null
        ? 'transition_page.untested'
        : result.passed
          ? 'transition_page.passed'
          : 'transition_page.failed',
    );
  return lines((value as ({ passed: boolean } | null)[]).map((result, at) => `${at + 1}. ${words(result)}`));
}
const HandledValue = ({ value }: ValueProps) =>
  lines(
    (value as ({ reference: string } | null)[]).map((done, at) => `${at + 1}. ${done?.reference ?? '–'}`),
  );
function CheckedValue({ value }: ValueProps) {
  const t = useT();
  return lines(
    (value as { area: (typeof areas)[number]; reference: string }[]).map(
      ({ area, reference }) => `${t(`transition.area.${area}`)}: ${reference}`,
    ),
  );
}

export const overrides: FieldOverrides = {
  criteria: { Input: CriteriaInput, Value: TitlesValue },
  outcomes: { Input: OutcomesInput, Value: OutcomesValue },
  requirements: { Input: RequirementsInput, Value: RequirementsValue },
  checklist: { Input: ChecklistInput, Value: ChecklistValue },
  handling: { Input: HandlingInput, Value: HandlingValue },
  results: { Value: ResultsValue },
  handled: { Value: HandledValue },
  checked: { Value: CheckedValue },
  plan: { Input: PlanInput, Value: PlanValue },
  evaluation: { Value: EvaluationValue },
};
