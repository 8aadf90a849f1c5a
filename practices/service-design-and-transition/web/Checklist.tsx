import { Badge, Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { list, type Whole } from '../../../kernel/web/contract.ts';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { areas, type Checked, type CheckItem, type Handled, type HandlingItem } from '../transition.parts.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { may, useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useT } from './useT.ts';

/** The design package: what is in place with its evidence, and what still stands in the way of going live. */
export function Checklist({ record }: { record: Whole }) {
  const t = useT();
  const items = list(record, 'checklist') as readonly CheckItem[];
  const checked = list(record, 'checked') as readonly Checked[];
  const owners = useNamed(['person'], items.flatMap(({ ownerId }) => ownerId ?? []), record.refs);
  const check = useTransition(record, 'check_item');
  return (
    <Panel title={t('transition_page.checklist')} aside={<Tally done={checked.length} count={areas.length} />}>
      <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {areas.map((area) => {
          const ownerId = items.find((item) => item.area === area)?.ownerId;
          const done = checked.find((one) => one.area === area);
          const reference = done && !done.needed ? `${t('transition_page.not_needed')}: ${done.reference}` : done?.reference;
          return (
            <Line
              key={area}
              title={t(`transition.area.${area}`)}
              note={ownerId === undefined ? t('transition_page.no_owner') : (owners[ownerId]?.title ?? '…')}
              reference={reference}
              mayDo={may(record, 'check_item')}
              busy={check.isPending}
              optional
              send={(input, over) => check.mutate({ area, ...input }, over)}
            />
          );
        })}
      </Stack>
    </Panel>
  );
} // prettier-ignore

/** Of a removal or transfer: what became of each thing. */
export function Handling({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const lines = list(record, 'handling') as readonly HandlingItem[];
  const handled = list(record, 'handled') as readonly Handled[];
  const owners = useNamed(['person'], lines.flatMap(({ ownerId }) => ownerId ?? []), record.refs);
  const handle = useTransition(record, 'handle_line');
  return (
    <Panel title={t('transition_page.handling')} aside={<Tally done={handled.filter((one) => one !== null).length} count={lines.length} />}>
      <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {lines.map(({ part, what, ownerId, dueOn }, at) => (
          <Line
            // eslint-disable-next-line react/no-array-index-key -- a line is its place
            key={at}
            title={`${t(`transition.part.${part}`)}: ${what}`}
            note={[ownerId === undefined ? '' : (owners[ownerId]?.title ?? '…'), dueOn === undefined ? '' : t('transition_page.due', { date: format.day(dueOn) })].filter((one) => one !== '').join(' · ')}
            reference={handled[at]?.reference}
            mayDo={may(record, 'handle_line')}
            busy={handle.isPending}
            send={({ reference }, over) => handle.mutate({ line: at + 1, reference }, over)}
          />
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore

function Tally({ done, count }: { done: number; count: number }) {
  const t = useT();
  return (
    <Badge color={done === count && count > 0 ? 'teal' : 'gray'}>
      {t('transition_page.done_of', { done, count })}
    </Badge>
  );
}

type Over = { readonly onError: (error: Error) => void; readonly onSuccess: () => void };
function Line(props: {
  readonly title: string;
  readonly note: ReactNode;
  readonly reference: string | undefined;
  readonly mayDo: boolean;
  readonly busy: boolean;
  /** It may turn out that nothing is needed. */
  readonly optional?: boolean;
  readonly send: (input: { reference: string; needed?: boolean }, over: Over) => void;
}) {
  const { title, note, reference, mayDo, busy, optional = false, send } = props;
  const t = useT();
  const complain = useComplain();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [unneeded, setUnneeded] = useState(false);
  const Sign = reference === undefined ? IconCircleDashed : IconCircleCheck;
  const write = () =>
    send({ reference: words.trim(), ...(unneeded ? { needed: false } : {}) }, { onError: complain, onSuccess: () => (setOpen(false), setWords('')) });
  return (
    <li style={{ borderTop: '1px solid var(--ink-line)', padding: '8px 0' }}>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Group gap={8} wrap="nowrap" style={{ minWidth: 0 }}>
          <Text component="span" lh={1} c={reference === undefined ? 'dimmed' : 'teal'}><Sign size={18} aria-hidden /></Text>
          <div style={{ minWidth: 0 }}>
            <Text size="sm">{title}</Text>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>{note}{reference === undefined ? '' : ` · ${reference}`}</Text>
          </div>
        </Group>
        {mayDo && !open && reference === undefined && (
          <Button variant="default" aria-label={`${t('transition_page.done')}: ${title}`} onClick={() => setOpen(true)}>{t('transition_page.done')}</Button>
        )}
      </Group>
      {open && (
        <Group gap={8} mt={6} align="flex-end">
          <TextInput style={{ flex: '1 1 220px' }} data-autofocus label={t('transition_page.evidence')} value={words} onChange={(e) => setWords(e.currentTarget.value)} />
          {optional && <Switch pb={6} label={t('transition_page.not_needed')} checked={unneeded} onChange={(e) => setUnneeded(e.currentTarget.checked)} />}
          <Button disabled={words.trim() === ''} loading={busy} onClick={write}>{t('transition_page.done')}</Button>
        </Group>
      )}
    </li>
  );
} // prettier-ignore
