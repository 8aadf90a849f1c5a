import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { value } from '../../../kernel/web/contract.ts';
import type { BesideProps } from '../../../kernel/web/practice-web.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useCertificationWords } from './certification.web.ts';

/** Beside a person's certificate: that the organisation's stand elsewhere. */
export default function BesidePerson({ record }: BesideProps) {
  const t = useCertificationWords();
  if (value(record, 'kind') !== 'certificate') return null;
  return (
    <Panel title={t('certification_page.organisation.title')}>
      <Text size="sm" c="dimmed" mb={6}>
        {t('certification_page.organisation.hint')}
      </Text>
      <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/certification" />}>
        {t('certification_page.organisation.open')}
      </Anchor>
    </Panel>
  );
}
