import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { readImageUrl, useT, type Read } from './document.web.ts';
import styles from './document.module.css';
import { WordDiff } from './WordDiff.tsx';

/** A version in force as the data are today, with what has moved since it was approved; or as it was approved. */
export function LivingText({ reading, anchors }: { reading: Read; anchors?: string }) {
  const t = useT();
  const format = useFormat();
  const [as, setAs] = useState<'today' | 'approved'>('today');
  const [open, setOpen] = useState(false);
  const { changed, faults } = reading;
  const date = format.date(reading.approvedAt);
  return (
    <div lang={reading.language}>
      {changed.length > 0 && (
        <Alert color="blue" mb="md" py={8} icon={<IconHistory size={18} aria-hidden />} role="status">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t('document_page.moved', { count: changed.length, date })}</Text>
            <Group gap={6}>
              <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
                {t(open ? 'document_page.moved_hide' : 'document_page.moved_show')}
              </Button>
              <Segments
                label={t('document_page.text')}
                value={as}
                choices={[
                  { value: 'today', label: t('document_page.as_today') },
                  { value: 'approved', label: t('document_page.as_approved') },
                ]}
                onChange={setAs}
              />
            </Group>
          </Group>
          {open && changed.map((one) => (
            <Paper key={`${one.line}${one.key}${JSON.stringify(one.params)}`} p="sm" mt="sm" withBorder>
              <Title order={3} size="h6" mb={4}>
                {t('document_page.moved_line', { line: one.line, block: one.key })}
              </Title>
              <WordDiff {...withoutCommon(one.then ?? '', one.now ?? '')} beside={false} />
            </Paper>
          ))}
        </Alert>
      )}
      {faults.length > 0 && (
        <Alert color="orange" py={6} mb="sm" title={t('document_page.faults')}>
          {faults.map((fault) => (
            <div key={`${fault.line}${fault.block}`}>{fault.message}</div>
          ))}
        </Alert>
      )}
      <Text component="div" size="md" className={styles['reading']}>
        <Markdown
          text={as === 'today' ? reading.text : reading.frozen}
          imageUrl={readImageUrl(reading.number)}
          {...(anchors === undefined ? {} : { anchors })}
        />
      </Text>
    </div>
  );
} // prettier-ignore

/** Of a long table only the rows that differ, below its first one. */
function withoutCommon(then: string, now: string): { from: string; to: string } {
  const [before, after] = [then.split('\n'), now.split('\n')];
  const common = new Set(before).intersection(new Set(after));
  const rest = (lines: readonly string[]) =>
    lines.filter((line, i) => i === 0 || (!common.has(line) && line !== '')).join('\n');
  return { from: rest(before), to: rest(after) };
}
