import { Badge, Tooltip } from '@mantine/core';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../platform/ui/api.ts';
import type { Present } from '../../presence/presence.ts';
import type { MetaType } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys, useMe } from '../queries.ts';
import { useT } from '../words.ts';
import { useIsTyping } from './useIsTyping.ts';

const beatMs = 15_000;

/** Colleagues who have the same record open, and whether one of them is writing: two answers to one customer are avoided. */
export function Presence({ meta, number }: { meta: MetaType; number: string }) {
  const t = useT();
  const colleague = useMe().roles.some(({ role }) => role !== 'user' && role !== 'customer-contact');
  const path = `${endpoints.record(meta.plural, number)}/presence`;
  const editing = useIsTyping();
  const key = [...keys.record(meta.type, number), 'presence'];
  const found = useQuery({
    // Not below the record's key: every live event of the record would ask for it again.
    queryKey: ['presence', ...key, editing],
    placeholderData: keepPreviousData,
    queryFn: () => api.put<{ items: readonly Present[] }>(path, { editing }),
    refetchInterval: beatMs,
    enabled: colleague,
    retry: false,
  });
  useEffect(() => {
    if (!colleague) return undefined;
    const gone = () =>
      void fetch(`/api/v1${path}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
    window.addEventListener('pagehide', gone);
    return () => {
      window.removeEventListener('pagehide', gone);
      gone();
    };
  }, [path, colleague]);
  const others = found.data?.items ?? [];
  if (others.length === 0) return null;
  return (
    <span role="status" style={{ display: 'inline-flex', gap: 4 }}>
      {others.map((other) => {
        const words = t(other.editing ? 'presence.editing' : 'presence.looking', { name: other.name });
        return (
          <Tooltip key={other.id} label={words}>
            <Badge
              variant="light"
              color={other.editing ? 'orange' : 'gray'}
              leftSection={
                other.editing ? <IconPencil size={12} aria-hidden /> : <IconEye size={12} aria-hidden />
              }
              aria-label={words}
              tt="none"
            >
              {other.name}
            </Badge>
          </Tooltip>
        );
      })}
    </span>
  );
}
