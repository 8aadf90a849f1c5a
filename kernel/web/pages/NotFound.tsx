import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../../platform/ui/States.tsx';
import { paths } from '../paths.ts';
import { useT } from '../words.ts';

export function NotFound() {
  const t = useT();
  return (
    <Empty title={t('shell.not_found')}>
      <Text size="sm" c="dimmed" ta="center">
        {t('shell.not_found_hint')}
      </Text>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to={paths.home} />}>
        {t('menu.dashboard')}
      </Anchor>
    </Empty>
  );
}
