import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { useAuditWords, useChecklist, type Question } from './audit.web.ts';

const colors = { conform: 'teal', finding: 'red', not_looked: 'gray' } as const;
const filters = ['all', 'open', 'finding'] as const;

/** Both criteria of every question, what was seen, and the result; answered where it stands. */
export function Checklist({ audit }: { audit: Whole }) {
  const t = useAuditWords();
  const list = useChecklist(audit.number).data?.items;
  const [filter, setFilter] = useState<(typeof filters)[number]>('all');
  const [open, setOpen] = useState<string>();
  if (!list) return null;
  const done = list.filter(({ result }) => result !== null).length;
  const shown = list.filter(({ result }) => filter === 'all' || (filter === 'open' ? result === null : result === 'finding'));
  return (
    <Panel
      title={t('audit_page.checklist')}
      aside={list.length > 0 && (
        <Group gap="sm">
          <Text size="sm" c="dimmed">{t('audit_page.answered', { done: String(done), all: String(list.length) })}</Text>
          <SegmentedControl
            size="xs"
            value={filter}
            onChange={(next) => setFilter(filters.find((one) => one === next) ?? 'all')}
            data={filters.map((one) => ({ value: one, label: t(`audit_page.filter.${one}`) }))}
          />
        </Group>
      )}
    >
      {list.length === 0 ? (
        <Text size="sm" c="dimmed">{t('audit_page.checklist_empty')}</Text>
      ) : (
        <Stack gap="xs">
          <Text size="xs" c="dimmed">{t('audit_page.both_criteria')}</Text>
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing={8} layout="fixed" aria-label={t('audit_page.checklist')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={92}>{t('audit_page.standard')}</Table.Th>
                  <Table.Th w={170}>{t('audit_page.own_document')}</Table.Th>
                  <Table.Th>{t('audit_page.question')}</Table.Th>
                  <Table.Th w={150}>{t('audit_page.result')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((one) => (
                  <Line key={one.number} one={one} audit={audit} open={open === one.number} onOpen={() => setOpen(open === one.number ? undefined : one.number)} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Stack>
      )}
    </Panel>
  );
} // prettier-ignore

/** What a finding begins with: the question that it answers, what was demanded, and what was seen. */
const findingOf = ({ id, requirement, evidence }: Question, audit: Whole) => ({
  auditId: audit.id,
  questionId: id,
  ...(requirement === null ? {} : { requirement }),
  ...(evidence === null ? {} : { evidence: evidence.slice(0, 1000) }),
});

function Line({ one, audit, open, onOpen }: { one: Question; audit: Whole; open: boolean; onOpen: () => void }) {
  const t = useAuditWords();
  const answering = audit.state === 'executing' && audit.can['make_checklist']?.ok === true;
  return (
    <Table.Tr>
      <Table.Td style={{ verticalAlign: 'top' }}>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('audit-questions', one.number)} />}>
          {one.requirement ?? one.number}
        </Anchor>
      </Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}><Text size="sm" c={one.document === null ? 'dimmed' : 'inherit'}>{one.document ?? '–'}</Text></Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}>
        <Text size="sm">{one.question}</Text>
        {one.evidence !== null && !open && (
          <Text size="xs" c="dimmed" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
            {[one.evidence, one.records.join(', '), one.by].filter(Boolean).join(' · ')}
          </Text>
        )}
        {open && <AnswerForm one={one} audit={audit} onClose={onOpen} />}
      </Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}>
        <Stack gap={4} align="flex-start">
          {one.result !== null && <Badge color={colors[one.result]}>{t(`audit_question.option.result.${one.result}`)}</Badge>}
          {answering && !open && (
            <Button variant="subtle" size="compact-xs" onClick={onOpen}>{t('audit_question.action.answer')}</Button>
          )}
          {answering && one.result === 'finding' && one.findings === 0 && !open && (
            <Button variant="light" size="compact-xs" renderRoot={(p) => <Link {...p} to={paths.create('audit-findings')} search={findingOf(one, audit) as never} />}>
              {t('audit_page.new_finding')}
            </Button>
          )}
          {!answering && one.result === null && <Text size="xs" c="dimmed">{t('audit_page.open')}</Text>}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
} // prettier-ignore
