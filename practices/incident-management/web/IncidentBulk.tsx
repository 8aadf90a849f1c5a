import { Button } from '@mantine/core';
import { useState } from 'react';
import { LinkChosenDialog } from './MassDialogs.tsx';
import { useMajorWords } from './major.web.ts';

/** In the queue: the chosen incidents under one parent, as one job. */
export function IncidentBulk({ numbers, onDone }: { numbers: readonly string[]; onDone: () => void }) {
  const t = useMajorWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('mass.link_chosen')}
      </Button>
      {open && <LinkChosenDialog numbers={numbers} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}
