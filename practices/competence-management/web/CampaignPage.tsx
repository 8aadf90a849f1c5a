import { Button, Group, Paper, Progress, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { list, text } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { api, ProblemError } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import {
  coverageKey,
  learningKey,
  useCompetenceWords,
  useCoverage,
  useGuidance,
  type Coverage,
} from './competence.web.ts';

const first = [
  'topics',
  'documentIds',
  'serviceIds',
  'audience',
  'audienceRoles',
  'dueOn',
  'ownerId',
  'startedOn',
  'asked',
  'acknowledged',
  'closingNote',
];
const shownAbove = ['textEn', 'textZh'];
const sections = {
  main: ({ record }: SectionProps) => <Main record={record} />,
  side: ({ record }: SectionProps) => <Side number={record.number} draft={record.state === 'draft'} />,
};

/** The text as its reader has it, and the word that they know it. */
function Main({ record }: Pick<SectionProps, 'record'>) {
  const t = useCompetenceWords();
  const language = useLanguage();
  const [own, other] = language === 'zh-CN' ? (['textZh', 'textEn'] as const) : (['textEn', 'textZh'] as const);
  const coverage = useCoverage(record.number).data;
  const body = text(record, own) || text(record, other);
  return (
    <Paper p="md" component="section" aria-label={t('competence_page.text')}>
      <Stack gap="md">
        <Text style={{ whiteSpace: 'pre-wrap' }} maw={760}>{body === '' ? '—' : body}</Text>
        {coverage !== undefined && record.state === 'running' && coverage.mine.asked && (
          <Known number={record.number} at={coverage.mine.at} asksContribution={list(record, 'topics').includes('contribution')} />
        )}
      </Stack>
    </Paper>
  );
} // prettier-ignore

function Known({ number, at, asksContribution }: { number: string; at: string | null; asksContribution: boolean }) {
  const t = useCompetenceWords();
  const format = useFormat();
  const words = useProblemWords();
  const client = useQueryClient();
  const [contribution, setContribution] = useState('');
  const say = useMutation({
    mutationFn: () => api.post(`/awareness-campaigns/${number}/acknowledgement`, asksContribution ? { contribution } : {}),
    onSuccess: () =>
      Promise.all([coverageKey(number), learningKey, keys.record('awareness-campaign', number)].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  if (at !== null) return <Text size="sm" c="teal">{t('competence_page.known_since', { date: format.date(at) })}</Text>;
  const fault = say.error instanceof ProblemError ? words(say.error) : undefined;
  return (
    <Stack gap="sm" maw={760}>
      {asksContribution && (
        <Textarea label={t('competence_page.contribution')} autosize minRows={2} maxLength={2000} value={contribution} onChange={(e) => setContribution(e.currentTarget.value)} />
      )}
      {fault !== undefined && <Text size="sm" c="red" role="alert">{fault}</Text>}
      <Group>
        <Button leftSection={<IconCheck size={16} aria-hidden />} loading={say.isPending} disabled={asksContribution && contribution.trim() === ''} onClick={() => say.mutate()}>
          {t('competence_page.known')}
        </Button>
      </Group>
    </Stack>
  );
} // prettier-ignore

function Side({ number, draft }: { number: string; draft: boolean }) {
  const guidance = useGuidance('campaign');
  const coverage = useCoverage(number).data;
  return (
    <>
      {!draft && coverage !== undefined && <Covered coverage={coverage} />}
      <GuidancePanel {...guidance} />
    </>
  );
}

function Covered({ coverage: { asked, acknowledged, people } }: { coverage: Coverage }) {
  const t = useCompetenceWords();
  const share = asked === 0 ? 0 : (acknowledged / asked) * 100;
  const groups = [
    [t('competence_page.not_yet'), people.filter(({ at }) => at === null)],
    [t('competence_page.have_said'), people.filter(({ at }) => at !== null)],
  ] as const;
  return (
    <Panel title={t('competence_page.coverage')} aside={<Text size="sm" c="dimmed">{t('competence_page.coverage_of', { asked, acknowledged })}</Text>}>
      <Progress value={share} color={share >= 95 ? 'teal' : 'orange'} aria-label={t('competence_page.coverage')} />
      <Text size="xs" c="dimmed" mt={4}>{t('competence_page.goal')}</Text>
      {groups.filter(([, some]) => some.length > 0).map(([title, some]) => (
        <Stack key={title} gap={4} mt="sm" mah={260} style={{ overflowY: 'auto' }}>
          <Title order={3} size="h6">{title} ({some.length})</Title>
          {some.map(({ id, name, contribution }) => (
            <div key={id}>
              <Text size="sm">{name}</Text>
              {contribution !== null && <Text size="xs" c="dimmed">{contribution}</Text>}
            </div>
          ))}
        </Stack>
      ))}
    </Panel>
  );
} // prettier-ignore

export default function CampaignPage() {
  return (
    <RecordPage
      type="awareness-campaign"
      first={first}
      hidden={shownAbove}
      primary={['start', 'end']}
      sections={sections}
      register
    />
  );
}
