import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../words.ts';

const InstantInput = lazy(() => import('../field/DateInputs.tsx').then((m) => ({ default: m.InstantInput })));

/** Asks for an instant and shows the record as it was then. */
export function AsOfPicker({ at, variant = 'subtle' }: { at?: string; variant?: 'subtle' | 'default' }) {
  const t = useT();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<string | null>(at ?? null);
  const show = () => {
    if (chosen === null) return;
    setOpened(false);
    void navigate({ to: '.', search: { asOf: chosen } });
  };
  return (
    <>
      <Button
        variant={variant}
        color="gray"
        leftSection={<IconHistory size={14} aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => {
          setChosen((before) => before ?? new Date().toISOString());
          setOpened(!opened);
        }}
      >
        {at === undefined ? t('as_of.open') : t('as_of.other')}
      </Button>
      {/* No popover: the calendar opens in its own layer, and a click in it would close what is below. */}
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('as_of.open')}
        size="sm"
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack gap="xs" align="stretch">
          <Suspense fallback={<TextInput label={t('as_of.at')} disabled />}>
            <InstantInput label={t('as_of.at')} required value={chosen ?? ''} onChange={setChosen} />
          </Suspense>
          <Button disabled={chosen === null} onClick={show}>
            {t('as_of.show')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
