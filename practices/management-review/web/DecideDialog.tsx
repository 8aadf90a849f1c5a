import { Alert, Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useT } from '../../../kernel/web/words.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { useAct, useReviewWords } from './review.web.ts';

const kinds = ['improvement', 'system', 'service', 'resource', 'no_action'] as const;

/** One decision; unless nothing is needed it becomes an action with an owner and a day. */
export function DecideDialog({ record, onClose }: { record: Whole; onClose: () => void }) {
  const t = useReviewWords();
  const ui = useT();
  const words = useProblemWords();
  const act = useAct('management-review', 'management-reviews', record.number, 'decide');
  const [kind, setKind] = useState<string>('improvement');
  const [title, setTitle] = useState('');
  const [more, setMore] = useState('');
  const [ownerId, setOwner] = useState<string | null>(null);
  const [dueOn, setDue] = useState<string | null>(null);
  const submit = () =>
    act.mutate(
      { decision: { kind, title, ...(more.trim() === '' ? {} : { text: more.trim() }), ...(kind === 'no_action' ? {} : { ownerId, dueOn }) } },
      { onSuccess: onClose },
    );
  return (
    <Modal opened onClose={onClose} title={t('management_review.action.decide')} size="lg" closeButtonProps={{ 'aria-label': ui('ui.close') }}>
      <Stack gap="md">
        {act.isError && <Alert color="red" role="alert">{words(act.error)}</Alert>}
        <Select
          label={t('review_page.kind')}
          allowDeselect={false}
          data={kinds.map((one) => ({ value: one, label: t(`management_review.kind.${one}`) }))}
          value={kind}
          onChange={(next) => setKind(next ?? 'improvement')}
        />
        <TextInput required data-autofocus label={t('review_page.decision')} value={title} onChange={(e) => setTitle(e.currentTarget.value)} />
        <Textarea autosize minRows={3} label={t('review_page.text')} value={more} onChange={(e) => setMore(e.currentTarget.value)} />
        {kind !== 'no_action' && (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <ReferencePicker required to={['person']} label={t('review_page.owner')} value={ownerId} refs={record.refs} onChange={(id) => setOwner(id)} />
            <DayInput required label={t('review_page.due')} value={dueOn ?? ''} onChange={setDue} />
          </SimpleGrid>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{ui('ui.cancel')}</Button>
          <Button loading={act.isPending} onClick={submit}>{t('management_review.action.decide')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
} // prettier-ignore
