import {
  Anchor,
  Avatar,
  Badge,
  Button,
  Group,
  Modal,
  Paper,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { list, value, type Refs, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import type { ValueProps } from '../../../kernel/web/field/override.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys, useMe } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import { countOf, outcomes, votes, type AgendaItem } from '../cab-meeting.fields.ts';
import { presentDialogs } from './CabPresent.tsx';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useT } from './useT.ts';

const first = ['startsAt', 'endsAt', 'place', 'ownerId', 'quorum', 'minutes'];
const hidden = ['agenda', 'agendaIds', 'memberIds', 'presentIds'];
/** In the history an agenda is its changes and what became of them; the votes stand above. */
function AgendaThen({ value }: ValueProps) {
  const items = (value as readonly AgendaItem[] | null) ?? [];
  return <Text size="sm">{items.map(({ number, title }) => `${number} ${title}`).join(' · ')}</Text>;
}
const overrides = { agenda: { Value: AgendaThen } };

const sections = {
  main: ({ record }: SectionProps) => <Agenda record={record} />,
  side: ({ record }: SectionProps) => <Members record={record} />,
};

export default function CabPage() {
  return (
    <RecordPage
      type="cab-meeting"
      first={first}
      hidden={hidden}
      primary={['open', 'close', 'attend']}
      overrides={overrides}
      sections={sections}
      dialogs={presentDialogs}
      register
    />
  );
}

function useMeeting(record: Whole) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, ...input }: { action: string } & Readonly<Record<string, unknown>>) =>
      api.post(endpoints.transition('cab-meetings', record.number, action), input),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.type('cab-meeting') });
      await client.invalidateQueries({ queryKey: keys.type('change') });
    },
  });
}

function Agenda({ record }: { record: Whole }) {
  const t = useT();
  const complain = useComplain();
  const send = useMeeting(record);
  const agenda = list(record, 'agenda') as readonly AgendaItem[];
  const may = record.can['put_on']?.ok === true;
  return (
    <Panel title={t('cab_page.agenda')} aside={<Badge color="gray">{agenda.length}</Badge>}>
      <Stack gap="sm">
        {agenda.length === 0 && <Text size="sm" c="dimmed">{t('cab_page.empty')}</Text>}
        {agenda.map((item, n) => <Item key={item.changeId} record={record} item={item} n={n + 1} />)}
        {may && (
          <Group gap={8}>
            <IconPlus size={15} aria-hidden />
            <div style={{ flex: '0 1 340px' }}>
              <ReferencePicker
                to={['change']}
                ariaLabel={t('cab_page.put_on')}
                value={null}
                onChange={(id, choice) => id !== null && choice && send.mutate({ action: 'put_on', change: choice.number }, { onError: complain })}
              />
            </div>
            <Text size="xs" c="dimmed">{t('cab_page.put_on')}</Text>
          </Group>
        )}
      </Stack>
    </Panel>
  );
} // prettier-ignore

const colours = { approved: 'teal', rejected: 'red', advised: 'blue', deferred: 'gray' } as const;

function Item({ record, item, n }: { record: Whole; item: AgendaItem; n: number }) {
  const t = useT();
  const labels = useLabels();
  const complain = useComplain();
  const me = useMe().person.id;
  const send = useMeeting(record);
  const [asked, setAsked] = useState<'reject' | 'abstain' | 'conclude' | null>(null);
  const count = countOf(item);
  const mine = item.votes.find(({ personId }) => personId === me);
  const inSession = record.state === 'in_session';
  const voteWhy = record.can['vote'];
  const vote = (how: (typeof votes)[number]) =>
    how === 'approve' ? send.mutate({ action: 'vote', change: item.number, vote: how }, { onError: complain }) : setAsked(how);
  return (
    <Paper withBorder p="sm" component="article" aria-label={`${item.number} ${item.title}`}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <div style={{ minWidth: 0, flex: '1 1 260px' }}>
          <Text size="sm" fw={600}>
            {n}. <Anchor inherit underline="always" renderRoot={(p) => <Link {...p} to={paths.record('changes', item.number)} />}>{item.number}</Anchor> {item.title}
          </Text>
          <Text size="xs" c="dimmed">{t(`cab_page.stage.${item.stage}`)}</Text>
        </div>
        {item.outcome === null ? (
          <Text size="xs" c="dimmed">{item.votes.length === 0 ? t('cab_page.no_votes') : t('cab_page.count', count)}</Text>
        ) : (
          <Badge color={colours[item.outcome]}>{labels.option('cab-meeting', 'outcome', item.outcome)}</Badge>
        )}
      </Group>
      <Voices item={item} refs={record.refs} />
      {item.note !== null && <Text size="sm" mt={6} style={{ whiteSpace: 'pre-wrap' }}>{item.note}</Text>}
      {item.outcome === null && (inSession || record.can['take_off']?.ok === true) && (
        <Group gap={8} mt={8}>
          {inSession && voteWhy?.ok === true && votes.map((how) => (
            <Button
              key={how}
              size="xs"
              variant={mine?.vote === how ? 'filled' : 'default'}
              color={how === 'approve' ? 'teal' : how === 'reject' ? 'red' : 'gray'}
              leftSection={how === 'approve' ? <IconCheck size={14} aria-hidden /> : how === 'reject' ? <IconX size={14} aria-hidden /> : undefined}
              loading={send.isPending}
              onClick={() => vote(how)}
            >
              {labels.option('cab-meeting', 'vote', how)}
            </Button>
          ))}
          {inSession && voteWhy?.ok === false && <Text size="xs" c="dimmed">{voteWhy.words}</Text>}
          {inSession && record.can['conclude']?.ok === true && <Button size="xs" ml="auto" onClick={() => setAsked('conclude')}>{t('cab_page.decide')}</Button>}
          {record.can['take_off']?.ok === true && (
            <Button size="xs" variant="subtle" color="gray" {...(inSession ? {} : { ml: 'auto' })} onClick={() => send.mutate({ action: 'take_off', change: item.number }, { onError: complain })}>{t('cab_page.take_off')}</Button>
          )}
        </Group>
      )}
      {asked !== null && <Ask record={record} item={item} what={asked} onClose={() => setAsked(null)} />}
    </Paper>
  );
} // prettier-ignore

function Voices({ item, refs }: { item: AgendaItem; refs: Refs }) {
  const labels = useLabels();
  if (item.votes.length === 0) return null;
  return (
    <Group gap={6} mt={6}>
      {item.votes.map(({ personId, vote, note }) => (
        <Badge key={personId} size="sm" variant="outline" color={vote === 'approve' ? 'teal' : vote === 'reject' ? 'red' : 'gray'} title={note ?? ''} tt="none">
          {refs[personId]?.title ?? '—'}: {labels.option('cab-meeting', 'vote', vote)}
          {note === null ? '' : ` – ${note}`}
        </Badge>
      ))}
    </Group>
  );
} // prettier-ignore

/** A word is asked with everything but a plain yes. */
function Ask({ record, item, what, onClose }: { record: Whole; item: AgendaItem; what: 'reject' | 'abstain' | 'conclude'; onClose: () => void }) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const send = useMeeting(record);
  const { for: ayes, against } = countOf(item);
  const likely = item.stage === 'assessment' ? 'advised' : ayes > against ? 'approved' : 'rejected';
  const [outcome, setOutcome] = useState<string>(likely);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = what === 'conclude' ? { action: 'conclude', outcome } : { action: 'vote', vote: what };
    send.mutate({ ...input, change: item.number, ...(note === '' ? {} : { note }) }, { onSuccess: onClose });
  };
  const offered = outcomes.filter((one) => item.stage === 'approval' || one === 'advised' || one === 'deferred');
  return (
    <Modal opened onClose={onClose} title={t(what === 'conclude' ? 'cab_page.conclude_title' : 'cab_page.vote_title', { number: item.number })} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{item.title}</Text>
          {what === 'conclude' && (
            <>
              <Text size="sm" c="dimmed">{t('cab_page.count', countOf(item))}</Text>
              <Select label={t('cab_page.outcome')} allowDeselect={false} value={outcome} onChange={(next) => next !== null && setOutcome(next)} data={offered.map((one) => ({ value: one, label: labels.option('cab-meeting', 'outcome', one) }))} />
            </>
          )}
          <Textarea label={t('cab_page.note')} autosize minRows={2} data-autofocus required={what === 'reject'} value={note} onChange={(e) => setNote(e.currentTarget.value)} />
          {send.error !== null && <Text size="sm" c="red" role="alert">{faults(send.error) ?? words(send.error)}</Text>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('ui.cancel')}</Button>
            <Button type="submit" loading={send.isPending} {...(what === 'reject' ? { color: 'red' } : {})}>
              {what === 'conclude' ? t('cab_page.decide') : labels.option('cab-meeting', 'vote', what)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
} // prettier-ignore

function faults(error: unknown): string | undefined {
  const { errors = [] } = error as { errors?: readonly { message: string }[] };
  return errors.length === 0 ? undefined : errors.map(({ message }) => message).join(' ');
}

function Members({ record }: { record: Whole }) {
  const t = useT();
  const members = list(record, 'memberIds') as readonly string[];
  const present = new Set(list(record, 'presentIds') as readonly string[]);
  const needed = Number(value(record, 'quorum') ?? 1);
  const found = members.filter((id) => present.has(id)).length;
  const begun = record.state !== 'planned';
  return (
    <Panel title={t('cab_page.members')}>
      <Stack gap={6}>
        <Badge color={!begun ? 'gray' : found >= needed ? 'teal' : 'red'} tt="none">
          {begun ? t('cab_page.quorum', { found, needed }) : t('cab_page.quorum_later', { needed })}
        </Badge>
        {members.map((id) => (
          <Group key={id} gap={8} wrap="nowrap">
            <Avatar size={22} name={record.refs[id]?.title ?? ''} color="initials" aria-hidden />
            <RefLink id={id} refs={record.refs} />
            {begun && <Text size="xs" c={present.has(id) ? 'teal' : 'dimmed'}>{t(present.has(id) ? 'cab_page.present' : 'cab_page.absent')}</Text>}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore
