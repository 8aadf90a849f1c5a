import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { paths } from '../paths.ts';
import { useT } from '../words.ts';
import { myApprovals } from './approvals.ts';
import { WaitingApproval } from './WaitingApproval.tsx';

/** What waits for one's approval, the most urgent first; decided where it stands. */
export default function Inbox() {
  const t = useT();
  const found = useQuery(myApprovals);
  useEffect(() => {
    document.title = `${t('menu.approvals')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  const { items } = found.data;
  return (
    <Stack p="md" gap="sm" maw={920}>
      <div>
        <Title order={1} size="h3">
          {t('menu.approvals')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('approvals.hint')}{' '}
          <Anchor size="sm" underline="always" renderRoot={(p) => <Link {...p} to={paths.account} />}>
            {t('approvals.away')}
          </Anchor>
        </Text>
      </div>
      {items.length === 0 ? (
        <Paper>
          <Empty title={t('approvals.nothing')}>
            <Text size="sm" c="dimmed" ta="center">
              {t('approvals.nothing_hint')}
            </Text>
          </Empty>
        </Paper>
      ) : (
        items.map((item) => (
          <Paper p="md" key={`${item.id}${item.step}`}>
            <WaitingApproval item={item} />
          </Paper>
        ))
      )}
    </Stack>
  );
}
