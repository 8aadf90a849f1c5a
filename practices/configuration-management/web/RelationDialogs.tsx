import {
  Alert,
  Button,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { useT } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { relationKindNames, type RelationKind } from '../relation.kinds.ts';
import { useClasses, useConfigurationWords, useItemWords, type RelationRow } from './configuration.web.ts';

function useSend(send: () => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.type('ci') });
      onDone();
    },
  });
}

/** Only the kinds that the item's class allows are offered; where they may lead the server tells. */
export function AddRelation({ record, onClose }: { readonly record: Whole; readonly onClose: () => void }) {
  const t = useConfigurationWords();
  const kernel = useT();
  const item = useItemWords();
  const words = useProblemWords();
  const { kindsOf } = useClasses();
  const [kind, setKind] = useState<RelationKind | null>(null);
  const [target, setTarget] = useState<{ id: string; number: string } | null>(null);
  const [group, setGroup] = useState('');
  const [changeRef, setChangeRef] = useState('');
  const [reason, setReason] = useState('');
  const send = useSend(
    () => api.post('/configuration/relations', {
      from: record.number, kind, to: target?.number,
      ...(group.trim() === '' ? {} : { redundancyGroup: group }),
      ...(changeRef.trim() === '' ? {} : { changeRef }),
      ...(reason.trim() === '' ? {} : { reason }),
    }),
    onClose,
  );
  const allowed = kindsOf((record as unknown as { classId: string }).classId) ?? relationKindNames;
  return (
    <Modal opened onClose={onClose} title={`${record.title}: ${t('configuration.add_relation')}`}>
      <form onSubmit={(event) => { event.preventDefault(); send.mutate(); }}>
        <Stack gap="sm">
          {send.isError && <Alert color="red" role="alert">{words(send.error)}</Alert>}
          <Select label={t('configuration.kind')} required data-autofocus
            data={allowed.map((value) => ({ value, label: item(`relation_kind.${value}`) }))}
            value={kind} onChange={(value) => setKind(value)} />
          <ReferencePicker to={['ci', 'service']} label={t('configuration.target')} required value={target?.id ?? null}
            onChange={(id, choice) => setTarget(id !== null && choice ? { id, number: choice.number } : null)} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" style={{ alignItems: 'end' }}>
            <TextInput label={t('configuration.group')} description={t('configuration.group_hint')} value={group} onChange={(e) => setGroup(e.currentTarget.value)} />
            <TextInput label={t('configuration.change')} placeholder="CHG-000001" value={changeRef} onChange={(e) => setChangeRef(e.currentTarget.value)} />
          </SimpleGrid>
          <Textarea label={t('configuration.reason')} autosize minRows={2} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{kernel('ui.cancel')}</Button>
            <Button type="submit" loading={send.isPending} disabled={kind === null || target === null}>{t('configuration.add')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
} // prettier-ignore

export function EndRelation({ number, relation, onClose }: { readonly number: string; readonly relation: RelationRow; readonly onClose: () => void }) {
  const t = useConfigurationWords();
  const kernel = useT();
  const item = useItemWords();
  const words = useProblemWords();
  const [reason, setReason] = useState('');
  const [changeRef, setChangeRef] = useState('');
  const send = useSend(
    () => api.post(`/configuration/relations/${relation.id}/end`, { reason, ...(changeRef.trim() === '' ? {} : { changeRef }) }),
    onClose,
  );
  return (
    <Modal opened onClose={onClose} title={t('configuration.end_title')}>
      <form onSubmit={(event) => { event.preventDefault(); send.mutate(); }}>
        <Stack gap="sm">
          <Text size="sm">
            {number} {item(relation.direction === 'out' ? `relation_kind.${relation.kind}` : `relation_kind_in.${relation.kind}`)} <b>{relation.other.title}</b>
          </Text>
          {send.isError && <Alert color="red" role="alert">{words(send.error)}</Alert>}
          <Textarea label={t('configuration.reason')} required data-autofocus autosize minRows={2} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
          <TextInput label={t('configuration.change')} placeholder="CHG-000001" value={changeRef} onChange={(e) => setChangeRef(e.currentTarget.value)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{kernel('ui.cancel')}</Button>
            <Button type="submit" color="red" loading={send.isPending} disabled={reason.trim() === ''}>{t('configuration.end')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
} // prettier-ignore
