import { Alert, Anchor, Button, Group, Paper, Spoiler, Stack, Text, Title } from '@mantine/core';
import { IconBulb, IconPuzzle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys, useMeta } from '../../../kernel/web/queries.ts';
import type { FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { parseQuery, writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/known.en.ts';

type KnownError = {
  readonly number: string;
  readonly title: string;
  readonly workaround: string;
  readonly uses: number;
  readonly words: readonly string[];
  readonly sameService: boolean;
  readonly sameCi: boolean;
  readonly used?: boolean;
};
const useKnownWords = useWords<typeof words>;
const text = (given: unknown) =>
  typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;

/** The known errors of what is being written: the workaround is at hand before the report is sent. */
export function KnownErrorsFor({ values }: { values: FormValues }) {
  const t = useKnownWords();
  const asked = useDeferredValue(
    writeQuery({
      text: [text(values['title']), text(values['symptom'])].filter(Boolean).join('\n').slice(0, 2000),
      serviceId: text(values['serviceId']),
      categoryId: text(values['categoryId']),
      ci: text(values['ci']),
    }),
  );
  const wanted = [text(values['title']), text(values['serviceId']), text(values['ci'])].some(Boolean);
  const items = useQuery({
    queryKey: ['known-errors', asked],
    queryFn: ({ signal }) => api.get<{ items: readonly KnownError[] }>(`/known-errors${asked}`, signal),
    enabled: wanted,
    staleTime: 10_000,
    placeholderData: (before) => before,
    retry: false,
  }).data?.items;
  if (!wanted || !items || items.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('known.title')} aria-live="polite">
      {items.slice(0, 3).map((item) => (
        <Alert
          key={item.number}
          color="teal"
          p="sm"
          icon={<IconBulb size={18} aria-hidden />}
          title={`${t('known.title')} · ${item.title}`}
        >
          <Said item={item} />
        </Alert>
      ))}
    </Stack>
  );
}

function Said({ item }: { item: KnownError }) {
  const t = useKnownWords();
  const alike = [
    ...(item.sameService ? [t('known.same_service')] : []),
    ...(item.sameCi ? [t('known.same_ci')] : []),
    ...(item.words.length > 0 ? [t('known.words', { words: item.words.join(' ') })] : []),
    ...(item.uses > 0 ? [t('known.uses', { n: item.uses })] : []),
  ];
  return (
    <>
      <Spoiler maxHeight={110} showLabel={t('known.more')} hideLabel={t('known.less')}>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {item.workaround}
        </Text>
      </Spoiler>
      <Text size="xs" c="dimmed" mt={4}>
        <Anchor size="xs" renderRoot={(p) => <Link {...p} to={paths.record('problems', item.number)} />}>
          {item.number}
        </Anchor>{' '}
        · {alike.join(' · ')}
      </Text>
    </>
  );
}

/** Beside an incident: what it may be one of, applied in one click. */
export function KnownErrorsSection({ record }: { record: Whole }) {
  const t = useKnownWords();
  const client = useQueryClient();
  const complain = useComplain();
  const path = `${endpoints.record('incidents', record.number)}/known-errors`;
  const items = useQuery({
    queryKey: [...keys.record('incident', record.number), 'known-errors'],
    queryFn: ({ signal }) => api.get<{ items: readonly KnownError[] }>(path, signal),
    retry: false,
  }).data?.items;
  const apply = useMutation({
    mutationFn: (problem: string) => api.post<{ resolved: boolean }>(path, { problem }),
    onSuccess: ({ resolved }, problem) => {
      celebrate(t(resolved ? 'known.resolved' : 'known.linked', { number: record.number, problem }));
      return client.invalidateQueries({ queryKey: keys.type('incident') });
    },
    onError: complain,
  });
  if (!items || items.length === 0) return null;
  const may = record.can['edit']?.ok === true;
  return (
    <Paper p="md" component="section" aria-label={t('known.title')}>
      <Group gap={6} mb="xs">
        <IconBulb size={17} aria-hidden color="var(--mantine-color-teal-text)" />
        <Title order={2} size="h5">
          {t('known.title')}
        </Title>
      </Group>
      <Stack gap="sm">
        {items.slice(0, 4).map((item) => (
          <div key={item.number}>
            <Text size="sm" fw={600}>
              {item.title}
            </Text>
            <Said item={item} />
            {item.used === true ? (
              <Text size="xs" c="teal" fw={600}>
                {t('known.applied')}
              </Text>
            ) : (
              may && (
                <Button
                  mt={4}
                  variant="light"
                  color="teal"
                  loading={apply.isPending && apply.variables === item.number}
                  onClick={() => apply.mutate(item.number)}
                >
                  {t('known.apply')}
                </Button>
              )
            )}
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

/** To the form of a problem with what is known already; from a major incident it brings all who report the same. */
export function RaiseProblem({ record }: { record: Whole }) {
  const t = useKnownWords();
  const allowed = useMeta().types.some((type) => type.type === 'problem' && type.create.allowed);
  if (!allowed) return null;
  const major = record.type === 'major-incident';
  const query = writeQuery({
    title: record.title,
    serviceId: record.serviceId ?? undefined,
    categoryId: text(value(record, 'categoryId')),
    ci: text(value(record, 'ci')) === 'none' ? undefined : text(value(record, 'ci')),
    ...(major ? { origin: 'major_incident', originId: record.id } : { from: record.number }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconPuzzle size={15} aria-hidden />}
      title={t('known.raise_hint')}
      style={{ alignSelf: 'flex-start' }}
      renderRoot={(p) => <Link {...p} to={paths.create('problems')} search={parseQuery(query)} />}
    >
      {t('known.raise')}
    </Button>
  );
}
