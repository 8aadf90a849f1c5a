import { Stack, Text } from '@mantine/core';
import type { FieldOverrides, ValueProps } from '../../../kernel/web/field/override.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Decision } from '../service-report.fields.ts';
import { useReportingWords } from './reporting.web.ts';

const atOf = (value: unknown) => {
  const at =
    value !== null && typeof value === 'object' ? (value as { readonly at?: unknown }).at : undefined;
  return typeof at === 'string' ? at : undefined;
};

/** In a history, frozen figures are named by when they were measured: the page itself shows them. */
function FrozenValue({ value }: ValueProps) {
  const t = useReportingWords();
  const format = useFormat();
  const at = atOf(value);
  return (
    <Text size="sm">
      {at === undefined ? '—' : t('reporting_page.report.as_of', { date: format.dateTime(at) })}
    </Text>
  );
}

function DecisionsValue({ value }: ValueProps) {
  const t = useReportingWords();
  const decisions = Array.isArray(value) ? (value as readonly Decision[]) : [];
  if (decisions.length === 0) return <Text size="sm">—</Text>;
  return (
    <Stack gap={2}>
      {decisions.map(({ key, decision, note }, at) => (
        // eslint-disable-next-line react/no-array-index-key -- two may be about the same figure
        <Text key={`${key}${at}`} size="sm">
          {t(`service_report.decision.${decision}`)}: {note}
        </Text>
      ))}
    </Stack>
  );
}

export const frozenOverrides: FieldOverrides = {
  contents: { Value: FrozenValue },
  basis: { Value: FrozenValue },
  decisions: { Value: DecisionsValue },
};
