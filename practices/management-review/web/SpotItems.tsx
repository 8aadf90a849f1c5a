import { Anchor, Badge, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { list, text, value, type Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import type { SpotItem } from '../spot-check.record.ts';
import { useAct, useReviewWords } from './review.web.ts';

/** The records that were drawn, and what was seen in each. */
export function SpotItems({ check }: { check: Whole }) {
  const t = useReviewWords();
  const plural = useMeta().types.find(({ type }) => type === text(check, 'recordType'))?.plural ?? '';
  const items = list(check, 'items') as readonly SpotItem[];
  const hint = { n: String(items.length), count: Number(value(check, 'populationCount')), seed: text(check, 'seed') };
  return (
    <Panel title={t('review_page.drawn')}>
      <Text size="xs" c="dimmed" mb="xs">{t('review_page.drawn_hint', hint)}</Text>
      <Table verticalSpacing={8}>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.position}>
              <Table.Td w={30} c="dimmed">{item.position}</Table.Td>
              <Table.Td>
                <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record(plural, item.number)} />}>
                  {item.number} {item.title}
                </Anchor>
                {item.note !== null && <Text size="xs" c="dimmed">{item.note}</Text>}
              </Table.Td>
              <Table.Td w={360}><Look check={check} item={item} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
} // prettier-ignore

function Look({ check, item }: { check: Whole; item: SpotItem }) {
  const t = useReviewWords();
  const words = useProblemWords();
  const act = useAct('spot-check', 'spot-checks', check.number, 'look');
  const [note, setNote] = useState(item.note ?? '');
  const said = item.result !== null && (
    <Badge color={item.result === 'conform' ? 'teal' : 'red'}>{t(`review_page.${item.result}`)}</Badge>
  );
  if (check.can['look']?.ok !== true || check.state !== 'drawn') return <>{said}</>;
  const look = (result: 'conform' | 'not_conform') =>
    act.mutate({ item: { position: item.position, result, ...(note.trim() === '' ? {} : { note: note.trim() }) } });
  return (
    <Stack gap={6}>
      <Group gap={6} wrap="nowrap">
        <TextInput size="xs" style={{ flex: 1 }} aria-label={`${t('review_page.seen')} ${item.number}`} placeholder={t('review_page.seen')} value={note} onChange={(e) => setNote(e.currentTarget.value)} />
        {said}
      </Group>
      <Group gap={6}>
        <Button size="compact-xs" variant="light" color="teal" loading={act.isPending} onClick={() => look('conform')}>{t('review_page.conform')}</Button>
        <Button size="compact-xs" variant="light" color="red" loading={act.isPending} onClick={() => look('not_conform')}>{t('review_page.not_conform')}</Button>
      </Group>
      {act.isError && <Text size="xs" c="red" role="alert">{words(act.error)}</Text>}
    </Stack>
  );
} // prettier-ignore
