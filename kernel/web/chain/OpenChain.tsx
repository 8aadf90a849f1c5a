import { Anchor, Group } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MetaType } from '../contract.ts';
import { paths } from '../paths.ts';
import { useT } from './words.ts';

export function OpenChain({ meta, number }: { meta: MetaType; number: string }) {
  const t = useT();
  return (
    <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.chain(meta.plural, number)} />}>
      <Group gap={6}>
        <IconRoute size={14} aria-hidden />
        {t('chain.title')}
      </Group>
    </Anchor>
  );
}
