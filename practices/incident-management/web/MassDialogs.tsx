import { Alert, Button, Group, Modal, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { NumberPicker } from '../../../kernel/web/record/NumberPicker.tsx';
import { useT } from '../../../kernel/web/words.ts';
import { ProblemError } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { useMajorWords, useTransition } from './major.web.ts';
import { useMassStart } from './mass.web.ts';

function Dialog(props: {
  readonly title: string;
  readonly hint: string;
  readonly verb: string;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly error: unknown;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}) {
  const ui = useT();
  const problem = useProblemWords();
  const { error } = props;
  const faults =
    error instanceof ProblemError && error.errors.length > 0
      ? error.errors.map((one) => one.message).join(' ')
      : error
        ? problem(error)
        : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      title={props.title}
      closeButtonProps={{ 'aria-label': ui('ui.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {props.hint}
          </Text>
          {faults !== undefined && (
            <Alert color="red" role="alert">
              {faults}
            </Alert>
          )}
          {props.children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {ui('ui.cancel')}
            </Button>
            <Button type="submit" disabled={!props.ready} loading={props.busy}>
              {props.verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type Texts = { readonly en: string; readonly 'zh-CN': string };
const none: Texts = { en: '', 'zh-CN': '' };
const filled = (texts: Texts) =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])),
  );

function InBoth({ texts, onChange }: { texts: Texts; onChange: (texts: Texts) => void }) {
  const t = useMajorWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {(['en', 'zh-CN'] as const).map((language) => (
        <Textarea
          key={language}
          label={language === 'en' ? t('major.english') : t('major.chinese')}
          lang={language}
          autosize
          minRows={4}
          value={texts[language]}
          onChange={(e) => onChange({ ...texts, [language]: e.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}

export function AnnounceDialog(props: {
  readonly number: string;
  readonly before: Texts | null;
  readonly onClose: () => void;
}) {
  const t = useMajorWords();
  const [texts, setTexts] = useState<Texts>(props.before ?? none);
  const announce = useTransition('incidents', 'incident', props.number, 'announce');
  return (
    <Dialog
      title={t('mass.announce_title')}
      hint={t('mass.announce_hint')}
      verb={t('mass.announce')}
      busy={announce.isPending}
      ready={Object.keys(filled(texts)).length === 2}
      error={announce.error}
      onSubmit={() => announce.mutate({ texts: filled(texts) }, { onSuccess: props.onClose })}
      onClose={props.onClose}
    >
      <InBoth texts={texts} onChange={setTexts} />
    </Dialog>
  );
}

export function AnswerDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useMajorWords();
  const [texts, setTexts] = useState<Texts>(none);
  const answer = useMassStart('answers');
  return (
    <Dialog
      title={t('mass.answer_title')}
      hint={t('mass.answer_hint')}
      verb={t('mass.send')}
      busy={answer.isPending}
      ready={Object.keys(filled(texts)).length > 0}
      error={answer.error}
      onSubmit={() =>
        answer.mutate({ parent: number, body: { texts: filled(texts) } }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <InBoth texts={texts} onChange={setTexts} />
    </Dialog>
  );
}

export function LinkManyDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useMajorWords();
  const [text, setText] = useState('');
  const link = useMassStart('children');
  const numbers = [...new Set(text.toUpperCase().match(/INC-\d+/g) ?? [])];
  return (
    <Dialog
      title={t('mass.link_title')}
      hint={t('mass.link_hint')}
      verb={t('mass.link_many')}
      busy={link.isPending}
      ready={numbers.length > 0}
      error={link.error}
      onSubmit={() => link.mutate({ parent: number, body: { numbers } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        label={t('mass.link_numbers')}
        description={numbers.length === 0 ? undefined : t('mass.children', { count: numbers.length })}
        minRows={6}
        autosize
        maxRows={16}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
    </Dialog>
  );
}

/** The rows chosen in a queue, as one job instead of one call for each. */
export function LinkChosenDialog(props: {
  readonly numbers: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useMajorWords();
  const [parent, setParent] = useState('');
  const link = useMassStart('children');
  const wanted = parent.trim().split(' ')[0] ?? '';
  return (
    <Dialog
      title={t('mass.link_chosen_title', { count: props.numbers.length })}
      hint={t('mass.link_chosen_hint')}
      verb={t('mass.link_chosen')}
      busy={link.isPending}
      ready={/^INC-\d+$/i.test(wanted)}
      error={link.error}
      onSubmit={() =>
        link.mutate(
          { parent: wanted.toUpperCase(), body: { numbers: props.numbers.filter((n) => n !== wanted) } },
          { onSuccess: () => (props.onClose(), props.onDone()) },
        )
      }
      onClose={props.onClose}
    >
      <NumberPicker label={t('mass.parent')} value={parent} onChange={setParent} without="" />
    </Dialog>
  );
}
