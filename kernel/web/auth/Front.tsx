import { Center, Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { languages } from '../../../platform/i18n/words.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { setLanguage, useLanguage } from '../../../platform/ui/words.ts';
import { languageNames } from '../AccountMenu.tsx';
import { Logo } from '../Logo.tsx';
import { useT } from '../words.ts';

/** The page before the workspace: one card, and the choice of language. */
export function Front({ width, children }: { width: number; children: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack w="100%" maw={width} gap="md">
        <Group justify="space-between">
          <Group gap={10}>
            <Logo size={30} />
            <div>
              <Text fw={650} size="lg" lh={1.1}>
                {t('shell.product')}
              </Text>
              <Text size="xs" c="dimmed">
                {t('shell.motto')}
              </Text>
            </div>
          </Group>
          <Segments
            label={t('ui.language')}
            value={language}
            onChange={(next) => void setLanguage(next)}
            choices={languages.map((each) => ({ value: each, label: languageNames[each], lang: each }))}
          />
        </Group>
        <Paper p="xl">{children}</Paper>
      </Stack>
    </Center>
  );
}
