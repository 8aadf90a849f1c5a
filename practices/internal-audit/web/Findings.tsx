import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { text, value, type ListPage, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useAuditWords } from './audit.web.ts';

const colors: Readonly<Record<string, string>> = {
  major: 'red',
  minor: 'orange',
  observation: 'gray',
  opportunity: 'blue',
};

/** What was found, how it is graded, and what follows from it. */
export function Findings({ audit }: { audit: Whole }) {
  const t = useAuditWords();
  const labels = useLabels();
  const format = useFormat();
  const meta = useMetaType('audit-finding');
  const query = writeQuery({ 'filter[auditId]': audit.id, limit: 100, sort: 'createdAt' });
  const page = useQuery({
    queryKey: [...keys.lists('audit-finding'), 'of', audit.id],
    queryFn: ({ signal }) => api.get<ListPage>(`/audit-findings${query}`, signal),
  });
  const items = page.data?.items ?? [];
  const refs = page.data?.refs ?? {};
  return (
    <Panel
      title={t('audit_page.findings')}
      aside={audit.state === 'executing' && audit.can['make_checklist']?.ok === true && meta.create.allowed && (
        <Button variant="light" renderRoot={(p) => <Link {...p} to={paths.create('audit-findings')} search={{ auditId: audit.id } as never} />}>
          {t('audit_page.new_finding')}
        </Button>
      )}
    >
      {items.length === 0 && <Text size="sm" c="dimmed">{t('audit_page.no_findings')}</Text>}
      <Stack gap={10}>
        {items.map((item) => {
          const grade = text(item, 'grade');
          const follows = value(item, 'nonconformityId') ?? value(item, 'improvementId');
          const due = value(item, 'dueOn');
          return (
            <Group key={item.id} gap={8} wrap="wrap">
              <StateBadge meta={meta} state={item.state} size="sm" />
              <Badge color={colors[grade] ?? 'gray'}>{labels.option('audit-finding', 'grade', grade)}</Badge>
              <Anchor size="sm" style={{ flex: '1 1 220px' }} renderRoot={(p) => <Link {...p} to={paths.record('audit-findings', item.number)} />}>
                {item.number} {item.title}
              </Anchor>
              <Text size="xs" c="dimmed">{text(item, 'requirement')}</Text>
              {typeof follows === 'string' && <RefLink id={follows} refs={refs} />}
              {item.ownerId !== null && <RefLink id={item.ownerId} refs={refs} />}
              {typeof due === 'string' && <Text size="xs" c="dimmed">{format.day(due)}</Text>}
            </Group>
          );
        })}
      </Stack>
    </Panel>
  );
} // prettier-ignore
