import { Text } from '@mantine/core';
import { value } from '../../../kernel/web/contract.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { usePolicy } from './change.web.ts';
import { overrides } from './overrides.tsx';
import { useT } from './useT.ts';

const first = [
  'use', 'description', 'purpose', 'objective', 'subjectIds', 'items', 'riskAnswers', 'implementationPlan', 'backOutPlan', 'testMethod',
  'proofIds',
]; // prettier-ignore
const hidden = ['riskImpact', 'riskLikelihood', 'riskScore'];
const primary = ['authorise', 'reauthorise', 'revise', 'suspend', 'retire'];
const sections = {
  main: ({ record }: SectionProps) => <Rule standard={value(record, 'use') === 'standard'} />,
};

export default function ModelPage() {
  return (
    <RecordPage
      type="change-model"
      overrides={overrides}
      first={first}
      hidden={hidden}
      primary={primary}
      sections={sections}
      register
    />
  );
}

function Rule({ standard }: { standard: boolean }) {
  const t = useT();
  const rules = usePolicy().data?.parts['models']?.value as
    | { proofs: number; reauthoriseMonths: number }
    | undefined;
  return standard && rules ? (
    <Text size="sm" c="dimmed" px="md">
      {t('change_page.model_rule', { proofs: rules.proofs, months: rules.reauthoriseMonths })}
    </Text>
  ) : null;
}
