import { Alert, List, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import type { Part } from '../scope.compare.ts';
import { useCertificationWords } from './certification.web.ts';

const most = 6;

/** Where a certificate and the scope in force part, each by its name. */
export function Differences({ differences }: { readonly differences: readonly Part[] }) {
  const t = useCertificationWords();
  if (differences.length === 0) return null;
  return (
    <Alert color="orange" py={8} icon={<IconArrowsDiff size={18} aria-hidden />} title={t('certification_page.scope.differs')}>
      <List size="sm" spacing={2}>
        {differences.slice(0, most).map(({ kind, name }) => (
          <List.Item key={`${kind}${name}`}>{t(`certification_page.scope.${kind}`, { name })}</List.Item>
        ))}
        {differences.length > most && <List.Item>… (+{differences.length - most})</List.Item>}
      </List>
      <Text size="xs" c="dimmed" mt={6}>
        {t('certification_page.scope.hint')}
      </Text>
    </Alert>
  );
} // prettier-ignore
