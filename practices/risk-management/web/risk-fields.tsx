import { Select, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { treatments } from '../treatments.ts';
import { useCriteria, useRiskWords } from './risk.web.ts';

/** The organisation's own words for each step. */
function useSteps(of: 'likelihood' | 'impact') {
  const language = useLanguage() === 'zh-CN' ? 'zh-CN' : 'en';
  return useCriteria().data?.value[of].map((step, i) => `${i + 1}  ${step[language]}`) ?? [];
}

const stepInput = (of: 'likelihood' | 'impact') =>
  function StepInput({ label, description, error, required = false, value, onChange }: InputProps) {
    const steps = useSteps(of);
    return (
      <Select
        label={label}
        description={description}
        error={error}
        required={required}
        data={steps.map((name, i) => ({ value: String(i + 1), label: name }))}
        value={typeof value === 'number' ? String(value) : null}
        onChange={(next) => onChange(next === null ? null : Number(next))}
      />
    );
  };

const stepValue = (of: 'likelihood' | 'impact') =>
  function StepValue({ value }: ValueProps) {
    const steps = useSteps(of);
    return <Text size="sm">{typeof value === 'number' ? (steps[value - 1] ?? value) : '—'}</Text>;
  };

/** A risk is reduced, an opportunity pursued; to accept or to leave it is an act of its own. */
function TreatmentInput({
  label,
  description,
  error,
  required = false,
  value,
  onChange,
  values,
}: InputProps) {
  const t = useRiskWords();
  const kind = values?.['kind'] === 'opportunity' ? 'opportunity' : 'risk';
  const given = values?.['kind'] === undefined ? [...treatments.risk, 'pursue'] : treatments[kind];
  const options = given.filter((one) => one !== 'accept' && one !== 'leave');
  return (
    <Select
      label={label}
      description={description}
      error={error}
      required={required}
      data={options.map((one) => ({ value: one, label: t(`risk.option.treatment.${one as 'avoid'}`) }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}

const likelihood = { Input: stepInput('likelihood'), Value: stepValue('likelihood') };
const impact = { Input: stepInput('impact'), Value: stepValue('impact') };
export const riskOverrides: FieldOverrides = {
  likelihood,
  impact,
  residualLikelihood: likelihood,
  residualImpact: impact,
  treatment: { Input: TreatmentInput },
};
