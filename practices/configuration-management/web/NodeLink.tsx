import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { placeOf } from './configuration.web.ts';

/** An item or a service by its name, with its number beside it. */
export function NodeLink({ node }: { readonly node: { readonly type: string; readonly number: string; readonly title: string } }) {
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to={placeOf(node)} />}>
        {node.title}
      </Anchor>{' '}
      <Text span size="xs" c="dimmed">
        {node.number}
      </Text>
    </Text>
  );
} // prettier-ignore
