import { Button } from '@mantine/core';
import { IconTrendingUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance, useResourceWords } from './resource.web.ts';

const columns = [
  'state',
  'year',
  'resourceClass',
  'serviceId',
  'need',
  'available',
  'gap',
  'decision',
  'dueOn',
];

export default function NeedQueue() {
  const t = useResourceWords();
  const guidance = useGuidance('need');
  const actions = (
    <>
      <GuidanceButton {...guidance} />
      <Button variant="default" leftSection={<IconTrendingUp size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.queue('benefit-cases')} />}>
        {t('resource_page.benefits')}
      </Button>
    </>
  );
  return <RecordQueue type="resource-need" columns={columns} actions={actions} />;
} // prettier-ignore
