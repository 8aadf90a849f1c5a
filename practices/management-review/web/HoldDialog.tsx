import { Alert, Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useContext, useState } from 'react';
import { list, text, type Whole } from '../../../kernel/web/contract.ts';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useT } from '../../../kernel/web/words.ts';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { today } from '../../../platform/ui/zoned.ts';
import { useAct, useReviewWords } from './review.web.ts';

/** When it was held and who was there; the chair first. */
export function HoldDialog({ record, onClose }: { record: Whole; onClose: () => void }) {
  const t = useReviewWords();
  const ui = useT();
  const words = useProblemWords();
  const zone = useContext(ZoneContext);
  const act = useAct('management-review', 'management-reviews', record.number, 'hold');
  const chair = text(record, 'chairId');
  const [people, setPeople] = useState<string[]>(() => [...new Set([chair, ...list(record, 'participantIds').map(String)])]);
  const [there, setThere] = useState<ReadonlySet<string>>(() => new Set(people));
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [heldOn, setHeldOn] = useState<string | null>(() => today(zone));
  const [discussion, setDiscussion] = useState('');
  const toggle = (id: string, on: boolean) => setThere(new Set(on ? [...there, id] : [...there].filter((one) => one !== id)));
  const submit = () =>
    act.mutate(
      {
        heldOn,
        attendance: people.map((personId) => ({ personId, present: there.has(personId) })),
        ...(discussion.trim() === '' ? {} : { discussion: discussion.trim() }),
      },
      { onSuccess: onClose },
    );
  const nameOf = (id: string) => names[id] ?? record.refs[id]?.title ?? id;
  return (
    <Modal opened onClose={onClose} title={t('management_review.action.hold')} size="lg" closeButtonProps={{ 'aria-label': ui('ui.close') }}>
      <Stack gap="md">
        {act.isError && <Alert color="red" role="alert">{words(act.error)}</Alert>}
        <DayInput required label={t('review_page.held_on')} value={heldOn ?? ''} onChange={setHeldOn} />
        <Stack gap={8}>
          <Text size="sm" fw={500}>{t('review_page.attendance')}</Text>
          {people.map((id) => (
            <Checkbox
              key={id}
              label={id === chair ? `${nameOf(id)} (${t('review_page.chair')})` : nameOf(id)}
              checked={there.has(id)}
              onChange={(e) => toggle(id, e.currentTarget.checked)}
            />
          ))}
          <ReferencePicker
            to={['person']}
            label={t('review_page.add_person')}
            value={null}
            onChange={(id, ref) => {
              if (id === null || people.includes(id)) return;
              setNames({ ...names, [id]: ref?.title ?? id });
              setPeople([...people, id]);
              setThere(new Set([...there, id]));
            }}
          />
        </Stack>
        <Textarea autosize minRows={4} label={t('review_page.discussion')} value={discussion} onChange={(e) => setDiscussion(e.currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{ui('ui.cancel')}</Button>
          <Button loading={act.isPending} onClick={submit}>{t('management_review.action.hold')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
} // prettier-ignore
