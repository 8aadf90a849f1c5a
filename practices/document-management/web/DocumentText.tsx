import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconBook2, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { documentPath, imageUrl, readingPath, readQuery, useT } from './document.web.ts';
import { usePreview } from './editor/usePreview.ts';
import { LivingText } from './LivingText.tsx';
import { PaperMenu } from './PaperMenu.tsx';
import { sidesOf } from './form-parts.ts';

type Side = 'En' | 'Zh';
type Which = 'in_force' | 'working';
const inWork = new Set(['draft', 'revising', 'in_review', 'approved']);

/** What is in force as its readers read it, or the version in work, in one language at a time. */
export function DocumentText({ record }: { record: Whole }) {
  const t = useT();
  const own: Side = useLanguage() === 'zh-CN' ? 'Zh' : 'En';
  const sides = sidesOf({ languages: value(record, 'languages') });
  const [chosen, setChosen] = useState<Side>();
  const side = chosen ?? (sides.includes(own) ? own : (sides[0] ?? 'En'));
  const holds = value(record, 'effectiveVersion') !== null;
  const works = inWork.has(record.state);
  const [which, setWhich] = useState<Which>();
  const shown = which ?? (works || !holds ? 'working' : 'in_force');
  const mayEdit = record.can['edit']?.ok === true;
  return (
    <Paper p="lg" component="section" aria-label={t('document_page.text')}>
      <Group justify="space-between" mb="md">
        <Group gap="sm">
          {sides.length > 1 && (
            <Segments
              label={t('document_page.text')}
              value={side}
              choices={[
                { value: 'En', label: t('document_page.in_english') },
                { value: 'Zh', label: t('document_page.in_chinese') },
              ]}
              onChange={setChosen}
            />
          )}
          {holds && works && (
            <Segments
              label={t('document_page.versions')}
              value={shown}
              choices={[
                { value: 'in_force', label: t('document_page.in_force') },
                { value: 'working', label: t('document_page.working') },
              ]}
              onChange={setWhich}
            />
          )}
        </Group>
        <Group gap={6}>
          <PaperMenu number={record.number} languages={sides.map((one) => (one === 'En' ? 'en' : 'zh-CN'))} />
          {holds && (
            <Button
              variant="default"
              leftSection={<IconBook2 size={15} aria-hidden />}
              renderRoot={(props) => <Link {...props} to={readingPath(record.number)} />}
            >
              {t('document_page.read')}
            </Button>
          )}
          {mayEdit && (
            <Button
              leftSection={<IconPencil size={15} aria-hidden />}
              renderRoot={(props) => <Link {...props} to={documentPath(record.number, 'edit')} />}
            >
              {t('document_page.edit_text')}
            </Button>
          )}
        </Group>
      </Group>
      {shown === 'in_force' ? (
        <InForce number={record.number} language={side === 'En' ? 'en' : 'zh-CN'} />
      ) : (
        <Working record={record} side={side} />
      )}
    </Paper>
  );
}

function InForce({ number, language }: { number: string; language: 'en' | 'zh-CN' }) {
  const found = useQuery(readQuery(number, language));
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={160} />;
  return <LivingText reading={found.data} />;
}

function Working({ record, side }: { record: Whole; side: Side }) {
  const t = useT();
  const text = (key: string) => {
    const found = value(record, key);
    return typeof found === 'string' ? found : '';
  };
  const language = side === 'En' ? 'en' : 'zh-CN';
  const body = text(`body${side}`);
  const drawn = usePreview(body, language, record.number);
  return (
    <div lang={language} style={{ maxWidth: 860 }}>
      <Title order={2} size="h3" mb="xs">
        {text(`title${side}`)}
      </Title>
      {drawn.faults.length > 0 && (
        <Alert color="orange" py={6} mb="sm" title={t('document_page.faults')}>
          {drawn.faults.map((fault) => (
            <div key={`${fault.line}${fault.block}`}>{fault.message}</div>
          ))}
        </Alert>
      )}
      {body === '' ? (
        <Text c="dimmed">{t('document_page.nothing_written')}</Text>
      ) : (
        <Text component="div" size="md">
          <Markdown text={drawn.text} imageUrl={imageUrl(record.number)} />
        </Text>
      )}
    </div>
  );
}
