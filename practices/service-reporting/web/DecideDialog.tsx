import {
  Alert,
  Button,
  Group,
  Modal,
  Paper,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useContext, useState, type FormEvent } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useMe } from '../../../kernel/web/queries.ts';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { ProblemError } from '../../../platform/ui/api.ts';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { today } from '../../../platform/ui/zoned.ts';
import type { Contents } from '../service-report.fields.ts';
import { useAmount, useAround, useReportingWords, useWanted } from './reporting.web.ts';

const choices = ['act', 'watch', 'no_action'] as const;
type Answer = {
  readonly key: string;
  readonly decision: (typeof choices)[number];
  readonly note: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly dueOn: string;
};
const usualDays = 30;

/** 9.4 c: one card for each missed figure; what is decided on becomes actions in the same act. */
export function DecideDialog({ record, onClose }: { readonly record: Whole; readonly onClose: () => void }) {
  const t = useReportingWords();
  const ui = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const me = useMe();
  const day = today(useContext(ZoneContext));
  const missed = ((value(record, 'contents') as Contents | null)?.figures ?? []).filter(({ met }) => met === false);
  const blank = (key: string): Answer => ({
    key, decision: 'act', note: '', title: '', ownerId: record.ownerId ?? me.person.id,
    dueOn: new Date(Date.parse(`${day}T00:00:00Z`) + usualDays * 86_400_000).toISOString().slice(0, 10),
  });
  const [answers, setAnswers] = useState<readonly Answer[]>(() => (missed.length === 0 ? [blank('overall')] : missed.map(({ key }) => blank(key))));
  const send = useTransition(record, 'review');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const decisions = answers.map(({ key, decision, note, title, ownerId, dueOn }) => ({ key, decision, note, ...(decision === 'act' ? { action: { title, ownerId, dueOn } } : {}) }));
    send.mutate({ decisions }, { onSuccess: () => (celebrate(labels.action('service-report', 'review')), onClose()) });
  };
  const put = (at: number, next: Partial<Answer>) => setAnswers(answers.map((one, i) => (i === at ? { ...one, ...next } : one)));
  const faults = send.error instanceof ProblemError ? send.error.errors.map(({ message }) => message) : [];
  return (
    <Modal opened onClose={onClose} size={820} title={labels.action('service-report', 'review')} closeButtonProps={{ 'aria-label': ui('ui.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">{t('reporting_page.decide.hint')}</Text>
          {/* eslint-disable-next-line react/no-array-index-key -- two may be about the same figure */}
          {answers.map((answer, at) => <Card key={at} record={record} answer={answer} put={(next) => put(at, next)} />)}
          <Button variant="subtle" style={{ alignSelf: 'start' }} onClick={() => setAnswers([...answers, blank('overall')])}>{t('reporting_page.decide.add')}</Button>
          {send.isError && <Alert color="red" role="alert">{faults.length > 0 ? faults.join(' ') : words(send.error)}</Alert>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{ui('ui.cancel')}</Button>
            <Button type="submit" loading={send.isPending}>{t('reporting_page.decide.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
} // prettier-ignore

function Card({ record, answer, put }: { record: Whole; answer: Answer; put: (next: Partial<Answer>) => void }) {
  const t = useReportingWords();
  const amount = useAmount();
  const wanted = useWanted();
  const me = useMe();
  const names = useAround(record.number).data?.names ?? {};
  const figure = (value(record, 'contents') as Contents | null)?.figures.find(({ key }) => key === answer.key);
  const name = figure === undefined ? t('reporting_page.decide.overall') : (names[figure.key]?.name ?? figure.key);
  return (
    <Paper withBorder p="sm" component="section" aria-label={name}>
      <Group justify="space-between" mb={6}>
        <div>
          <Text size="sm" fw={600}>{name}</Text>
          {figure && <Text size="xs" c="dimmed">{amount(figure.unit, figure.value)} · {wanted(figure.unit, figure.direction, figure.target)}</Text>}
        </div>
        <SegmentedControl aria-label={t('reporting_page.decide.decision')} size="xs" value={answer.decision} onChange={(decision) => put({ decision })} data={choices.map((one) => ({ value: one, label: t(`service_report.decision.${one}`) }))} />
      </Group>
      <Textarea required autosize minRows={2} label={t('reporting_page.decide.note')} value={answer.note} onChange={(e) => put({ note: e.currentTarget.value })} />
      {answer.decision === 'act' && (
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" mt={6}>
          <TextInput required label={t('reporting_page.decide.action')} value={answer.title} onChange={(e) => put({ title: e.currentTarget.value })} />
          <ReferencePicker required to={['person']} label={t('reporting_page.decide.owner')} value={answer.ownerId} refs={{ ...record.refs, [me.person.id]: { type: 'person', state: 'active', ...me.person } }} onChange={(ownerId) => put({ ownerId })} />
          <DayInput required label={t('reporting_page.decide.due')} value={answer.dueOn} onChange={(dueOn) => put({ dueOn: dueOn ?? '' })} />
        </SimpleGrid>
      )}
    </Paper>
  );
} // prettier-ignore
