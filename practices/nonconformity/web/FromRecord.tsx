import { IconAlertSquareRounded } from '@tabler/icons-react';
import type { BesideProps } from '../../../kernel/web/practice-web.ts';
import { StartedHere } from '../../../kernel/web/record/StartedHere.tsx';
import { useNonconformityWords } from './nonconformity.web.ts';

/** 10.1: from any record in one step, and what was raised from it before. */
export default function FromRecord({ record }: BesideProps) {
  const t = useNonconformityWords();
  const { number } = record;
  return (
    <StartedHere
      record={record}
      type="nonconformity"
      icon={IconAlertSquareRounded}
      title={t('nonconformity_page.from')}
      begin={t('nonconformity_page.raise')}
      given={{ title: t('nonconformity_page.subject', { number, title: record.title }).slice(0, 200) }}
    />
  );
}
