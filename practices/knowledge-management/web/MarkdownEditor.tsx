import { ActionIcon, FileButton, Group, Paper, SimpleGrid, Text, Textarea, Tooltip } from '@mantine/core';
import {
  IconBold,
  IconCode,
  IconH2,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconQuote,
  IconTable,
  type Icon,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useDeferredValue, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import { articlePath, imageUrl, useT } from './knowledge.web.ts'; // prettier-ignore

type Tool = { readonly name: 'bold' | 'italic' | 'heading' | 'list' | 'steps' | 'link' | 'code' | 'quote' | 'table'; readonly icon: Icon; readonly key?: string; readonly apply: (chosen: string) => string; readonly line?: true }; // prettier-ignore
const each = (text: string, mark: (i: number) => string) =>
  (text === '' ? [''] : text.split('\n')).map((line, i) => `${mark(i)}${line}`).join('\n');
const tools: readonly Tool[] = [
  { name: 'bold', icon: IconBold, key: 'b', apply: (s) => `**${s}**` },
  { name: 'italic', icon: IconItalic, key: 'i', apply: (s) => `*${s}*` },
  { name: 'heading', icon: IconH2, line: true, apply: (s) => `## ${s}` },
  { name: 'list', icon: IconList, line: true, apply: (s) => each(s, () => '- ') },
  { name: 'steps', icon: IconListNumbers, line: true, apply: (s) => each(s, (i) => `${i + 1}. `) },
  { name: 'link', icon: IconLink, key: 'k', apply: (s) => `[${s}](https://)` },
  { name: 'code', icon: IconCode, apply: (s) => (s.includes('\n') ? `\`\`\`\n${s}\n\`\`\`` : `\`${s}\``) },
  { name: 'quote', icon: IconQuote, line: true, apply: (s) => each(s, () => '> ') },
  {
    name: 'table',
    icon: IconTable,
    line: true,
    apply: (s) => `| ${s || 'A'} | B |\n| --- | --- |\n| 1 | 2 |`,
  },
];

/** Text with its few marks on the left, and what readers will see on the right, as it is typed. */
export function MarkdownEditor(props: {
  readonly label: string;
  readonly lang: string;
  readonly value: string;
  readonly error?: string | undefined;
  /** Of a saved article: pictures are its attachments. */
  readonly number: string | undefined;
  readonly onChange: (next: string) => void;
}) {
  const { label, lang, value, error, number, onChange } = props;
  const t = useT();
  const complain = useComplain();
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = useDeferredValue(value);
  const put = (make: (chosen: string) => string, line = false) => {
    const place = area.current;
    let start = place?.selectionStart ?? value.length;
    const end = place?.selectionEnd ?? value.length;
    if (line) start = value.lastIndexOf('\n', start - 1) + 1;
    const chosen = value.slice(start, end);
    const made = make(chosen);
    onChange(`${value.slice(0, start)}${made}${value.slice(end)}`);
    // Without a selection the cursor goes between the marks.
    const at = start + (chosen === '' && !line ? made.length / 2 : made.length);
    setTimeout(() => {
      place?.focus();
      place?.setSelectionRange(Math.floor(at), Math.floor(at));
    });
  };
  const picture = useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.append('public', 'true');
      form.append('file', file);
      const kept = await api.post<{ id: string; name: string }>(
        articlePath(number ?? '', 'attachments'),
        form,
      );
      put(() => `![${kept.name.replace(/\.\w+$/, '').replaceAll(/[[\]]/g, '')}](attachment:${kept.id})\n`);
    },
    onError: complain,
  });
  const paste = (event: ClipboardEvent) => {
    const file = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'));
    if (!file || number === undefined) return;
    event.preventDefault();
    picture.mutate(file);
  };
  const press = (event: KeyboardEvent) => {
    const tool = (event.ctrlKey || event.metaKey) && tools.find(({ key }) => key === event.key);
    if (!tool) return;
    event.preventDefault();
    put(tool.apply, tool.line);
  };
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <div>
        <Group justify="space-between" mb={4} wrap="nowrap">
          <Text size="sm" fw={500}>
            {label}
          </Text>
          <Group gap={0} role="toolbar" aria-label={t('knowledge.toolbar')}>
            {tools.map(({ name, icon: Picture, apply, line }) => (
              <Tooltip key={name} label={t(`knowledge.tool.${name}`)}>
                <ActionIcon aria-label={t(`knowledge.tool.${name}`)} onClick={() => put(apply, line)}>
                  <Picture size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            ))}
            <FileButton accept="image/png,image/jpeg,image/gif,image/webp" onChange={(file) => file && picture.mutate(file)}>
              {(button) => (
                <Tooltip label={number === undefined ? t('knowledge.picture_later') : t('knowledge.tool.picture')}>
                  <ActionIcon {...button} disabled={number === undefined} loading={picture.isPending} aria-label={t('knowledge.tool.picture')}>
                    <IconPhoto size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )}
            </FileButton>
          </Group>
        </Group>
        <Textarea
          ref={area}
          aria-label={label}
          lang={lang}
          error={error}
          minRows={18}
          maxRows={40}
          maxLength={50_000}
          value={value}
          onChange={(e) => onChange(e.currentTarget.value)}
          onKeyDown={press}
          onPaste={paste}
        />
      </div>
      <div>
        <Text size="sm" fw={500} mb={4} lh="28px">
          {t('knowledge.preview')}
        </Text>
        <Paper p="md" mih={380} lang={lang}>
          {shown.trim() === '' ? (
            <Text c="dimmed" size="sm">
              {t('knowledge.preview_empty')}
            </Text>
          ) : (
            <Text component="div" size="md">
              <Markdown text={shown} imageUrl={imageUrl(number ?? '')} />
            </Text>
          )}
        </Paper>
      </div>
    </SimpleGrid>
  );
} // prettier-ignore
