import { Anchor, Button, Group, Stack, Table, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import type { ReviewInput } from '../review.fields.ts';
import { useAct, useAmount, useReviewWords } from './review.web.ts';

/** One input: its figures with the period before, its records, and what people say to it. */
export function InputBody({ input, note, review }: { input: ReviewInput; note: string | undefined; review: Whole }) {
  const lists = input.lists.filter(({ n }) => n > 0);
  return (
    <Stack gap="md">
      {input.figures.length > 0 && <Figures figures={input.figures} />}
      {lists.map((list) => <List key={list.key} list={list} />)}
      <Note input={input} note={note} review={review} />
    </Stack>
  );
} // prettier-ignore

function Figures({ figures }: { figures: ReviewInput['figures'] }) {
  const t = useReviewWords();
  const labels = useLabels();
  const amount = useAmount();
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('review_page.figure')}</Table.Th>
            <Table.Th ta="right">{t('review_page.now')}</Table.Th>
            <Table.Th ta="right">n</Table.Th>
            <Table.Th ta="right">{t('review_page.before')}</Table.Th>
            <Table.Th ta="right">n</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map(({ key, unit, value, n, before, beforeN, records }) => (
            <Table.Tr key={key}>
              <Table.Td>{labels.measure(key)}</Table.Td>
              <Table.Td ta="right" fw={600}>
                {records === '' ? amount(value, unit) : <Anchor size="sm" fw={600} href={`/${records}`}>{amount(value, unit)}</Anchor>}
              </Table.Td>
              <Table.Td ta="right" c="dimmed">{n}</Table.Td>
              <Table.Td ta="right">{amount(before, unit)}</Table.Td>
              <Table.Td ta="right" c="dimmed">{beforeN}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore

function List({ list }: { list: ReviewInput['lists'][number] }) {
  const t = useReviewWords();
  const meta = useMeta().types.find(({ type }) => type === list.type);
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={600}>{t(`management_review.list_of.${list.key}` as never)}</Text>
        <Text size="xs" c="dimmed">{t('review_page.more', { n: String(list.n) })}</Text>
      </Group>
      <Stack gap={4}>
        {list.items.map((item) => (
          <Group key={item.id} gap={8} wrap="nowrap">
            <StateBadge meta={meta} state={item.state} size="sm" />
            <Anchor size="sm" truncate style={{ flex: 1 }} renderRoot={(p) => <Link {...p} to={paths.record(meta?.plural ?? list.type, item.number)} />}>
              {item.number} {item.title}
            </Anchor>
            <Text size="xs" c="dimmed">{[item.owner, item.dueOn].filter(Boolean).join(' · ')}</Text>
          </Group>
        ))}
      </Stack>
    </div>
  );
} // prettier-ignore

function Note({ input, note, review }: { input: ReviewInput; note: string | undefined; review: Whole }) {
  const t = useReviewWords();
  const ui = useT();
  const words = useProblemWords();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(note ?? '');
  const act = useAct('management-review', 'management-reviews', review.number, 'note_input');
  const may = review.can['note_input']?.ok === true;
  const name = t('review_page.note_of', { input: t(`management_review.input_of.${input.key}`) });
  const save = () =>
    act.mutate({ note: { key: input.key, text: text.trim() === '' ? null : text.trim() } }, { onSuccess: () => setOpen(false) });
  if (!open)
    return (
      <Stack gap={4} align="flex-start">
        {note !== undefined && <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{note}</Text>}
        {may && <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>{t(note === undefined ? 'review_page.add_note' : 'review_page.edit_note')}</Button>}
      </Stack>
    );
  return (
    <Stack gap={8}>
      <Textarea autosize minRows={3} aria-label={name} value={text} onChange={(e) => setText(e.currentTarget.value)} />
      {act.isError && <Text size="sm" c="red" role="alert">{words(act.error)}</Text>}
      <Group gap="xs">
        <Button loading={act.isPending} onClick={save}>{t('review_page.save')}</Button>
        <Button variant="default" onClick={() => setOpen(false)}>{ui('ui.cancel')}</Button>
      </Group>
    </Stack>
  );
} // prettier-ignore
