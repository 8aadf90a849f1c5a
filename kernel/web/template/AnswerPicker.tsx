import {
  ActionIcon,
  Anchor,
  Badge,
  Group,
  Popover,
  ScrollArea,
  Stack,
  Text,
  TextInput,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { IconMessage2Bolt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { isLanguage, type Language } from '../../../platform/i18n/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { useDeskT } from '../desk-words.ts';
import type { MetaType } from '../contract.ts';
import { endpoints, paths } from '../paths.ts';
import { keys } from '../queries.ts';
import styles from './template.module.css';

type Answer = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly language: Language;
  readonly text: string;
  readonly missing: readonly string[];
};
type Answers = { readonly language: Language; readonly items: readonly Answer[] };

const chosenLanguages = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
] as const;

/** A button that offers the ready answers of this record; `/` in the text opens it too. */
export function AnswerPicker(props: {
  readonly meta: MetaType;
  readonly number: string;
  readonly opened: boolean;
  readonly onOpen: (opened: boolean) => void;
  readonly onPick: (text: string) => void;
}) {
  const { opened, onOpen } = props;
  const desk = useDeskT();
  return (
    <Popover
      opened={opened}
      onChange={onOpen}
      position="bottom-start"
      shadow="md"
      width={440}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={`${desk('template.insert')} (/)`}>
          <ActionIcon
            size={26}
            variant="default"
            aria-label={desk('template.insert')}
            aria-haspopup="dialog"
            aria-expanded={opened}
            onClick={() => onOpen(!opened)}
          >
            <IconMessage2Bolt size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={desk('template.insert')}>
        {opened && <Choices {...props} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ meta, number, onPick }: Parameters<typeof AnswerPicker>[0]) {
  const desk = useDeskT();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [wanted, setWanted] = useState<Language>();
  const answers = useQuery({
    queryKey: [...keys.record(meta.type, number), 'answers', wanted],
    queryFn: ({ signal }) =>
      api.get<Answers>(
        `${endpoints.record(meta.plural, number)}/answers${writeQuery({ language: wanted })}`,
        signal,
      ),
  });
  const typed = words.trim().toLowerCase();
  const fitting = (answers.data?.items ?? []).filter(({ title, text }) =>
    `${title}\n${text}`.toLowerCase().includes(typed),
  );
  const current = Math.min(at, fitting.length - 1);
  const chosen = fitting[current];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(current + 1, fitting.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    else if (event.key === 'Enter' && chosen) onPick(chosen.text);
    else return;
    event.preventDefault();
  };
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          size="xs"
          aria-label={desk('template.search')}
          placeholder={desk('template.search')}
          value={words}
          onChange={(e) => (setWords(e.currentTarget.value), setAt(0))}
          onKeyDown={onKeyDown}
          data-autofocus
        />
        <Segments
          label={desk('template.language')}
          value={wanted ?? answers.data?.language ?? 'en'}
          choices={chosenLanguages}
          onChange={(language) => isLanguage(language) && setWanted(language)}
        />
      </Group>
      {answers.isError ? (
        <ErrorState error={answers.error} retry={() => void answers.refetch()} />
      ) : answers.isPending ? (
        <Loading minHeight={60} />
      ) : fitting.length === 0 ? (
        <Text size="sm" c="dimmed" p={4}>
          {desk('template.none')}
        </Text>
      ) : (
        <ScrollArea.Autosize mah={300}>
          <Stack gap={2}>
            {fitting.map((answer, i) => (
              <UnstyledButton
                key={answer.id}
                className={styles['answer']}
                data-current={i === current || undefined}
                onMouseEnter={() => setAt(i)}
                onClick={() => onPick(answer.text)}
              >
                <Group gap={6} justify="space-between" wrap="nowrap">
                  <Text size="sm" fw={600} truncate>
                    {answer.title}
                  </Text>
                  {answer.language !== (wanted ?? answers.data.language) && (
                    <Badge size="xs" color="gray">
                      {answer.language === 'en' ? 'English' : '中文'}
                    </Badge>
                  )}
                </Group>
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {answer.text}
                </Text>
                {answer.missing.length > 0 && (
                  <Text size="xs" c="orange">
                    {desk('template.missing', { names: answer.missing.join(', ') })}
                  </Text>
                )}
              </UnstyledButton>
            ))}
          </Stack>
        </ScrollArea.Autosize>
      )}
      <Anchor
        size="xs"
        renderRoot={(p) => <Link {...p} to={paths.queue('answer-templates', { 'filter[open]': 'true' })} />}
      >
        {desk('template.manage')}
      </Anchor>
    </Stack>
  );
}
