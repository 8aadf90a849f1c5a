import { Anchor, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useRequirements } from '../field/RequirementInput.tsx';
import { useT } from '../words.ts';

/** Each requirement that a page serves, as the catalogue says it, with what an auditor asks about it. */
export default function Requirements({
  of,
  cols,
}: {
  readonly of: readonly string[];
  readonly cols: number;
}) {
  const t = useT();
  const found = useRequirements();
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={80} />;
  return (
    <SimpleGrid cols={{ base: 1, md: cols }} spacing="md" verticalSpacing="sm">
      {of.map((id) => {
        const told = found.data.items.find(({ requirement }) => requirement === id);
        return (
          <div key={id}>
            <Text size="xs" c="dimmed">
              <Anchor size="xs" fw={600} renderRoot={(props) => <Link {...props} to={`/readiness/${id}`} />}>
                {id}
              </Anchor>{' '}
              {told?.title}
            </Text>
            {told && (
              <>
                <Text size="sm">{told.text}</Text>
                <Text size="xs" c="dimmed" mt={2}>
                  {t('guidance.asked', { question: told.question })}
                </Text>
              </>
            )}
          </div>
        );
      })}
    </SimpleGrid>
  );
}
