import { Anchor, Badge, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import type { Entry } from '../plan.fields.ts';
import { registers, type Register } from '../registers.ts';
import { useGuidance, useObjectiveWords, usePlanContents } from './objective.web.ts';

const first = ['validFrom', 'validTo', 'ownerId', 'limitations', 'humans', 'technical', 'information', 'financial', 'parties', 'technology', 'measuring', 'auditing', 'reporting', 'improving']; // prettier-ignore
const hidden = ['contents'];
const primary = ['submit', 'approve', 'send_back', 'review'];
const plurals = { services: 'services', obligations: 'obligations', roles: 'role-holders', objectives: 'objectives', risks: 'risks' } as const; // prettier-ignore
const mostShown = 12;

const sections = {
  below: ({ record }: SectionProps) => <Registers number={record.number} />,
  side: () => <Side />,
};
const Side = () => <GuidancePanel {...useGuidance('plan')} />;

/** What the plan says from the registers, and what moved since it was approved. */
function Registers({ number }: { number: string }) {
  const t = useObjectiveWords();
  const contents = usePlanContents(number).data;
  if (!contents) return null;
  const { kept, now, changes } = contents;
  return (
    <Panel
      title={t('objective_page.contents.title')}
      aside={<Text size="xs" c="dimmed">{t(kept === null ? 'objective_page.contents.as_now' : 'objective_page.contents.as_approved')}</Text>}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {registers.map((register) => (
          <List key={register} register={register} entries={(kept ?? now)[register] ?? []} />
        ))}
        {kept !== null && (
          <Stack gap={4}>
            <Title order={3} size="h6">{t('objective_page.contents.changed')}</Title>
            {changes.length === 0 && <Text size="sm" c="dimmed">{t('objective_page.contents.unchanged')}</Text>}
            {changes.slice(0, 40).map(({ register, what, entry }) => (
              <Group key={`${register}${entry.id}`} gap={6} wrap="nowrap">
                <Badge color={what === 'gone' ? 'red' : what === 'new' ? 'teal' : 'yellow'}>{t(what === 'changed' ? 'objective_page.contents.moved' : `objective_page.contents.${what}`)}</Badge>
                <Name register={register} entry={entry} />
              </Group>
            ))}
          </Stack>
        )}
      </SimpleGrid>
    </Panel>
  );
} // prettier-ignore

function Name({ register, entry }: { register: Register; entry: Entry }) {
  return (
    <Anchor size="sm" truncate renderRoot={(p) => <Link {...p} to={paths.record(plurals[register], entry.number)} />}>{entry.title}</Anchor>
  );
} // prettier-ignore

function List({ register, entries }: { register: Register; entries: readonly Entry[] }) {
  const t = useObjectiveWords();
  const labels = useLabels();
  const about = (entry: Entry) =>
    entry.about === null ? '' : register === 'roles' ? labels.key(`role.${entry.about}`) : entry.about;
  return (
    <Stack gap={4}>
      <Title order={3} size="h6">{t(`objective_page.contents.${register}`)} · {entries.length}</Title>
      {entries.length === 0 && <Text size="sm" c="dimmed">{t('objective_page.contents.none')}</Text>}
      {entries.slice(0, mostShown).map((entry) => (
        <Group key={`${entry.id}${entry.about ?? ''}`} gap={8} wrap="nowrap" justify="space-between">
          <Name register={register} entry={entry} />
          <Text size="xs" c="dimmed" truncate maw="55%">{about(entry)}</Text>
        </Group>
      ))}
      {entries.length > mostShown && <Text size="xs" c="dimmed">{t('objective_page.contents.more', { count: entries.length - mostShown })}</Text>}
    </Stack>
  );
} // prettier-ignore

export default function PlanPage() {
  return (
    <RecordPage
      type="service-management-plan"
      first={first}
      hidden={hidden}
      primary={primary}
      sections={sections}
      register
    />
  );
}
