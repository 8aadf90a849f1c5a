import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MetaType } from '../contract.ts';
import { paths } from '../paths.ts';
import { useLabels } from '../words.ts';

/** Where a record stands: its list, and its number in it. */
export function Crumb({ meta, number }: { meta: MetaType; number: string }) {
  const labels = useLabels();
  return (
    <>
      <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.queue(meta.plural)} />}>
        {labels.plural(meta.type)}
      </Anchor>
      <Text size="xs" c="dimmed">
        /
      </Text>
      <Text size="xs" fw={600}>
        {number}
      </Text>
    </>
  );
}
