import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import { articlePath, imageUrl, useT } from './knowledge.web.ts';

type Side = 'En' | 'Zh';

/** The working copy as its readers would read it, in one language at a time. */
export function ArticleText({ record }: { record: Whole }) {
  const t = useT();
  const own: Side = useLanguage() === 'zh-CN' ? 'Zh' : 'En';
  const text = (field: string) => {
    const found = value(record, field);
    return typeof found === 'string' ? found : null;
  };
  const has = (side: Side) => text(`title${side}`) !== null || text(`body${side}`) !== null;
  const [chosen, setChosen] = useState<Side>();
  const side = chosen ?? (has(own) ? own : own === 'En' && has('Zh') ? 'Zh' : 'En');
  const version = value(record, 'publishedVersion');
  const mayEdit = record.can['edit']?.ok === true;
  const revised = ['revising', 'in_review'].includes(record.state) && typeof version === 'number';
  const name = (one: Side) => {
    const words = t(one === 'En' ? 'knowledge.in_english' : 'knowledge.in_chinese');
    return has(one) ? words : `${words} · ${t('knowledge.missing')}`;
  };
  const body = text(`body${side}`);
  return (
    <Paper p="lg" component="section" aria-label={t('knowledge.reading')}>
      <Group justify="space-between" mb="md">
        <Segments
          label={t('knowledge.reading')}
          value={side}
          choices={[
            { value: 'En', label: name('En') },
            { value: 'Zh', label: name('Zh') },
          ]}
          onChange={setChosen}
        />
        {mayEdit && (
          <Button
            leftSection={<IconPencil size={15} aria-hidden />}
            renderRoot={(props) => <Link {...props} to={articlePath(record.number, 'edit')} />}
          >
            {t(revised ? 'knowledge.write_revision' : 'knowledge.write_text')}
          </Button>
        )}
      </Group>
      {revised && (
        <Alert color="blue" mb="md" py={6}>
          {t('knowledge.readers_read', { version })}
        </Alert>
      )}
      <Stack gap="xs" maw={780} lang={side === 'En' ? 'en' : 'zh-CN'}>
        {text(`title${side}`) !== null && (
          <Title order={2} size="h3">
            {text(`title${side}`)}
          </Title>
        )}
        {text(`summary${side}`) !== null && (
          <Text c="dimmed" size="md">
            {text(`summary${side}`)}
          </Text>
        )}
        {body === null ? (
          <Text c="dimmed">{t('knowledge.reads_nothing')}</Text>
        ) : (
          <Text component="div" size="md" mt="xs">
            <Markdown text={body} imageUrl={imageUrl(record.number)} />
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
