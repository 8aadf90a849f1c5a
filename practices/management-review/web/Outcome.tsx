import { Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { RecordActions } from '../../../kernel/web/action/RecordActions.tsx';
import { list, text, value, type Whole } from '../../../kernel/web/contract.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { Attended, Decision } from '../review.fields.ts';
import { useReviewWords } from './review.web.ts';

const parts = ['suitability', 'adequacy', 'effectiveness'] as const;
const colors: Readonly<Record<string, string>> = { yes: 'teal', with_changes: 'orange', no: 'red' };

/** Who was there, what was concluded and decided, and the signed minutes. */
export function Outcome({ review }: { review: Whole }) {
  const t = useReviewWords();
  const attendance = list(review, 'attendance') as readonly Attended[];
  const name = (id: string) => review.refs[id]?.title ?? '';
  if (review.state === 'scheduled' || review.state === 'inputs_frozen') return null;
  const came = (present: boolean) =>
    attendance
      .filter((one) => one.present === present)
      .map(({ personId, deputyForId }) =>
        [name(personId), deputyForId ? t('review_page.deputy_for', { name: name(deputyForId) }) : ''].filter(Boolean).join(' '),
      )
      .join(', ');
  return (
    <>
      <Minutes review={review} />
      <Panel title={t('review_page.conclusions')}>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {parts.map((part) => <Conclusion key={part} review={review} part={part} />)}
        </SimpleGrid>
        <Text size="sm" mt="sm">
          <Text span c="dimmed" size="sm">{t('review_page.present')}: </Text>{came(true) || '–'}
          {came(false) !== '' && <><Text span c="dimmed" size="sm"> · {t('review_page.absent')}: </Text>{came(false)}</>}
        </Text>
        {text(review, 'discussion') !== '' && <Text size="sm" mt="sm" style={{ whiteSpace: 'pre-wrap' }}>{text(review, 'discussion')}</Text>}
      </Panel>
      <Decisions review={review} />
      <RecordActions record={review} title={review.title} />
    </>
  );
} // prettier-ignore

function Conclusion({ review, part }: { review: Whole; part: (typeof parts)[number] }) {
  const t = useReviewWords();
  const verdict = value(review, part);
  const known = verdict === 'yes' || verdict === 'with_changes' || verdict === 'no' ? verdict : undefined;
  return (
    <div>
      <Group gap={8} mb={4}>
        <Text size="sm" fw={600}>
          {t(`management_review.field.${part}`)}
        </Text>
        {known && (
          <Badge color={colors[known] ?? 'gray'}>{t(`management_review.option.${part}.${known}`)}</Badge>
        )}
      </Group>
      <Text size="sm" c={known ? 'inherit' : 'dimmed'}>
        {text(review, `${part}Note`) || t('review_page.not_concluded')}
      </Text>
    </div>
  );
}

function Decisions({ review }: { review: Whole }) {
  const t = useReviewWords();
  const format = useFormat();
  const decisions = list(review, 'decisions') as readonly Decision[];
  return (
    <Panel title={t('review_page.decisions')}>
      {decisions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('review_page.no_decisions')}
        </Text>
      )}
      <Stack gap={10}>
        {decisions.map((one) => (
          <div key={`${one.at} ${one.title}`}>
            <Group gap={8}>
              <Badge color="gray">{t(`management_review.kind.${one.kind}`)}</Badge>
              <Text size="sm" fw={550}>
                {one.title}
              </Text>
              {one.dueOn !== null && (
                <Text size="xs" c="dimmed">
                  {format.day(one.dueOn)}
                </Text>
              )}
            </Group>
            {one.text !== null && (
              <Text size="sm" c="dimmed">
                {one.text}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

function Minutes({ review }: { review: Whole }) {
  const t = useReviewWords();
  const format = useFormat();
  const language = useLanguage();
  const signedAt = text(review, 'signedAt');
  if (signedAt === '') return null;
  const href = (file: string) =>
    `/api/v1/management-reviews/${review.number}/minutes?format=${file}&language=${language}`;
  return (
    <Panel
      title={t('review_page.minutes')}
      aside={
        <Group gap={6}>
          <Button component="a" href={href('pdf')} target="_blank" variant="default" size="compact-sm" leftSection={<IconFileTypePdf size={15} aria-hidden />}>
            {t('review_page.pdf')}
          </Button>
          <Button component="a" href={href('docx')} target="_blank" variant="default" size="compact-sm" leftSection={<IconFileTypeDocx size={15} aria-hidden />}>
            {t('review_page.word')}
          </Button>
        </Group>
      }
    >
      <Text size="sm">
        {t('review_page.signed_by', { name: review.refs[text(review, 'signedById')]?.title ?? '', date: format.dateTime(signedAt) })}
      </Text>
    </Panel>
  );
} // prettier-ignore
