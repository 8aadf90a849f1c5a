import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Paper,
  Select,
  Text,
  Textarea,
  Title,
  Tooltip,
} from '@mantine/core';
import {
  IconBulb,
  IconCrown,
  IconEye,
  IconFlag,
  IconMessage,
  IconPencilExclamation,
  IconSpeakerphone,
  IconTool,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Refs, Whole } from '../../../kernel/web/contract.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useEntries, useMajorWords, useTransition, type Entry } from './major.web.ts';
import styles from './major.module.css';

const kinds = ['observation', 'decision', 'action', 'communication'] as const;
const icons: Readonly<Record<string, Icon>> = {
  observation: IconEye,
  decision: IconBulb,
  action: IconTool,
  communication: IconMessage,
  stage: IconFlag,
  update: IconSpeakerphone,
  management: IconCrown,
};

/** Written while it happens: nothing in it changes, a mistake is corrected by a further entry. */
export function MajorTimeline({ record }: { record: Whole }) {
  const t = useMajorWords();
  const entries = useEntries(record.number);
  const [correcting, setCorrecting] = useState<Entry>();
  const may = record.can['record_entry']?.ok === true;
  const items = entries.data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('major.timeline')}>
      <Title order={2} size="h5" mb="xs">
        {t('major.timeline')}
      </Title>
      {may && (
        <AddEntry
          key={correcting?.id ?? 'new'}
          number={record.number}
          correcting={correcting}
          onDone={() => setCorrecting(undefined)}
        />
      )}
      {entries.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('major.timeline_empty')}
        </Text>
      )}
      <div role="list">
        {items.map((entry) => (
          <OneEntry
            key={entry.id}
            entry={entry}
            corrected={items.find((other) => other.id === entry.correctsId)}
            refs={entries.data?.refs ?? {}}
            onCorrect={
              may && kinds.some((kind) => kind === entry.kind) ? () => setCorrecting(entry) : undefined
            }
          />
        ))}
      </div>
    </Paper>
  );
}

function OneEntry(props: {
  readonly entry: Entry;
  readonly corrected: Entry | undefined;
  readonly refs: Refs;
  readonly onCorrect: (() => void) | undefined;
}) {
  const { entry, corrected, refs, onCorrect } = props;
  const t = useMajorWords();
  const labels = useLabels();
  const format = useFormat();
  const reading = useLanguage();
  const Sign = icons[entry.kind] ?? IconEye;
  const lateMs = Date.parse(entry.recordedAt) - Date.parse(entry.at);
  const name = (id: string) => refs[id]?.title ?? '…';
  return (
    <div className={styles['entry']} role="listitem">
      <Text size="sm" fw={600} title={format.full(entry.at)}>
        {format.clock(entry.at)}
      </Text>
      <Sign size={17} aria-hidden style={{ marginTop: 2 }} />
      <div>
        <Group gap={6} mb={2}>
          <Text size="xs" fw={600}>
            {entry.kind === 'stage' && entry.way !== null
              ? labels.state('major-incident', entry.way)
              : labels.option('major-incident', 'kind', entry.kind)}
          </Text>
          {entry.audiences.map((audience) => (
            <Badge key={audience} size="sm" color="blue">
              {labels.option('major-incident', 'audience', audience)}
            </Badge>
          ))}
          <Text size="xs" c="dimmed">
            {[
              ...(entry.authorId === null ? [] : [name(entry.authorId)]),
              format.dateTime(entry.at),
              ...(lateMs > 60_000 ? [t('major.recorded_later', { at: format.clock(entry.recordedAt) })] : []),
            ].join(' · ')}
          </Text>
          {onCorrect && (
            <Tooltip label={t('major.correct')}>
              <ActionIcon
                size="xs"
                className={styles['correct']}
                aria-label={t('major.correct')}
                onClick={onCorrect}
              >
                <IconPencilExclamation size={13} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
        {entry.people.length > 0 && (
          <Text size="sm">
            {t('major.told', { people: entry.people.map(name).join(', ') })}
            {entry.way !== null && ` · ${labels.option('major-incident', 'way', entry.way)}`}
          </Text>
        )}
        {corrected && (
          <Text size="xs" c="orange">
            {t('major.corrects', { at: format.clock(corrected.at) })}
          </Text>
        )}
        {inOrder(entry.texts, reading).map(([language, text]) => (
          <Text key={language} size="sm" lang={language} className={styles['texts']}>
            {text}
          </Text>
        ))}
      </div>
    </div>
  );
}

/** The reader's own language first. */
const inOrder = (texts: Entry['texts'], first: string) =>
  Object.entries(texts).toSorted(([a], [b]) => Number(b === first) - Number(a === first));

function AddEntry(props: {
  readonly number: string;
  readonly correcting: Entry | undefined;
  readonly onDone: () => void;
}) {
  const { number, correcting, onDone } = props;
  const t = useMajorWords();
  const labels = useLabels();
  const format = useFormat();
  const language = useLanguage();
  const problem = useProblemWords();
  const [kind, setKind] = useState<string>(correcting?.kind ?? 'observation');
  const [text, setText] = useState('');
  const add = useTransition('major-incidents', 'major-incident', number, 'record_entry');
  const submit = () => {
    if (text.trim() === '' || add.isPending) return;
    add.mutate(
      {
        kind,
        texts: { [language]: text.trim() },
        ...(correcting ? { corrects: correcting.id, at: correcting.at } : {}),
      },
      { onSuccess: () => (setText(''), onDone()) },
    );
  };
  const fault = add.isError
    ? (fieldErrors(add.error, ['texts', 'at', 'corrects']).byField['texts'] ?? problem(add.error))
    : undefined;
  return (
    <div className={styles['noPrint']} style={{ marginBottom: 10 }}>
      {correcting && (
        <Group gap={8} mb={6}>
          <Text size="xs" c="orange">
            {t('major.correcting', { at: format.clock(correcting.at) })}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={onDone}>
            {t('major.cancel_correction')}
          </Button>
        </Group>
      )}
      <Group gap={6} align="flex-start" wrap="nowrap">
        <Select
          aria-label={t('major_incident.input.kind')}
          w={138}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: labels.option('major-incident', 'kind', value) }))}
          value={kind}
          onChange={(value) => value !== null && setKind(value)}
        />
        <Textarea
          style={{ flex: 1 }}
          aria-label={t('major.add_entry')}
          placeholder={t('major.entry_placeholder')}
          autosize
          minRows={1}
          value={text}
          error={fault}
          onChange={(e) => setText(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return;
            e.preventDefault();
            submit();
          }}
        />
        <Button
          variant="default"
          size="sm"
          disabled={text.trim() === ''}
          loading={add.isPending}
          onClick={submit}
        >
          {t('major.add_entry')}
        </Button>
      </Group>
    </div>
  );
}
