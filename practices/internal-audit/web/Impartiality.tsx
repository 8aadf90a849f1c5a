import { Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFirstWords } from '../../../platform/ui/words.ts';
import { useAuditWords, useImpartiality } from './audit.web.ts';

/** Who may audit this, and what speaks against the others (S5). */
export function Impartiality({ audit }: { audit: Whole }) {
  const t = useAuditWords();
  const first = useFirstWords();
  const asked = ['planned', 'staffed'].includes(audit.state);
  const items = useImpartiality(audit.number, asked).data?.items;
  if (!asked || !items) return null;
  const about = (why: string, what: string) => (why === 'role' ? first([`role.${what}`], what) : what);
  return (
    <Panel title={t('audit_page.auditors')}>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('audit_page.nobody')}
        </Text>
      )}
      <Stack gap={8}>
        {items.map(({ id, name, reasons }) => {
          const may = reasons.length === 0;
          const Icon = may ? IconCheck : IconX;
          const color = may ? 'var(--mantine-color-teal-7)' : 'var(--mantine-color-red-7)';
          return (
            <Group key={id} gap={8} wrap="nowrap" align="flex-start">
              <Icon size={16} color={color} aria-hidden style={{ marginTop: 2 }} />
              <div>
                <Text size="sm" fw={550}>
                  {name}
                </Text>
                <Text size="xs" c="dimmed">
                  {may
                    ? t('audit_page.may_audit')
                    : `${t('audit_page.may_not')} ${reasons
                        .slice(0, 3)
                        .map(({ why, about: what }) =>
                          t(`audit_page.reason.${why}`, { about: about(why, what) }),
                        )
                        .join('; ')}`}
                </Text>
              </div>
            </Group>
          );
        })}
      </Stack>
    </Panel>
  );
}
