import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { ReferencePicker } from '../field/ReferencePicker.tsx';
import { keys } from '../queries.ts';
import { useT } from '../words.ts';
import type { Seat } from './approvals.ts';

/** In the place of an approver who is no longer in use, and for whom the rule found nobody. */
export function NameApprover({ type, id, seat }: { type: string; id: string; seat: Seat }) {
  const t = useT();
  const problem = useProblemWords();
  const client = useQueryClient();
  const [personId, setPerson] = useState<string | null>(null);
  const name = useMutation({
    mutationFn: () => api.post(`/approvals/${id}/approvers`, { insteadOf: seat.id, personId }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.type(type) }),
  });
  const { byField } = fieldErrors(name.error, ['personId']);
  return (
    <Group gap="xs" align="flex-end" mt={4} ml={24}>
      <ReferencePicker
        to={['person']}
        label={t('approvals.instead_of', { name: seat.name })}
        value={personId}
        error={byField['personId'] ?? (name.error ? problem(name.error) : undefined)}
        onChange={(next) => setPerson(next)}
      />
      <Button
        variant="default"
        disabled={personId === null}
        loading={name.isPending}
        onClick={() => name.mutate()}
      >
        {t('approvals.name_approver')}
      </Button>
    </Group>
  );
}
