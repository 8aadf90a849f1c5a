import { Alert, Button, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconBinaryTree2, IconSparkles } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { useSetupWords, useAnyClass } from './setup.web.ts';

/** The classes; where there is none yet, the first step. */
export default function ClassQueue() {
  const any = useAnyClass();
  return any.data === false ? <Begin /> : <RecordQueue type="ci-class" />;
}

function Begin() {
  const t = useSetupWords();
  const words = useProblemWords();
  const client = useQueryClient();
  const meta = useMetaType('ci-class');
  const create = useMutation({
    mutationFn: () => api.post('/configuration/default-classes', {}),
    onSuccess: async () => {
      celebrate(t('configuration_setup.classes_made'));
      await client.invalidateQueries({ queryKey: keys.type('ci-class') });
    },
  });
  return (
    <Center p="xl">
      <Paper p="xl" maw={600} component="section" aria-label={t('configuration_setup.no_classes')}>
        <Stack align="center" gap="md">
          <IconBinaryTree2 size={40} stroke={1.3} aria-hidden color="var(--mantine-primary-color-filled)" />
          <Title order={1} size="h3">{t('configuration_setup.no_classes')}</Title>
          <Text ta="center" c="dimmed">{t('configuration_setup.no_classes_hint')}</Text>
          {create.isError && <Alert color="red" role="alert">{words(create.error)}</Alert>}
          {meta.create.allowed && (
            <Group justify="center">
              <Button size="md" leftSection={<IconSparkles size={17} aria-hidden />} loading={create.isPending} onClick={() => create.mutate()}>{t('configuration_setup.no_classes_do')}</Button>
              <Button size="md" variant="subtle" renderRoot={(props) => <Link {...props} to={paths.create('ci-classes')} />}>{t('configuration_setup.no_classes_own')}</Button>
            </Group>
          )}
        </Stack>
      </Paper>
    </Center>
  );
} // prettier-ignore
