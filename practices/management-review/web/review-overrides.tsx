import { Text } from '@mantine/core';
import type { FieldOverrides } from '../../../kernel/web/field/override.ts';
import { useReviewWords } from './review.web.ts';

/** What the page draws itself is not spelled out again in the history. */
function Elsewhere() {
  const t = useReviewWords();
  return (
    <Text size="sm" c="dimmed">
      {t('review_page.elsewhere')}
    </Text>
  );
}

const drawn = { Value: Elsewhere };
export const overrides: FieldOverrides = {
  inputs: drawn,
  inputNotes: drawn,
  attendance: drawn,
  decisions: drawn,
  minutes: drawn,
  items: drawn,
};
