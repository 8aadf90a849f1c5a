import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asText } from '../../../kernel/record/text.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { lineResults } from '../verification.fields.ts';
import { useClasses } from './configuration.web.ts';
import { useDoes, useFieldName, useT, type LineResult, type Sampled } from './reconciliation.web.ts';

type Said = { readonly result: LineResult; readonly found: string };
type Props = { readonly number: string; readonly item: Sampled; readonly may: boolean };

/** Numbers and yes or no stay what they are; texts are texts. */
const typed = (text: string, recorded: unknown) =>
  typeof recorded === 'number' && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text)
    : typeof recorded === 'boolean' ? /^(?:true|yes|1|是)$/i.test(text) : text; // prettier-ignore

export function CheckCard({ number, item, may }: Props) {
  const t = useT();
  const words = useProblemWords();
  const labels = useLabels();
  const fieldName = useFieldName();
  const { keyName } = useClasses();
  const check = useDoes('verification', ['ci', 'difference']);
  const [again, setAgain] = useState(false);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const of = (field: string): Said => said[field] ?? { result: 'right', found: '' };
  const save = (present: boolean, all = said) =>
    check.mutate(
      { number, action: 'check', input: { itemId: item.ciId, present, ...(present ? { results: item.lines.map(({ field, recorded }) => {
        const { result, found } = all[field] ?? { result: 'right' as const, found: '' };
        return { field, result, ...(result === 'right' ? {} : { found: found.trim() === '' ? null : typed(found.trim(), recorded) }) };
      }) } : {}) } },
      { onSuccess: () => setAgain(false) },
    );
  const shown = (value: unknown, field: string) => value === null || value === undefined ? '—' : field === 'classId' ? keyName(asText(value)) : field === 'criticality' ? labels.option('ci', field, value) : asText(value);
  const open = may && !item.own && (item.checkedAt === null || again);
  const touched = Object.values(said).some(({ result }) => result !== 'right');
  return (
    <Paper withBorder p="sm" component="article" aria-label={item.title}>
      <Group justify="space-between" mb={6}>
        <Anchor fw={600} renderRoot={(props) => <Link {...props} to={paths.record('configuration-items', item.number)} />}>{item.title}</Anchor>
        <Group gap={6}>
          {item.location && <Text size="xs" c="dimmed">{item.location}</Text>}
          {item.present === false && <Badge color="red" tt="none">{t('reconciliation.absent')}</Badge>}
          {item.own && <Badge color="gray" tt="none">{t('reconciliation.own_item')}</Badge>}
        </Group>
      </Group>
      {check.isError && <Alert color="red" role="alert" mb="xs">{words(check.error)}</Alert>}
      <Stack gap={8}>
        {item.lines.map(({ field, recorded, result, found }) => (
          <div key={field}>
            <Group justify="space-between" gap="xs">
              <div style={{ minWidth: 0, flex: 1 }}>
                <Text size="xs" c="dimmed">{fieldName(field)}</Text>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{shown(recorded, field)}</Text>
              </div>
              {open ? (
                <SegmentedControl size="xs" aria-label={fieldName(field)} value={of(field).result} color={of(field).result === 'right' ? 'teal' : 'orange'}
                  data={lineResults.filter((one) => one !== (recorded === null ? 'wrong' : 'missing')).map((one) => ({ value: one, label: labels.key(`verification.result.${one}`) }))}
                  onChange={(next) => setSaid({ ...said, [field]: { ...of(field), result: next } })} />
              ) : result && (
                <Badge variant="light" tt="none" color={result === 'right' ? 'teal' : 'orange'}>{labels.key(`verification.result.${result}`)}{result === 'right' || found === null ? '' : `: ${shown(found, field)}`}</Badge>
              )}
            </Group>
            {open && of(field).result !== 'right' && (
              <TextInput mt={4} size="sm" aria-label={`${fieldName(field)}: ${t('reconciliation.what_found')}`} placeholder={t('reconciliation.what_found')} maxLength={2000}
                value={of(field).found} onChange={(event) => setSaid({ ...said, [field]: { ...of(field), found: event.currentTarget.value } })} />
            )}
          </div>
        ))}
      </Stack>
      {open ? (
        <Group mt="sm" gap="xs" grow>
          <Button color="teal" loading={check.isPending} onClick={() => save(true)}>{touched ? t('reconciliation.save') : t('reconciliation.all_right')}</Button>
          <Button variant="default" color="red" disabled={check.isPending} onClick={() => save(false)}>{t('reconciliation.not_there')}</Button>
        </Group>
      ) : may && !item.own && <Button mt="xs" size="compact-xs" variant="subtle" onClick={() => setAgain(true)}>{t('reconciliation.edit_again')}</Button>}
    </Paper>
  );
} // prettier-ignore
