import {
  Alert,
  Button,
  Chip,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useMe } from '../../../kernel/web/queries.ts';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useMajorWords, useRunbook, useTransition } from './major.web.ts';

type Props = { readonly record: Whole; readonly onClose: () => void };
const roles = ['managerId', 'technicalLeadId', 'communicationsId', 'scribeId'] as const;

/** Who leads, where everybody meets: the two things without which nobody may declare. */
function DeclareDialog({ record, onClose }: Props) {
  const t = useMajorWords();
  const ui = useT();
  const labels = useLabels();
  const me = useMe();
  const problem = useProblemWords();
  const runbook = useRunbook().data;
  const declare = useTransition('major-incidents', 'major-incident', record.number, 'declare');
  const [people, setPeople] = useState<Readonly<Record<string, string | null>>>({ managerId: me.person.id });
  const [bridge, setBridge] = useState('');
  const [reason, setReason] = useState('');
  const { byField, rest } = fieldErrors(declare.error, [...roles, 'bridge', 'reason']);
  const general =
    declare.isError && Object.keys(byField).length === 0 ? problem(declare.error) : rest.join(' ');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = Object.fromEntries(Object.entries(people).filter(([, id]) => id !== null));
    declare.mutate(
      {
        ...named,
        ...(bridge.trim() === '' ? {} : { bridge: bridge.trim() }),
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('major.declare_title')}
      closeButtonProps={{ 'aria-label': ui('ui.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {runbook && (
            <Alert color="red" p="sm">
              <Text size="sm">
                {t('major.declare_hint', {
                  minutes: runbook.informManagement.first,
                  update: runbook.updateEveryMinutes,
                  days: runbook.reviewWithinWorkingDays,
                })}
              </Text>
            </Alert>
          )}
          {general !== '' && (
            <Alert color="red" role="alert">
              {general}
            </Alert>
          )}
          <TextInput
            required
            data-autofocus
            label={labels.field('major-incident', 'bridge')}
            description={t('major_incident.hint.bridge')}
            value={bridge}
            error={byField['bridge']}
            onChange={(e) => setBridge(e.currentTarget.value)}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
            {roles.map((key) => (
              <ReferencePicker
                key={key}
                to={['person']}
                required={key === 'managerId'}
                label={labels.field('major-incident', key)}
                refs={{ [me.person.id]: { type: 'person', state: 'active', ...me.person } }}
                value={people[key] ?? null}
                error={byField[key]}
                onChange={(id) => setPeople((before) => ({ ...before, [key]: id }))}
              />
            ))}
          </SimpleGrid>
          <Textarea
            label={labels.input('major-incident', 'reason')}
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
            <Button type="submit" color="red" loading={declare.isPending}>
              {t('major_incident.action.declare')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const ways = ['phone', 'meeting', 'chat', 'email', 'in_person'] as const;

/** Who of top management knows, and by which way: written down when it was done. */
function InformDialog({ record, onClose }: Props) {
  const t = useMajorWords();
  const ui = useT();
  const labels = useLabels();
  const problem = useProblemWords();
  const runbook = useRunbook().data;
  const inform = useTransition('major-incidents', 'major-incident', record.number, 'inform_management');
  const holders = runbook?.contacts.find(({ role }) => role === 'top-management')?.people ?? [];
  const [chosen, setChosen] = useState<string[]>();
  const people = chosen ?? (holders.length === 1 ? holders.map(({ id }) => id) : []);
  const [way, setWay] = useState<string>('phone');
  const [text, setText] = useState('');
  const { byField, rest } = fieldErrors(inform.error, ['personIds', 'way', 'text']);
  const general =
    inform.isError && Object.keys(byField).length === 0 ? problem(inform.error) : rest.join(' ');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    inform.mutate(
      { personIds: people, way, ...(text.trim() === '' ? {} : { text: text.trim() }) },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('major.inform_title')}
      closeButtonProps={{ 'aria-label': ui('ui.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('major.inform_hint')}
          </Text>
          {[general, byField['personIds']].filter(Boolean).map((fault) => (
            <Alert key={fault} color="red" role="alert">
              {fault}
            </Alert>
          ))}
          <div>
            <Text size="sm" fw={500} mb={6}>
              {labels.input('major-incident', 'personIds')}
            </Text>
            {runbook && holders.length === 0 && (
              <Text size="sm" c="red">
                {t('major_incident.no_top_management')}
              </Text>
            )}
            <Chip.Group multiple value={people} onChange={setChosen}>
              <Group gap={6}>
                {holders.map(({ id, name }) => (
                  <Chip key={id} value={id} size="sm">
                    {name}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </div>
          <Select
            label={labels.input('major-incident', 'way')}
            allowDeselect={false}
            data={ways.map((one) => ({ value: one, label: labels.option('major-incident', 'way', one) }))}
            value={way}
            onChange={(one) => one !== null && setWay(one)}
          />
          <Textarea
            label={labels.input('major-incident', 'text')}
            autosize
            minRows={2}
            value={text}
            error={byField['text']}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('ui.cancel')}
            </Button>
            <Button type="submit" loading={inform.isPending} disabled={people.length === 0}>
              {t('major_incident.action.inform_management')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What must be decided or done now, above everything else. */
export function MajorCall({ record }: { record: Whole }) {
  const t = useMajorWords();
  const [open, setOpen] = useState<'declare' | 'inform'>();
  const may = (action: string) => record.can[action]?.ok === true;
  const untold = value(record, 'managementInformedAt') === null;
  return (
    <>
      {may('declare') && (
        <Button color="red" size="sm" onClick={() => setOpen('declare')}>
          {t('major_incident.action.declare')}
        </Button>
      )}
      {may('inform_management') && (
        <Button
          size={untold ? 'sm' : 'xs'}
          variant={untold ? 'filled' : 'default'}
          onClick={() => setOpen('inform')}
        >
          {t('major_incident.action.inform_management')}
        </Button>
      )}
      {open === 'declare' && <DeclareDialog record={record} onClose={() => setOpen(undefined)} />}
      {open === 'inform' && <InformDialog record={record} onClose={() => setOpen(undefined)} />}
    </>
  );
}
