import {
  Alert,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { Criteria } from '../criteria.ts';
import { criteriaKey, useCriteria, useGuidance, useRiskWords, type Settings } from './risk.web.ts';

/** 6.1.2: the organisation's own scales, threshold and cycle. */
export default function CriteriaPage() {
  const t = useRiskWords();
  const criteria = useCriteria();
  useEffect(() => {
    document.title = `${t('risk_page.criteria.title')} · Servanda`;
  }, [t]);
  if (criteria.isError) return <ErrorState error={criteria.error} retry={() => void criteria.refetch()} />;
  if (criteria.isPending) return <Loading minHeight={420} />;
  return <Shown key={criteria.data.version} given={criteria.data} />;
}

const scales = ['likelihood', 'impact'] as const;

function Shown({ given }: { given: Settings }) {
  const t = useRiskWords();
  const format = useFormat();
  const guidance = useGuidance('criteria');
  const words = useProblemWords();
  const labels = useLabels();
  const roles = useMeta().roles;
  const client = useQueryClient();
  const [value, setValue] = useState<Criteria>(given.value);
  const save = useMutation({
    mutationFn: () => api.put<Settings>('/risks/criteria', { value, version: given.version }),
    onSuccess: (next) => {
      client.setQueryData(criteriaKey, next);
      celebrate(t('risk_page.criteria.saved'));
    },
  });
  const errors = fieldErrors(save.error, ['value.highFrom', 'value.mediumFrom', 'value.acceptAbove', 'value.acceptors']);
  const put = (part: Partial<Criteria>) => setValue((before) => ({ ...before, ...part }));
  const locked = !given.mayChange;
  const number = (label: string, key: 'mediumFrom' | 'highFrom' | 'acceptAbove') => (
    <NumberInput label={label} disabled={locked} min={2} max={25} allowDecimal={false} value={value[key]} error={errors.byField[`value.${key}`]} onChange={(next) => typeof next === 'number' && put({ [key]: next })} />
  );
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <div>
        <Title order={1} size="h3">{t('risk_page.criteria.title')}</Title>
        <Text size="sm" c="dimmed">{t('risk_page.criteria.hint')}</Text>
      </div>
      <Guidance {...guidance} />
      {locked && <Alert color="blue" py={8}>{t('risk_page.criteria.yours')}</Alert>}
      {save.isError && Object.keys(errors.byField).length === 0 && <Alert color="red" role="alert">{words(save.error)}</Alert>}
      {scales.map((scale) => (
        <Paper key={scale} p="md" component="section" aria-label={t(`risk.field.${scale}`)}>
          <Title order={2} size="h5" mb="sm">{t(`risk.field.${scale}`)}</Title>
          <Stack gap={6}>
            {value[scale].map((step, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- a step is its place
              <Group key={i} gap={8} wrap="nowrap">
                <Text w={20} fw={600}>{i + 1}</Text>
                {(['en', 'zh-CN'] as const).map((language) => (
                  <TextInput
                    key={language}
                    style={{ flex: 1 }}
                    disabled={locked}
                    aria-label={`${t('risk_page.criteria.step')} ${i + 1}, ${t(language === 'en' ? 'risk_page.criteria.english' : 'risk_page.criteria.chinese')}`}
                    value={step[language]}
                    onChange={(event) => {
                      const text = event.currentTarget.value;
                      put({ [scale]: value[scale].map((one, at) => (at === i ? { ...one, [language]: text } : one)) });
                    }}
                  />
                ))}
              </Group>
            ))}
          </Stack>
        </Paper>
      ))}
      <Paper p="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          {number(t('risk_page.criteria.medium'), 'mediumFrom')}
          {number(t('risk_page.criteria.high'), 'highFrom')}
          {number(t('risk_page.criteria.accept'), 'acceptAbove')}
          {(['low', 'medium', 'high'] as const).map((rating) => (
            <NumberInput
              key={rating}
              disabled={locked}
              label={`${t('risk_page.criteria.months')}: ${t(`risk.option.rating.${rating}`)}`}
              min={1}
              max={36}
              allowDecimal={false}
              value={value.reviewMonths[rating]}
              onChange={(next) => typeof next === 'number' && put({ reviewMonths: { ...value.reviewMonths, [rating]: next } })}
            />
          ))}
        </SimpleGrid>
        <MultiSelect
          mt="md"
          disabled={locked}
          label={t('risk_page.criteria.acceptors')}
          data={roles.map((role) => ({ value: role, label: labels.key(`role.${role}`) }))}
          value={[...value.acceptors]}
          error={errors.byField['value.acceptors']}
          onChange={(acceptors) => put({ acceptors })}
        />
        {!locked && <Button mt="md" loading={save.isPending} onClick={() => save.mutate()}>{t('risk_page.criteria.save')}</Button>}
      </Paper>
      {given.history.length > 0 && (
        <Paper p="md">
          <Title order={2} size="h5" mb="xs">{t('risk_page.criteria.history')}</Title>
          {given.history.map((one) => (
            <Text key={one.version} size="sm">
              {t('risk_page.criteria.changed', { version: one.version, name: one.by?.name ?? '' })} · {format.dateTime(one.at)}
            </Text>
          ))}
        </Paper>
      )}
    </Stack>
  );
} // prettier-ignore
