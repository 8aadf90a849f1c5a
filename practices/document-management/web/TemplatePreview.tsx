import { Alert, Badge, Drawer, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useT, useTemplate } from './papers.web.ts';

/** What a template says of this organisation today, in either language. */
export function TemplatePreview({ code, close }: { code: string | undefined; close: () => void }) {
  const t = useT();
  const own = useLanguage() === 'zh-CN' ? 'zh-CN' : 'en';
  const [chosen, setChosen] = useState<'en' | 'zh-CN'>();
  const language = chosen ?? own;
  const found = useTemplate(code, language);
  return (
    <Drawer opened={code !== undefined} onClose={close} position="right" size="min(900px, 100%)" title={code}>
      <Group justify="space-between" mb="sm">
        <Text fw={600} size="lg">
          {found.data?.title}
        </Text>
        <Segments
          label={t('paper_page.languages')}
          value={language}
          choices={[
            { value: 'en', label: t('paper_page.english') },
            { value: 'zh-CN', label: t('paper_page.chinese') },
          ]}
          onChange={setChosen}
        />
      </Group>
      {found.isPending && <Loading minHeight={240} />}
      {found.isError && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data?.faults.map((fault) => (
        <Alert key={`${fault.line}${fault.block}`} color="red" mb="xs">
          {fault.message}
        </Alert>
      ))}
      {found.data && found.data.gaps.length > 0 && (
        <Badge variant="light" color="orange" mb="sm">
          {t('paper_page.gaps', { count: found.data.gaps.length })}
        </Badge>
      )}
      {found.data && <Markdown text={found.data.text} imageUrl={() => ''} />}
    </Drawer>
  );
}
