import { ActionIcon, Button, Code, CopyButton, Group, Paper, Text, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { value } from '../contract.ts';
import { endpoints } from '../paths.ts';
import type { SectionProps } from '../record/RecordPage.tsx';
import { useT } from '../words.ts';
import { useWebhookWords } from './words.ts';

/** Asked for when it is wanted, and gone with the page or with a newer one. */
export function Secret({ meta, record }: SectionProps) {
  const t = useWebhookWords();
  const ui = useT();
  const complain = useComplain();
  const which = value(record, 'secretNumber');
  const show = useMutation({
    mutationFn: async () => ({
      which,
      ...(await api.post<{ secret: string }>(`${endpoints.record(meta.plural, record.number)}/secret`, {})),
    }),
    onError: complain,
  });
  const secret = show.data?.which === which ? show.data?.secret : undefined;
  return (
    <Paper p="md" component="section" aria-label={t('webhook.secret')}>
      <Title order={2} size="h5" mb={4}>
        {t('webhook.secret')}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t('webhook.secret_hint')}
      </Text>
      {secret === undefined ? (
        <Button
          variant="default"
          leftSection={<IconEye size={15} aria-hidden />}
          loading={show.isPending}
          onClick={() => show.mutate()}
        >
          {t('webhook.show_secret')}
        </Button>
      ) : (
        <Group gap={6} wrap="nowrap">
          <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Tooltip label={ui(copied ? 'ui.copied' : 'ui.copy')}>
                <ActionIcon aria-label={ui('ui.copy')} onClick={copy}>
                  {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        </Group>
      )}
    </Paper>
  );
}
