import { Text } from '@mantine/core';
import type { Refs } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { useT, type Line } from './asset.web.ts';

/** Which thing a line is about: by its name, or by the label that the register does not know. */
export function CountedLine({ line, refs }: { line: Line; refs: Refs }) {
  const t = useT();
  const places = [line.tag, line.location ?? line.expectedLocation].filter(Boolean).join(' · ');
  return (
    <div style={{ minWidth: 0 }}>
      {line.assetId === null ? (
        <Text size="sm" fw={550}>
          {t('asset_pages.unknown')}
        </Text>
      ) : (
        <RefLink id={line.assetId} refs={refs} />
      )}
      <Text size="xs" c="dimmed" truncate>
        {places}
      </Text>
    </div>
  );
}
