import {
  Anchor,
  Badge,
  Button,
  Group,
  List,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  ThemeIcon,
  Title,
} from '@mantine/core';
import {
  IconBroadcast,
  IconClipboardCheck,
  IconNotes,
  IconPhoneCall,
  IconPrinter,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useCriterion, useMajorWords, useRunbook, type Runbook } from './major.web.ts';
import styles from './major.module.css';

/** Capability 69: whom to call first, how to record, how often to tell, the review afterwards; on one page. */
export default function RunbookPage() {
  const t = useMajorWords();
  const runbook = useRunbook();
  useEffect(() => {
    document.title = `${t('major.runbook_title')} · Servanda`;
  }, [t]);
  if (runbook.isError) return <ErrorState error={runbook.error} retry={() => void runbook.refetch()} />;
  if (runbook.isPending) return <Loading minHeight={320} />;
  return (
    <Stack gap="sm" p="md" maw={1100}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Anchor
            size="xs"
            c="dimmed"
            renderRoot={(p) => <Link {...p} to={paths.queue('major-incidents')} />}
          >
            {t('major_incident.plural')}
          </Anchor>
          <Title order={1} size="h3">
            {t('major.runbook_title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('major.runbook_hint')}
          </Text>
        </div>
        <Button
          className={styles['noPrint']}
          variant="default"
          leftSection={<IconPrinter size={15} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('major.print')}
        </Button>
      </Group>
      <Steps runbook={runbook.data} />
      <Criteria runbook={runbook.data} />
    </Stack>
  );
}

function Step(props: {
  readonly n: number;
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const Sign = props.icon;
  return (
    <Paper p="md" component="section" aria-label={props.title}>
      <Group gap={10} mb="xs" wrap="nowrap">
        <ThemeIcon variant="light" size={30}>
          <Sign size={18} aria-hidden />
        </ThemeIcon>
        <Title order={2} size="h5">
          {props.n}. {props.title}
        </Title>
      </Group>
      {props.children}
    </Paper>
  );
}

function Steps({ runbook }: { runbook: Runbook }) {
  const t = useMajorWords();
  const labels = useLabels();
  const { first, again } = runbook.informManagement;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
      <Step n={1} icon={IconPhoneCall} title={t('major.step.first')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('major.step.first_text')}
        </Text>
        <List type="ordered" size="sm" spacing={6}>
          {runbook.contacts.map(({ role, people }) => (
            <List.Item key={role}>
              <Text size="sm" fw={600}>
                {labels.role(role)}
              </Text>
              {people.length === 0 ? (
                <Text size="sm" c="orange">
                  {t('major.nobody_holds')}
                </Text>
              ) : (
                <Text size="sm">{people.map(({ name }) => name).join(', ')}</Text>
              )}
            </List.Item>
          ))}
        </List>
      </Step>
      <Step n={2} icon={IconNotes} title={t('major.step.record')}>
        <Text size="sm">{t('major.step.record_text')}</Text>
      </Step>
      <Step n={3} icon={IconBroadcast} title={t('major.step.tell')}>
        <List size="sm" spacing={6}>
          <List.Item>{t('major.step.tell_management', { first, again })}</List.Item>
          <List.Item>{t('major.step.tell_update', { minutes: runbook.updateEveryMinutes })}</List.Item>
          <List.Item>
            {t('major.step.tell_audiences', {
              audiences: runbook.audiences
                .map((audience) => labels.option('major-incident', 'audience', audience))
                .join(', '),
            })}
          </List.Item>
        </List>
      </Step>
      <Step n={4} icon={IconClipboardCheck} title={t('major.step.review')}>
        <Text size="sm">{t('major.step.review_text', { days: runbook.reviewWithinWorkingDays })}</Text>
      </Step>
    </SimpleGrid>
  );
}

function Criteria({ runbook }: { runbook: Runbook }) {
  const t = useMajorWords();
  const labels = useLabels();
  const criterion = useCriterion();
  return (
    <Paper p="md" component="section" aria-label={t('major.step.criteria')}>
      <Title order={2} size="h5" mb="xs">
        {t('major.step.criteria')}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {t('major.step.criteria_text', { version: runbook.criteriaVersion })}
      </Text>
      <List size="sm" spacing={4} mb="sm">
        {runbook.criteria.map((one) => (
          <List.Item key={one.key}>{criterion(one)}</List.Item>
        ))}
        <List.Item>{t('major.step.criteria_judged')}</List.Item>
      </List>
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          {t('major.step.declare')}
        </Text>
        {runbook.declarers.map((role) => (
          <Badge key={role} color="gray">
            {labels.role(role)}
          </Badge>
        ))}
      </Group>
    </Paper>
  );
}
