import { ActionIcon, Anchor, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import { OpenChain } from '../chain/OpenChain.tsx';
import type { LinkEntry, MetaType } from '../contract.ts';
import { StateBadge } from '../field/StateBadge.tsx';
import { endpoints, paths } from '../paths.ts';
import { keys, useLinks, useLooksOn, useMeta } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { NumberPicker } from './NumberPicker.tsx';

/** `split_from` is made by splitting alone. */
const kinds = ['related', 'caused_by', 'child_of', 'duplicate_of', 'depends_on', 'solved_by'] as const;

/** A parent of thousands is not read link by link. */
const atFirst = 8;

export function Links({ meta, number }: { meta: MetaType; number: string }) {
  const t = useT();
  const links = useLinks(meta, number);
  const looksOn = useLooksOn();
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const items = links.data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('links.title')}>
      <Group justify="space-between" mb={items.length > 0 || adding ? 'xs' : 0}>
        <Title order={2} size="h5">
          {t('links.title')}
        </Title>
        {!adding && !looksOn && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('links.add')}
          </Button>
        )}
      </Group>
      {adding && <AddLink meta={meta} number={number} onClose={() => setAdding(false)} />}
      <Stack gap={8}>
        {(all ? items : items.slice(0, atFirst)).map((link) => (
          <OneLink
            key={`${link.kind}${link.direction}${link.record.id}`}
            meta={meta}
            number={number}
            link={link}
          />
        ))}
        {!all && items.length > atFirst && (
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('links.all', { count: items.length })}
          </Button>
        )}
        <OpenChain meta={meta} number={number} />
      </Stack>
    </Paper>
  );
}

function OneLink({ meta, number, link }: { meta: MetaType; number: string; link: LinkEntry }) {
  const t = useT();
  const labels = useLabels();
  const complain = useComplain();
  const client = useQueryClient();
  const looksOn = useLooksOn();
  const other = useMeta().types.find((x) => x.type === link.record.type);
  const remove = useMutation({
    mutationFn: () =>
      api.delete(`${endpoints.record(meta.plural, number)}/links`, {
        kind: link.kind,
        to: link.record.number,
      }),
    onError: complain,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.record(meta.type, number) }),
  });
  return (
    <Group gap={8} wrap="nowrap" justify="space-between" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Text size="xs" c="dimmed">
          {labels.link(link.kind, link.direction)}
        </Text>
        <Group gap={6}>
          {other ? (
            <Anchor
              size="sm"
              renderRoot={(props) => <Link {...props} to={paths.record(other.plural, link.record.number)} />}
            >
              {link.record.number} {link.record.title}
            </Anchor>
          ) : (
            <Text size="sm">
              {link.record.number} {link.record.title}
            </Text>
          )}
          <StateBadge meta={other} state={link.record.state} size="sm" />
        </Group>
      </div>
      {link.direction === 'out' && !looksOn && (
        <ActionIcon
          size="sm"
          aria-label={t('links.remove', { number: link.record.number })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

function AddLink({ meta, number, onClose }: { meta: MetaType; number: string; onClose: () => void }) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const client = useQueryClient();
  const [kind, setKind] = useState<string>('related');
  const [to, setTo] = useState<string>('');
  const add = useMutation({
    mutationFn: () => api.post(`${endpoints.record(meta.plural, number)}/links`, { kind, to }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.record(meta.type, number) });
      celebrate(t('links.added', { number: to }));
      onClose();
    },
  });
  return (
    <Stack gap={8} mb="sm">
      <Select
        label={t('links.kind')}
        data={kinds.map((k) => ({ value: k, label: labels.link(k, 'out') }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => setKind(next ?? 'related')}
      />
      <NumberPicker
        label={t('links.to')}
        value={to}
        onChange={setTo}
        without={number}
        error={add.isError ? words(add.error) : undefined}
      />
      <Group gap={6}>
        <Button disabled={to === ''} loading={add.isPending} onClick={() => add.mutate()}>
          {t('links.add')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
