import {
  ActionIcon,
  Alert,
  Anchor,
  Button,
  Group,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { Criterion } from '../improvement.settings.ts';
import { CriteriaGuidance } from './ImprovementGuidance.tsx';
import { criteriaKey, useCriteria, useImprovementWords, type Criteria } from './improvement.web.ts';

/** 10.2-b: by which criteria, as data: readable by everybody inside, set by who leads the system. */
export default function CriteriaPage() {
  const criteria = useCriteria();
  if (criteria.isError) return <ErrorState error={criteria.error} retry={() => void criteria.refetch()} />;
  if (criteria.isPending) return <Loading minHeight={320} />;
  return <Editor key={criteria.data.version} criteria={criteria.data} />;
}

const blank = (n: number): Criterion => ({
  key: `own_${n}`,
  weight: 10,
  name: { en: '', 'zh-CN': '' },
  hint: { en: '', 'zh-CN': '' },
});

function Editor({ criteria }: { criteria: Criteria }) {
  const t = useImprovementWords();
  const labels = useLabels();
  const words = useProblemWords();
  const client = useQueryClient();
  const [items, setItems] = useState(criteria.items);
  const may = criteria.mayChange;
  const save = useMutation({
    mutationFn: () => api.put('/improvement-criteria', { items }),
    onSuccess: async () => {
      celebrate(t('improvement_page.criteria.saved'));
      await client.invalidateQueries({ queryKey: criteriaKey });
    },
  });
  const put = (at: number, next: Partial<Criterion>) =>
    setItems(items.map((item, i) => (i === at ? { ...item, ...next } : item)));
  const fresh = () => {
    let n = items.length + 1;
    while (items.some(({ key }) => key === `own_${n}`)) n += 1;
    return blank(n);
  };
  return (
    <Stack gap="sm" p="md" maw={980}>
      <div>
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.queue('improvements')} />}>{labels.plural('improvement')}</Anchor>
        <Group justify="space-between">
          <Title order={1} size="h3">{t('improvement_page.criteria.title')}</Title>
          <Text size="sm" c="dimmed">{t('improvement_page.criteria.version', { version: String(criteria.version) })}</Text>
        </Group>
        <Text size="sm" c="dimmed">{t('improvement_page.criteria.hint')}</Text>
      </div>
      <CriteriaGuidance />
      {save.isError && <Alert color="red" role="alert">{words(save.error)}</Alert>}
      {items.map((item, at) => (
        <Paper key={item.key} p="md">
          <Group align="flex-start" wrap="nowrap">
            <Stack gap={8} style={{ flex: 1 }}>
              {(['name', 'hint'] as const).map((part) => (
                <SimpleGrid key={part} cols={{ base: 1, sm: 2 }} spacing="sm">
                  {(['en', 'zh-CN'] as const).map((language) => (
                    <TextInput
                      key={language}
                      readOnly={!may}
                      label={t(`improvement_page.criteria.${part}_${language === 'en' ? 'en' : 'zh'}`)}
                      value={item[part][language]}
                      onChange={(e) => put(at, { [part]: { ...item[part], [language]: e.currentTarget.value } })}
                    />
                  ))}
                </SimpleGrid>
              ))}
            </Stack>
            <NumberInput
              w={84}
              readOnly={!may}
              label={t('improvement_page.criteria.weight')}
              min={1}
              max={100}
              value={item.weight}
              onChange={(next) => typeof next === 'number' && put(at, { weight: next })}
            />
            {may && (
              <ActionIcon
                mt={26}
                disabled={item.key === 'alignment'}
                aria-label={`${t('improvement_page.criteria.remove')} ${at + 1}`}
                onClick={() => setItems(items.filter((_, i) => i !== at))}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        </Paper>
      ))}
      {may && (
        <Group>
          <Button loading={save.isPending} onClick={() => save.mutate()}>{t('improvement_page.criteria.save')}</Button>
          <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setItems([...items, fresh()])}>
            {t('improvement_page.criteria.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
} // prettier-ignore
