import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useSiteWords } from './site.web.ts';

const columns = ['state', 'siteId', 'ruleId', 'ownerId', 'adoptBy', 'adoptedOn', 'exemptionUntil'];

export default function AdoptionQueue() {
  const t = useSiteWords();
  const actions = (
    <Button variant="default" leftSection={<IconTable size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to="/site-governance" />}>
      {t('site_page.stands.drift')}
    </Button>
  );
  return <RecordQueue type="rule-adoption" columns={columns} actions={actions} />;
} // prettier-ignore
