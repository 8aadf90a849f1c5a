import { Button } from '@mantine/core';
import { IconCoins, IconQrcode, IconTableImport } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import type { Bulk } from '../../../kernel/web/queue/BulkBar.tsx';
import { useT } from './asset.web.ts';
import { ChangeManyDialog } from './ChangeManyDialog.tsx';

const columns = ['state', 'tag', 'kind', 'userId', 'ownerId', 'costCentre', 'location', 'warrantyUntil'];
const bulk: Bulk = (numbers, onDone) => <Chosen numbers={numbers} onDone={onDone} />;

export default function AssetQueue() {
  return <RecordQueue type="asset" columns={columns} bulk={bulk} actions={<Ways />} />;
}

/** Where else one goes from the register; the labels are those of what is listed now. */
function Ways() {
  const t = useT();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const filters = Object.fromEntries(Object.entries(search).filter(([key]) => key.startsWith('filter[')));
  const way = (to: string, words: string, Icon: typeof IconCoins, query = {}) => (
    <Button
      variant="default"
      leftSection={<Icon size={15} aria-hidden />}
      visibleFrom="md"
      renderRoot={(props) => <Link {...props} to={to} search={query} />}
    >
      {words}
    </Button>
  );
  return (
    <>
      {way('/assets/depreciation', t('asset_pages.report'), IconCoins)}
      {way('/assets/labels', t('asset_pages.labels'), IconQrcode, filters)}
      {way(paths.imports, t('asset_pages.import'), IconTableImport)}
    </>
  );
}

function Chosen({ numbers, onDone }: { numbers: readonly string[]; onDone: () => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('asset_pages.change_chosen')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconQrcode size={15} aria-hidden />}
        renderRoot={(props) => (
          <Link {...props} to="/assets/labels" search={{ 'filter[number]': numbers.join(',') }} />
        )}
      >
        {t('asset_pages.labels')}
      </Button>
      {open && <ChangeManyDialog numbers={numbers} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}
