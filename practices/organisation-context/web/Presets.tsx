import { Badge, Button, Checkbox, Group, Modal, ScrollArea, Select, Stack, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Row } from '../../../kernel/web/contract.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { Loading } from '../../../platform/ui/States.tsx';
import { useT } from '../../../kernel/web/words.ts';
import { sectors } from '../presets/preset.ts';
import type { PresetOf } from '../presets/presets.ts';
import { useContextWords, useKind, usePresets, type Preset } from './context.web.ts';

const types = { issue: 'context-issue', party: 'interested-party', obligation: 'obligation' } as const;

/** Examples to begin with. What is taken becomes an ordinary record, to be made one's own. */
export function Presets({ of }: { readonly of: PresetOf }) {
  const t = useContextWords();
  const meta = useMetaType(types[of]);
  const [open, setOpen] = useState(false);
  if (!meta.create.allowed) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconListCheck size={15} aria-hidden />} onClick={() => setOpen(true)}>
        {t('context_page.presets.open')}
      </Button>
      {open && <Dialog of={of} plural={meta.plural} onClose={() => setOpen(false)} />}
    </>
  );
} // prettier-ignore

type DialogProps = { readonly of: PresetOf; readonly plural: string; readonly onClose: () => void };

function Dialog({ of, plural, onClose }: DialogProps) {
  const t = useContextWords();
  const ui = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const own = useKind().data?.sector ?? '';
  const [picked, setSector] = useState<string>();
  const sector = picked ?? own;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const presets = usePresets(of, sector);
  const items = presets.data?.items ?? [];
  const wanted = items.filter(({ key, taken }) => chosen.has(key) && !taken);
  const add = useMutation({
    mutationFn: async () => {
      for (const preset of wanted) await take(of, plural, preset);
      return wanted.length;
    },
    onSuccess: (count) => {
      celebrate(t('context_page.presets.added', { count }));
      onClose();
    },
    onSettled: () =>
      Promise.all([types[of], 'party-requirement', 'context-issue'].map((type) => client.invalidateQueries({ queryKey: keys.type(type) }))),
  });
  const toggle = (key: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return (
    <Modal opened onClose={onClose} size="lg" title={t(`context_page.presets.title_${of}`)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{t('context_page.presets.hint')}</Text>
        {of !== 'party' && (
          <Select
            label={t('context_page.presets.sector')}
            placeholder={t('context_page.presets.any_sector')}
            clearable
            data={sectors.map((value) => ({ value, label: t(`context_page.sector.${value}`) }))}
            value={sector === '' ? null : sector}
            onChange={(value) => setSector(value ?? '')}
          />
        )}
        {presets.isPending && <Loading minHeight={200} />}
        <ScrollArea.Autosize mah="50vh" type="auto">
          <Stack gap={10} pr="sm">
            {items.map((preset) => (
              <Line key={preset.key} preset={preset} checked={chosen.has(preset.key)} onToggle={() => toggle(preset.key)} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        {add.isError && <Text size="sm" c="red" role="alert">{words(add.error)}</Text>}
        <Group justify="space-between">
          <Button variant="subtle" onClick={() => setChosen(new Set(items.filter(({ taken }) => !taken).map(({ key }) => key)))}>
            {t('context_page.presets.all')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>{ui('ui.cancel')}</Button>
            <Button disabled={wanted.length === 0} loading={add.isPending} onClick={() => add.mutate()}>
              {t('context_page.presets.take', { count: wanted.length })}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
} // prettier-ignore

function Line({ preset, checked, onToggle }: { preset: Preset; checked: boolean; onToggle: () => void }) {
  const t = useContextWords();
  const { values, taken, wants } = preset;
  const said = [values['consequence'], values['stake'], values['demands']].find((text) => typeof text === 'string');
  return (
    <Checkbox
      checked={checked || taken}
      disabled={taken}
      onChange={onToggle}
      label={
        <Stack gap={2}>
          <Group gap={8}>
            <Text size="sm" fw={550}>{String(values['title'])}</Text>
            {taken && <Badge color="gray">{t('context_page.presets.taken')}</Badge>}
          </Group>
          {typeof said === 'string' && <Text size="xs" c="dimmed">{said}</Text>}
          {wants.length > 0 && <Text size="xs" c="dimmed">{wants.map(({ title }) => `· ${title}`).join('  ')}</Text>}
        </Stack>
      }
    />
  );
} // prettier-ignore

async function take(of: PresetOf, plural: string, { key, values, wants }: Preset): Promise<void> {
  const made = await api.post<Row>(`/${plural}`, of === 'obligation' ? { ...values, preset: key } : values);
  for (const want of wants) await api.post('/party-requirements', { ...want, partyId: made.id });
}
