import { ActionIcon, Alert, FileButton, Group, Menu, Paper, Stack, Text, Tooltip } from '@mantine/core';
import {
  IconBold,
  IconCode,
  IconH2,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconListTree,
  IconPhoto,
  IconQuote,
  IconTable,
  type Icon,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { Markdown } from '../../../../platform/markdown/Markdown.tsx';
import { Loading } from '../../../../platform/ui/States.tsx';
import { Segments } from '../../../../platform/ui/Segments.tsx';
import { api } from '../../../../platform/ui/api.ts';
import { useComplain } from '../../../../platform/ui/problems.ts';
import { documentPath, imageUrl, useBlocks, useT } from '../document.web.ts';
import { BlockPicker } from './BlockPicker.tsx';
import type { EditorHandle } from './CodeEditor.tsx';
import { outlineOf } from './outline.ts';
import { usePreview } from './usePreview.ts';
import styles from './editor.module.css';

const CodeEditor = lazy(() => import('./CodeEditor.tsx'));

type Tool = {
  readonly name: 'bold' | 'italic' | 'heading' | 'list' | 'steps' | 'link' | 'code' | 'quote' | 'table';
  readonly icon: Icon;
  readonly apply: (chosen: string) => string;
  readonly line?: true;
};
const each = (text: string, mark: (i: number) => string) =>
  text.split('\n').map((line, i) => `${mark(i)}${line}`).join('\n'); // prettier-ignore
const tools: readonly Tool[] = [
  { name: 'bold', icon: IconBold, apply: (s) => `**${s}**` },
  { name: 'italic', icon: IconItalic, apply: (s) => `*${s}*` },
  { name: 'heading', icon: IconH2, line: true, apply: (s) => `## ${s.replace(/^#+ */, '')}` },
  { name: 'list', icon: IconList, line: true, apply: (s) => each(s, () => '- ') },
  { name: 'steps', icon: IconListNumbers, line: true, apply: (s) => each(s, (i) => `${i + 1}. `) },
  { name: 'quote', icon: IconQuote, line: true, apply: (s) => each(s, () => '> ') },
  { name: 'link', icon: IconLink, apply: (s) => `[${s}](https://)` },
  { name: 'code', icon: IconCode, apply: (s) => (s.includes('\n') ? `\`\`\`\n${s}\n\`\`\`` : `\`${s}\``) },
  { name: 'table', icon: IconTable, line: true, apply: (s) => `${s === '' ? '' : `${s}\n\n`}| A | B |\n| --- | --- |\n| 1 | 2 |\n` },
]; // prettier-ignore

type Mode = 'write' | 'both' | 'preview';

/** The text on the left, with its live blocks drawn on the right as it is typed; the outline leads to its headings. */
export function MarkdownEditor(props: {
  readonly label: string;
  readonly language: 'en' | 'zh-CN';
  readonly value: string;
  readonly error?: string | undefined;
  readonly number: string | undefined;
  readonly onChange: (next: string) => void;
}) {
  const { label, language, value, error, number, onChange } = props;
  const t = useT();
  const [mode, setMode] = useState<Mode>('both');
  const editor = useRef<EditorHandle>(null);
  const blocks = useBlocks().data?.items ?? [];
  const shown = usePreview(value, language, number);
  const outline = useMemo(() => outlineOf(value), [value]);
  const complain = useComplain();
  const picture = useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      // Who may read the text sees its pictures through it; the file itself is the writers' own.
      form.append('public', 'false');
      form.append('file', file);
      const kept = await api.post<{ id: string; name: string }>(documentPath(number ?? '', 'attachments'), form);
      const name = kept.name.replace(/\.\w+$/, '').replaceAll(/[[\]]/g, '');
      editor.current?.put((s) => `${s}![${name}](attachment:${kept.id})`);
    },
    onError: complain,
  });
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Group gap={2} role="toolbar" aria-label={t('document_page.toolbar')}>
          {tools.map(({ name, icon: Picture, apply, line }) => (
            <Tooltip key={name} label={t(`document_page.tool.${name}`)}>
              <ActionIcon
                disabled={mode === 'preview'}
                aria-label={t(`document_page.tool.${name}`)}
                onClick={() => editor.current?.put(apply, line)}
              >
                <Picture size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
          <FileButton accept="image/png,image/jpeg,image/gif" onChange={(file) => file && picture.mutate(file)}>
            {(button) => (
              <Tooltip label={t(number === undefined ? 'document_page.picture_later' : 'document_page.tool.picture')}>
                <ActionIcon
                  {...button}
                  disabled={number === undefined || mode === 'preview'}
                  loading={picture.isPending}
                  aria-label={t('document_page.tool.picture')}
                >
                  <IconPhoto size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </FileButton>
          <Menu position="bottom-start" disabled={outline.length === 0}>
            <Menu.Target>
              <Tooltip label={t('document_page.outline')}>
                <ActionIcon disabled={outline.length === 0} aria-label={t('document_page.outline')}>
                  <IconListTree size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Menu.Target>
            <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
              {outline.map(({ line, level, text }) => (
                <Menu.Item key={line} pl={8 + (level - 1) * 14} onClick={() => editor.current?.goTo(line)}>
                  {text}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <BlockPicker
            blocks={blocks}
            disabled={mode === 'preview'}
            onPick={({ key, inline, params, after }) => {
              const needed = params.filter((p) => p.required && p.name !== after).map((p) => ` ${p.name}=`);
              editor.current?.put((s) =>
                inline
                  ? `${s}{{${key}}}`
                  : `${s}\n::live{block=${key}${after === undefined ? '' : ':'}${needed.join('')}}\n`,
              );
            }}
          />
        </Group>
        <Segments
          label={label}
          value={mode}
          choices={(['write', 'both', 'preview'] as const).map((one) => ({
            value: one,
            label: t(`document_page.${one}`),
          }))}
          onChange={setMode}
        />
      </Group>
      {error !== undefined && (
        <Alert color="red" py={6} role="alert">
          {error}
        </Alert>
      )}
      {shown.faults.length > 0 && (
        <Alert color="orange" py={6} title={t('document_page.faults')}>
          <ul className={styles['faults']}>
            {shown.faults.map((fault) => (
              <li key={`${fault.line}${fault.block}${fault.code}`}>
                <button type="button" onClick={() => editor.current?.goTo(fault.line)}>
                  {fault.message}
                </button>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <div className={styles['split']} data-mode={mode}>
        {mode !== 'preview' && (
          <div className={styles['side']}>
            <Suspense fallback={<Loading minHeight={320} />}>
              <CodeEditor
                label={label}
                lang={language}
                value={value}
                blocks={blocks}
                faults={shown.faults}
                onChange={onChange}
                handle={editor}
              />
            </Suspense>
          </div>
        )}
        {mode !== 'write' && (
          <Paper className={styles['side']} p="md" withBorder lang={language} aria-label={t('document_page.preview')}>
            {shown.text.trim() === '' ? (
              <Text c="dimmed" size="sm">
                {t('document_page.preview_empty')}
              </Text>
            ) : (
              <Text component="div" size="md">
                <Markdown text={shown.text} imageUrl={imageUrl(number ?? '')} />
              </Text>
            )}
          </Paper>
        )}
      </div>
    </Stack>
  );
} // prettier-ignore
