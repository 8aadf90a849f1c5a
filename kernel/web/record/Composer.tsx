import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import type { MetaType } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys } from '../queries.ts';
import { useT } from '../words.ts';

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
  const submit = () => {
    if (body.trim() !== '') send.mutate();
  };
  return (
    <Stack gap={6} mb="sm">
      <Textarea
        aria-label={t('comment.write')}
        placeholder={t('comment.write')}
        minRows={2}
        value={body}
        error={send.isError ? words(send.error) : undefined}
        onChange={(e) => setBody(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) submit();
        }}
      />
      <Group justify="space-between">
        <Group gap="sm" role="radiogroup" aria-label={t('comment.who_sees')}>
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
