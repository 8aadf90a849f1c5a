import { Alert, Button, Code, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { list, type Whole } from '../../../kernel/web/contract.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { ProblemError } from '../../../platform/ui/api.ts';
import type { Deliverable } from '../release.parts.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useT } from './useT.ts';

/** What is delivered, and whether what was tested and what went out is the same. */
export function Deliverables({ record }: { record: Whole }) {
  const t = useT();
  const deliverables = list(record, 'deliverables') as readonly Deliverable[];
  const tested = list(record, 'testedHashes') as readonly string[];
  const deployed = list(record, 'deployedHashes') as readonly string[];
  return (
    <Panel title={t('release_page.deliverables')}>
      {deliverables.length === 0 && <Text size="sm" c="dimmed">{t('release_page.none')}</Text>}
      <Stack gap={8}>
        {deliverables.map(({ name, version, sha256, reference }, at) => (
          <div key={name}>
            <Group justify="space-between" gap="xs">
              <Text size="sm" fw={500}>{name} {version ?? ''}</Text>
              <Group gap="md">
                <Same words={t('release_page.same_tested')} hash={tested[at]} as={sha256} />
                <Same words={t('release_page.same_deployed')} hash={deployed[at]} as={tested[at]} />
              </Group>
            </Group>
            <Code style={{ overflowWrap: 'anywhere' }}>{sha256}</Code>
            {reference !== undefined && <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>{reference}</Text>}
          </div>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore

function Same({ words, hash, as }: { words: string; hash: string | undefined; as: string | undefined }) {
  const t = useT();
  const Sign = hash === undefined ? IconCircleDashed : hash === as ? IconCircleCheck : IconCircleX;
  const color = hash === undefined ? 'dimmed' : hash === as ? 'teal' : 'red';
  return (
    <Group gap={4}>
      <Text c={color} lh={1} component="span">
        <Sign size={15} aria-hidden />
      </Text>
      <Text size="xs" c="dimmed">
        {hash === undefined ? `${words}: ${t('release_page.not_yet')}` : words}
      </Text>
    </Group>
  );
}

/** Starting asks for the hashes of what lies ready now; they are compared with those tested. */
export function StartDialog({ record, onClose }: { readonly record: Whole; readonly onClose: () => void }) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const deliverables = list(record, 'deliverables') as readonly Deliverable[];
  const [hashes, setHashes] = useState<Readonly<Record<string, string>>>({});
  const start = useTransition(record, 'start');
  const send = () =>
    start.mutate(
      { hashes: deliverables.map(({ name }) => ({ name, sha256: hashes[name] ?? '' })) },
      { onSuccess: onClose },
    );
  const { error } = start;
  const faults = error instanceof ProblemError ? error.errors.map(({ message }) => message) : [];
  return (
    <Modal opened onClose={onClose} size="lg" title={labels.action('release', 'start')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{t('release_page.start_hint')}</Text>
        {error !== null && <Alert color="red" role="alert">{faults.length > 0 ? faults.join(' ') : words(error)}</Alert>}
        {deliverables.map(({ name, version }) => (
          <TextInput key={name} label={`${name} ${version ?? ''}`} placeholder={t('release_page.deliverable.sha256')} value={hashes[name] ?? ''} onChange={(e) => { const next = e.currentTarget.value; setHashes((before) => ({ ...before, [name]: next })); }} />
        ))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui.cancel')}</Button>
          <Button loading={start.isPending} onClick={send}>{t('release_page.send')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
} // prettier-ignore
