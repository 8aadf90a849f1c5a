import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { text } from '../../../kernel/web/contract.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useReadinessWords } from './readiness.web.ts';

/** To where the record's words stand beside the live answer. */
function ToRequirement({ record }: SectionProps) {
  const t = useReadinessWords();
  return (
    <Button
      component={Link}
      to={`/readiness/${text(record, 'requirement')}`}
      variant="light"
      size="sm"
      w="fit-content"
      rightSection={<IconArrowRight size={15} aria-hidden />}
    >
      {t('readiness.one.open')}
    </Button>
  );
}

const sections = { main: (props: SectionProps) => <ToRequirement {...props} /> };

export default function AssessmentPage() {
  return <RecordPage type="requirement-assessment" register sections={sections} />;
}
