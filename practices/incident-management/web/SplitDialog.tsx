import {
  Alert,
  Button,
  Checkbox,
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
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys, useComments, useFiles, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useDeskWords } from './desk.web.ts';

const asId = (given: unknown) => (typeof given === 'string' ? given : null);
const inReport = 'report';

/** The second concern of a report gets its own incident; what belongs to it is chosen here. */
export default function SplitDialog({ record, onClose }: { record: Whole; onClose: () => void }) {
  const t = useDeskWords();
  const ui = useT();
  const labels = useLabels();
  const format = useFormat();
  const problem = useProblemWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const meta = useMetaType('incident');
  const said = useComments(meta, record.number).data?.items ?? [];
  const sent = useFiles(meta, record.number).data?.items ?? [];
  const [title, setTitle] = useState('');
  const [symptom, setSymptom] = useState('');
  const [serviceId, setService] = useState<string | null>(record.serviceId);
  const [categoryId, setCategory] = useState(asId(value(record, 'categoryId')));
  const [comments, setComments] = useState<string[]>([]);
  const [attachments, setAttachments] = useState<string[]>([]);
  const [since, setSince] = useState<string>(inReport);
  const [reason, setReason] = useState('');
  const split = useMutation({
    mutationFn: () =>
      api.post<{ number: string }>(`${endpoints.record('incidents', record.number)}/split`, {
        title: title.trim(),
        reason: reason.trim(),
        comments,
        attachments,
        ...(symptom.trim() === '' ? {} : { symptom: symptom.trim() }),
        ...(serviceId === null ? {} : { serviceId }),
        ...(categoryId === null ? {} : { categoryId }),
        ...(since === inReport ? {} : { toldIn: since }),
      }),
    onSuccess: async ({ number }) => {
      celebrate(t('split.done', { number }));
      await client.invalidateQueries({ queryKey: keys.type('incident') });
      onClose();
      await navigate({ to: paths.record('incidents', number) });
    },
  });
  const known = ['title', 'symptom', 'serviceId', 'categoryId', 'toldIn', 'reason'];
  const { byField, rest } = fieldErrors(split.error, known);
  const general =
    split.isError && Object.keys(byField).length === 0 ? rest.join(' ') || problem(split.error) : undefined;
  const short = (body: string) => (body.length > 90 ? `${body.slice(0, 90)}…` : body);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    split.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('split.dialog', { number: record.number })}
      closeButtonProps={{ 'aria-label': ui('ui.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('split.hint')}
          </Text>
          {general !== undefined && (
            <Alert color="red" role="alert">
              {general}
            </Alert>
          )}
          <TextInput
            data-autofocus
            label={t('split.title')}
            required
            maxLength={200}
            value={title}
            error={byField['title']}
            onChange={(e) => setTitle(e.currentTarget.value)}
          />
          <Textarea
            label={t('split.symptom')}
            autosize
            minRows={2}
            value={symptom}
            error={byField['symptom']}
            onChange={(e) => setSymptom(e.currentTarget.value)}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <ReferencePicker
              to={['service']}
              label={labels.field('incident', 'serviceId')}
              value={serviceId}
              refs={record.refs}
              error={byField['serviceId']}
              onChange={setService}
            />
            <ReferencePicker
              to={['category']}
              label={labels.field('incident', 'categoryId')}
              value={categoryId}
              refs={record.refs}
              error={byField['categoryId']}
              onChange={setCategory}
            />
          </SimpleGrid>
          <Select
            label={t('split.since')}
            description={t('split.since_hint')}
            allowDeselect={false}
            value={since}
            error={byField['toldIn']}
            onChange={(chosen) => {
              setSince(chosen ?? inReport);
              // The comment that tells the concern belongs to it.
              if (chosen !== null && chosen !== inReport)
                setComments((before) => [...new Set([...before, chosen])]);
            }}
            data={[
              { value: inReport, label: t('split.since_report', { at: format.dateTime(record.occurredAt) }) },
              ...said.map((comment) => ({
                value: comment.id,
                label: `${format.dateTime(comment.at)} · ${comment.author?.name ?? ''}: ${short(comment.body)}`,
              })),
            ]}
          />
          <Checkbox.Group label={t('split.comments')} value={comments} onChange={setComments}>
            <Stack gap={6} mt={6} mah={200} style={{ overflowY: 'auto' }}>
              {said.map((comment) => (
                <Checkbox
                  key={comment.id}
                  value={comment.id}
                  label={short(comment.body)}
                  description={[
                    comment.author?.name ?? ui('timeline.software'),
                    format.dateTime(comment.at),
                    ui(comment.public ? 'comment.public' : 'comment.internal'),
                  ].join(' · ')}
                />
              ))}
              {said.length === 0 && <Nothing />}
            </Stack>
          </Checkbox.Group>
          <Checkbox.Group label={t('split.attachments')} value={attachments} onChange={setAttachments}>
            <Stack gap={6} mt={6}>
              {sent.map((file) => (
                <Checkbox
                  key={file.id}
                  value={file.id}
                  label={file.name}
                  description={format.size(file.size)}
                />
              ))}
              {sent.length === 0 && <Nothing />}
            </Stack>
          </Checkbox.Group>
          <Textarea
            label={t('split.reason')}
            required
            autosize
            minRows={2}
            value={reason}
            error={byField['reason']}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('ui.cancel')}
            </Button>
            <Button
              type="submit"
              loading={split.isPending}
              disabled={title.trim() === '' || reason.trim() === ''}
            >
              {t('split.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Nothing() {
  const t = useDeskWords();
  return (
    <Text size="xs" c="dimmed">
      {t('split.none')}
    </Text>
  );
}
