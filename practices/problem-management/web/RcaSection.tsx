import { Alert, Button, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import type { Fishbone as Bones, Whys } from '../rca.schema.ts';
import { Fishbone } from './Fishbone.tsx';
import { boneDrafts, FishboneEditor } from './FishboneEditor.tsx';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useProblemPageWords } from './problem.web.ts';
import { whyDrafts, WhyChain, WhysEditor } from './Whys.tsx';

const asText = (given: unknown) => (typeof given === 'string' ? given : null);

/** Why it happened, as it was found out: the chain of whys and the diagram, read and written here. */
export function RcaSection({ record }: { record: Whole }) {
  const t = useProblemPageWords();
  const [editing, setEditing] = useState(false);
  const whys = (value(record, 'whys') ?? []) as Whys;
  const bones = (value(record, 'fishbone') ?? []) as Bones;
  const may = record.can['analyse']?.ok === true;
  if (!may && whys.length === 0 && bones.length === 0) return null;
  const rootCause = asText(value(record, 'rootCause'));
  return (
    <Paper p="md" component="section" aria-label={t('pm.rca')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {t('pm.rca')}
        </Title>
        {may && !editing && (
          <Button
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('pm.rca_edit')}
          </Button>
        )}
      </Group>
      {editing ? (
        <Editor record={record} whys={whys} bones={bones} onClose={() => setEditing(false)} />
      ) : (
        <Stack gap="md">
          {whys.length === 0 && bones.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('pm.rca_none')}
            </Text>
          )}
          {whys.length > 0 && <WhyChain effect={record.title} whys={whys} rootCause={rootCause} />}
          {whys.length > 0 && bones.length > 0 && <Divider />}
          {bones.length > 0 && <Fishbone bones={bones} effect={record.title} />}
        </Stack>
      )}
    </Paper>
  );
}

const given = (text: string) => (text.trim() === '' ? {} : { evidence: text.trim() });

function Editor(props: { record: Whole; whys: Whys; bones: Bones; onClose: () => void }) {
  const { record, onClose } = props;
  const t = useProblemPageWords();
  const words = useProblemWords();
  const [whys, setWhys] = useState(() => whyDrafts(props.whys));
  const [bones, setBones] = useState(() => boneDrafts(props.bones));
  const analyse = useTransition(record, 'analyse');
  const save = () =>
    analyse.mutate(
      {
        whys: whys
          .filter(({ answer }) => answer.trim() !== '')
          .map(({ answer, evidence }) => ({ answer: answer.trim(), ...given(evidence) })),
        fishbone: bones
          .filter(({ category }) => category.trim() !== '')
          .map(({ category, causes }) => ({
            category: category.trim(),
            causes: causes
              .filter(({ text }) => text.trim() !== '')
              .map(({ text, state, evidence, causes: subs }) => ({
                text: text.trim(),
                state,
                ...given(evidence),
                causes: subs
                  .filter((s) => s.text.trim() !== '')
                  .map((s) => ({ text: s.text.trim(), state: s.state, ...given(s.evidence) })),
              })),
          })),
      },
      {
        onSuccess: () => {
          celebrate(t('pm.rca'));
          onClose();
        },
      },
    );
  return (
    <Stack gap="md">
      <Title order={3} size="h6">
        {t('pm.whys')}
      </Title>
      <WhysEditor value={whys} onChange={setWhys} />
      <Divider />
      <Title order={3} size="h6">
        {t('pm.fishbone')}
      </Title>
      <FishboneEditor value={bones} onChange={setBones} />
      {analyse.error !== null && (
        <Alert color="red" role="alert">
          {words(analyse.error)}
        </Alert>
      )}
      <Group gap={8}>
        <Button loading={analyse.isPending} onClick={save}>
          {t('pm.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('pm.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
