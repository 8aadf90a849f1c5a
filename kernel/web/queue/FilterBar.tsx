import { Button, CloseButton, Group, Menu, Pill, TextInput } from '@mantine/core';
import { IconFilterPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import type { Phase } from '../../process/process.ts';
import { customPrefix } from '../../custom-field/nested.ts';
import type { MetaField, MetaType, Refs } from '../contract.ts';
import { Priority } from '../field/Priority.tsx';
import { useLabels, useT } from '../words.ts';
import { TypedFilter } from '../custom-field/TypedFilter.tsx';
import { ChoiceFilter, ReferenceFilter, type OptionGroup } from './FilterMenu.tsx';
import { filterKey, type QueueQuery } from './query.ts';

const phases: readonly Phase[] = ['new', 'active', 'waiting', 'done', 'closed'];
const common = ['priority', 'teamId', 'ownerId', 'serviceId'];
const filterable = (field: MetaField) =>
  ['choice', 'choices', 'reference', 'references', 'boolean'].includes(field.kind) || isTyped(field);
/** Custom fields are found by what is typed too: exactly, or between two values. */
const isTyped = (field: MetaField) =>
  isOpenList(field) ||
  (field.key.startsWith(customPrefix) && ['text', 'number', 'date'].includes(field.kind));
/** A list without a fixed set to choose from (numbers of clauses). */
const isOpenList = ({ kind, options }: MetaField) => kind === 'choices' && options === undefined;

export function FilterBar(props: {
  readonly meta: MetaType;
  readonly query: QueueQuery;
  readonly refs: Refs;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onTyping: (words: string) => void;
}) {
  const { meta, query, refs, searchRef, onTyping } = props;
  const t = useT();
  const labels = useLabels();
  const fields = meta.fields.filter(filterable);
  const [added, setAdded] = useState<readonly string[]>([]);
  const first = common.flatMap((key) => fields.find((f) => f.key === key) ?? []);
  const more = fields.filter((f) => !common.includes(f.key));
  const isShown = (f: MetaField) => added.includes(f.key) || query.list(f.key).length > 0;
  const states: OptionGroup[] = phases.flatMap((phase) => {
    const own = meta.states.filter((s) => s.phase === phase);
    const options = own.map(({ key }) => ({
      value: key,
      label: labels.state(meta.type, key),
      name: labels.state(meta.type, key),
    }));
    return own.length === 0 ? [] : [{ title: t(`phase.${phase}`), options }];
  });
  const open = query.search[filterKey('open')] ?? 'all';
  const touched = Object.keys(query.search).some((key) => key.startsWith('filter['));
  return (
    <Group gap={6} role="search" aria-label={t('queue.filters')}>
      <Segments
        label={t('queue.open_or_closed')}
        value={open}
        onChange={(next) => query.set({ [filterKey('open')]: next === 'all' ? undefined : next })}
        choices={[
          { value: 'true', label: t('queue.open') },
          { value: 'false', label: t('queue.closed') },
          { value: 'all', label: t('queue.all') },
        ]}
      />
      <WordsFilter query={query} searchRef={searchRef} onTyping={onTyping} />
      <ChoiceFilter
        label={labels.field(meta.type, 'state')}
        groups={states}
        value={query.list('state')}
        onChange={(v) => query.filter('state', v)}
      />
      {[...first, ...more.filter(isShown)].map((field) => (
        <FieldFilter key={field.key} meta={meta} field={field} query={query} refs={refs} />
      ))}
      {meta.clocks.length > 0 && (
        <ChoiceFilter
          label={t('queue.due')}
          groups={[
            {
              options: (['overdue', 'today', 'soon'] as const).map((v) => ({
                value: v,
                label: t(`queue.due_${v}`),
                name: t(`queue.due_${v}`),
              })),
            },
          ]}
          value={query.list('due')}
          // The server takes one: the latest tick replaces the one before.
          onChange={(v) => query.filter('due', v.slice(-1))}
        />
      )}
      {more.some((f) => !isShown(f)) && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" color="gray" leftSection={<IconFilterPlus size={15} aria-hidden />}>
              {t('queue.more_filters')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
            {more
              .filter((f) => !isShown(f))
              .map((f) => (
                <Menu.Item key={f.key} onClick={() => setAdded([...added, f.key])}>
                  {labels.field(meta.type, f.key)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <OtherFilters meta={meta} query={query} />
      {touched && (
        <Button variant="subtle" color="gray" onClick={() => (query.clear(), setAdded([]))}>
          {t('queue.clear_filters')}
        </Button>
      )}
    </Group>
  );
}

function FieldFilter({
  meta,
  field,
  query,
  refs,
}: {
  meta: MetaType;
  field: MetaField;
  query: QueueQuery;
  refs: Refs;
}) {
  const labels = useLabels();
  const t = useT();
  const label = labels.field(meta.type, field.key);
  const shared = {
    label,
    value: query.list(field.key),
    onChange: (v: readonly string[]) => query.filter(field.key, v),
  };
  if (isTyped(field)) return <TypedFilter {...shared} kind={isOpenList(field) ? 'text' : field.kind} />;
  if (field.kind === 'reference' || field.kind === 'references') {
    return (
      <ReferenceFilter {...shared} to={field.to ?? []} refs={refs} me={(field.to ?? []).includes('person')} />
    );
  }
  const values = field.kind === 'boolean' ? ['true', 'false'] : (field.options ?? []).map(String);
  const name = (v: string) =>
    field.kind === 'boolean' ? t(v === 'true' ? 'ui.yes' : 'ui.no') : labels.option(meta.type, field.key, v);
  const options = values.map((v) => ({
    value: v,
    name: name(v),
    label: field.key === 'priority' ? <Priority value={Number(v)} /> : name(v),
  }));
  return <ChoiceFilter {...shared} groups={[{ options }]} />;
}

/** Words are sent when the reader rests, not at every letter; what is loaded is narrowed at once. */
function WordsFilter({
  query,
  searchRef,
  onTyping,
}: {
  query: QueueQuery;
  searchRef: RefObject<HTMLInputElement | null>;
  onTyping: (words: string) => void;
}) {
  const t = useT();
  const inAddress = query.search[filterKey('q')] ?? '';
  const [words, setWords] = useState(inAddress);
  const sent = useRef(inAddress);
  useEffect(() => {
    if (inAddress === sent.current) return;
    sent.current = inAddress;
    setWords(inAddress);
  }, [inAddress]);
  useEffect(() => onTyping(words), [words, onTyping]);
  useEffect(() => {
    if (words === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = words;
      query.set({ [filterKey('q')]: words.trim() === '' ? undefined : words });
    }, 150);
    return () => clearTimeout(timer);
  }, [words, query]);
  return (
    <TextInput
      ref={searchRef}
      size="xs"
      w={190}
      type="search"
      aria-label={t('queue.search')}
      placeholder={t('queue.search')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        words !== '' && <CloseButton size="xs" aria-label={t('ui.clear')} onClick={() => setWords('')} />
      }
      value={words}
      onChange={(e) => setWords(e.currentTarget.value)}
      onKeyDown={(e) => {
        if (e.key === 'Escape') e.currentTarget.blur();
      }}
    />
  );
}

/** Filters that came with a link (a figure's records, a period), shown so that nothing filters unseen. */
function OtherFilters({ meta, query }: { meta: MetaType; query: QueueQuery }) {
  const labels = useLabels();
  const format = useFormat();
  const t = useT();
  const own = new Set(['open', 'q', 'state', 'due', ...meta.fields.filter(filterable).map((f) => f.key)]);
  const others = Object.entries(query.search).flatMap(([key, value]) => {
    const field = /^filter\[(.+)\]$/.exec(key)?.[1];
    return field === undefined || own.has(field) ? [] : [{ key, field, value }];
  });
  const readable = (field: string, value: string) => {
    if (field === 'phase')
      return value
        .split(',')
        .map((phase) => labels.key(`phase.${phase}`))
        .join(', ');
    if (field === 'measure') return labels.measure(value.split(':')[0] ?? value);
    const dates = value
      .split('..')
      .map((d) =>
        /^\d{4}-\d{2}-\d{2}$/.test(d) ? format.day(d) : /^\d{4}-.*T/.test(d) ? format.dateTime(d) : d,
      );
    return dates.join(' – ');
  };
  const title = (field: string) => (field === 'measure' ? t('queue.figure') : labels.field(meta.type, field));
  return others.map(({ key, field, value }) => (
    <Pill
      key={key}
      size="md"
      withRemoveButton
      onRemove={() => query.set({ [key]: undefined })}
      removeButtonProps={{ 'aria-label': t('field.remove', { name: title(field) }) }}
    >
      {title(field)}: {readable(field, value)}
    </Pill>
  ));
}
