import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconArrowsExchange, IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { Clock, Refs, Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { Priority } from '../../../kernel/web/field/Priority.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { NumberPicker } from '../../../kernel/web/record/NumberPicker.tsx';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { call } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useDeskWords, useMergePreview, type Side } from './desk.web.ts';

const parts = ['comments', 'attachments', 'links'] as const;

/** Two incidents side by side, and what goes where, before one of them ends. */
export default function MergeDialog({ record, onClose }: { record: Whole; onClose: () => void }) {
  const t = useDeskWords();
  const ui = useT();
  const problem = useProblemWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const other = typed.trim().split(' ')[0]?.toUpperCase() ?? '';
  const [swapped, setSwapped] = useState(false);
  const [from, into] = swapped ? [other, record.number] : [record.number, other];
  const preview = useMergePreview(from, into);
  const shown = preview.data;
  const [carry, setCarry] = useState({ comments: true, attachments: true, links: true });
  const [reason, setReason] = useState('');
  const [comment, setComment] = useState('');
  const merge = useMutation({
    mutationFn: () =>
      call('POST', endpoints.transition('incidents', from, 'merge'), {
        body: {
          parentId: shown?.into.id,
          reason: reason.trim(),
          carry,
          ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
        },
      }),
    onSuccess: async ({ status }) => {
      celebrate(
        status === 202 ? t('merge.asked', { number: from }) : t('merge.done', { number: from, into }),
      );
      await client.invalidateQueries({ queryKey: keys.type('incident') });
      onClose();
      if (status !== 202) await navigate({ to: paths.record('incidents', into) });
    },
  });
  const { byField } = fieldErrors(merge.error, ['reason', 'comment']);
  const general = merge.isError && Object.keys(byField).length === 0 ? problem(merge.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    merge.mutate();
  };
  const follower = shown?.inside ? shown.refs[shown.from.requesterId ?? '']?.title : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('merge.title', { number: record.number })}
      closeButtonProps={{ 'aria-label': ui('ui.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('merge.hint')}
          </Text>
          <NumberPicker
            label={t('merge.other')}
            value={typed}
            onChange={setTyped}
            without={record.number}
            error={preview.isError ? problem(preview.error) : undefined}
          />
          {general !== undefined && (
            <Alert color="red" role="alert">
              {general}
            </Alert>
          )}
          {shown && (
            <>
              {shown.refused && (
                <Alert color="red" role="alert">
                  {shown.refused.words}
                </Alert>
              )}
              {shown.laterRemains && !shown.refused && <Alert color="orange">{t('merge.later')}</Alert>}
              {shown.secondPerson && !shown.refused && (
                <Alert color="blue" icon={<IconUserCheck />}>
                  {t('merge.second_person')}
                </Alert>
              )}
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
                <OneSide heading={t('merge.source')} side={shown.from} refs={shown.refs} ends />
                <OneSide heading={t('merge.target')} side={shown.into} refs={shown.refs} />
              </SimpleGrid>
              <Group justify="center">
                <Button
                  variant="subtle"
                  leftSection={<IconArrowsExchange size={16} aria-hidden />}
                  onClick={() => setSwapped(!swapped)}
                >
                  {t('merge.swap')}
                </Button>
              </Group>
              <Checkbox.Group
                label={t('merge.goes')}
                description={shown.inside ? t('merge.inside') : t('merge.same_person')}
                value={parts.filter((part) => carry[part])}
                onChange={(chosen) =>
                  setCarry({
                    comments: chosen.includes('comments'),
                    attachments: chosen.includes('attachments'),
                    links: chosen.includes('links'),
                  })
                }
              >
                <Group gap="lg" mt={6}>
                  {parts.map((part) => (
                    <Checkbox
                      key={part}
                      value={part}
                      label={t(`merge.${part}`, { count: shown.from[part] })}
                      disabled={shown.from[part] === 0}
                    />
                  ))}
                </Group>
              </Checkbox.Group>
              {follower !== undefined && <Text size="sm">{t('merge.follows', { name: follower })}</Text>}
              <Textarea
                label={t('merge.reason')}
                required
                autosize
                minRows={2}
                value={reason}
                error={byField['reason']}
                onChange={(e) => setReason(e.currentTarget.value)}
              />
              <Textarea
                label={t('merge.comment')}
                autosize
                minRows={2}
                value={comment}
                error={byField['comment']}
                onChange={(e) => setComment(e.currentTarget.value)}
              />
            </>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('ui.cancel')}
            </Button>
            <Button
              type="submit"
              loading={merge.isPending}
              disabled={!shown || shown.refused !== null || reason.trim() === ''}
            >
              {t('merge.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function OneSide(props: {
  readonly heading: string;
  readonly side: Side;
  readonly refs: Refs;
  readonly ends?: boolean;
}) {
  const { heading, side, refs, ends = false } = props;
  const t = useDeskWords();
  const format = useFormat();
  const meta = useMetaType('incident');
  const who = side.requesterId === null ? undefined : refs[side.requesterId]?.title;
  return (
    <Paper p="sm" withBorder component="section" aria-label={heading}>
      <Text size="xs" fw={600} mb={4} {...(ends ? { c: 'dimmed' } : {})}>
        {heading}
      </Text>
      <Group gap={8} mb={4}>
        <Text size="sm" fw={600}>
          {side.number}
        </Text>
        <StateBadge meta={meta} state={side.state} size="sm" />
        {side.priority !== null && <Priority value={side.priority} short />}
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {side.title}
      </Text>
      {side.symptom !== null && (
        <Text size="xs" c="dimmed" lineClamp={3}>
          {side.symptom}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {[
          t('merge.reported', { at: format.dateTime(side.occurredAt) }),
          ...(who === undefined ? [] : [t('merge.by', { name: who })]),
        ].join(' · ')}
      </Text>
      {side.serviceId !== null && <RefLink id={side.serviceId} refs={refs} />}
      <Promises clocks={side.clocks} ends={ends} />
    </Paper>
  );
}

/** Which promise ends here, and which one goes on. */
function Promises({ clocks, ends }: { clocks: readonly Clock[]; ends: boolean }) {
  const t = useDeskWords();
  const labels = useLabels();
  const format = useFormat();
  const live = clocks.filter((c) => c.status === 'running' || c.status === 'paused' || c.breachedAt !== null);
  const told = ({ name, breachedAt, dueAt }: Clock) => {
    const clock = labels.clock('incident', name);
    if (ends) return t(breachedAt === null ? 'merge.stays' : 'merge.stays_broken', { clock });
    if (breachedAt !== null) return t('merge.remains_broken', { clock, at: format.dateTime(breachedAt) });
    return dueAt === null ? clock : t('merge.remains', { clock, at: format.dateTime(dueAt) });
  };
  return (
    <Stack gap={2} mt={6}>
      {live.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('merge.no_promise')}
        </Text>
      )}
      {live.map((clock) => (
        <Text key={clock.name} size="xs" {...(clock.breachedAt === null ? {} : { c: 'red' })}>
          {told(clock)}
        </Text>
      ))}
    </Stack>
  );
}
