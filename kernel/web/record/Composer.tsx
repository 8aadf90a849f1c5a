import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import type { MetaType } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys, useMeta } from '../queries.ts';
import { AnswerPicker } from '../template/AnswerPicker.tsx';
import { useT } from '../words.ts';

const isSlashAtLineStart = ({ value, selectionStart: at, selectionEnd }: HTMLTextAreaElement) =>
  at === selectionEnd && value[at - 1] === '/' && (at === 1 || value[at - 2] === '\n');

/** Writes a comment. What is typed survives a reload, until it is sent. */
export function Composer({ meta, number }: { meta: MetaType; number: string }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const [body, setBody, clear] = useLocalStorage({
    key: `servanda.draft.${number}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const [seen, setSeen] = useLocalStorage({
    key: `servanda.draft.${number}.seen`,
    defaultValue: 'internal',
    getInitialValueInEffect: false,
  });
  const send = useMutation({
    mutationFn: () =>
      api.post(`${endpoints.record(meta.plural, number)}/comments`, {
        body: body.trim(),
        public: seen === 'public',
      }),
    onSuccess: () => {
      clear();
      return client.invalidateQueries({ queryKey: keys.record(meta.type, number) });
    },
  });
  const offered = useMeta().types.some((type) => type.type === 'answer-template' && type.visible);
  const [picking, setPicking] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  /** Where the cursor is, instead of the `/` that asked for it. */
  const insert = (text: string) => {
    const place = area.current;
    const end = place?.selectionEnd ?? body.length;
    const start = place && isSlashAtLineStart(place) ? end - 1 : (place?.selectionStart ?? end);
    setBody(`${body.slice(0, start)}${text}${body.slice(end)}`);
    setPicking(false);
    setTimeout(() => {
      place?.focus();
      place?.setSelectionRange(start + text.length, start + text.length);
    });
  };
  const submit = () => {
    if (body.trim() !== '') send.mutate();
  };
  return (
    <Stack gap={6} mb="sm">
      <Textarea
        ref={area}
        aria-label={t('comment.write')}
        placeholder={t('comment.write')}
        minRows={2}
        value={body}
        error={send.isError ? words(send.error) : undefined}
        onChange={(e) => setBody(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) submit();
        }}
        onKeyUp={(e) => {
          if (offered && e.key === '/' && isSlashAtLineStart(e.currentTarget)) setPicking(true);
        }}
      />
      <Group justify="space-between">
        <Group gap="sm" role="radiogroup" aria-label={t('comment.who_sees')}>
          {offered && (
            <AnswerPicker meta={meta} number={number} opened={picking} onOpen={setPicking} onPick={insert} />
          )}
          {(['internal', 'public'] as const).map((who) => (
            <Radio
              key={who}
              size="xs"
              label={t(`comment.${who}`)}
              checked={seen === who}
              onChange={() => setSeen(who)}
            />
          ))}
          <Text size="xs" c="dimmed">
            {seen === 'public' ? t('comment.public_hint') : t('comment.internal_hint')}
          </Text>
        </Group>
        <Button disabled={body.trim() === ''} loading={send.isPending} onClick={submit}>
          {t('comment.send')}
        </Button>
      </Group>
    </Stack>
  );
}
