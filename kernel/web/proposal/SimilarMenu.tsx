import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDotsVertical, IconLink, IconSubtask } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import type { MetaAction, MetaType, Similar, Whole } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys } from '../queries.ts';
import { ActionModal } from '../record/ActionModal.tsx';
import { useAction } from '../record/useAction.ts';
import { useT } from '../words.ts';
import { useProposalT } from './proposals.ts';

type Props = { readonly meta: MetaType; readonly record: Whole; readonly item: Similar };

/** What can be made of a likeness: a link, and where the type has such actions a child or a duplicate. */
export function SimilarMenu({ meta, record, item }: Props) {
  const t = useProposalT();
  const words = useT();
  const complain = useComplain();
  const client = useQueryClient();
  const [duplicate, setDuplicate] = useState<MetaAction>();
  const link = useMutation({
    mutationFn: () =>
      api.post(`${endpoints.record(meta.plural, record.number)}/links`, { kind: 'related', to: item.number }),
    onError: complain,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.record(meta.type, record.number) });
      celebrate(words('links.added', { number: item.number }));
    },
  });
  const may = (name: string) =>
    record.can[name]?.ok === true ? meta.actions.find((a) => a.name === name) : undefined;
  const toParent = may('set_parent');
  const toDuplicate = may('mark_duplicate');
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            size="sm"
            aria-label={t('proposal.actions_of', { number: item.number })}
            loading={link.isPending}
          >
            <IconDotsVertical size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={14} aria-hidden />} onClick={() => link.mutate()}>
            {t('proposal.as_related')}
          </Menu.Item>
          {toParent && <ChildItem meta={meta} record={record} item={item} action={toParent} />}
          {toDuplicate && (
            <Menu.Item
              leftSection={<IconCopy size={14} aria-hidden />}
              onClick={() => setDuplicate(toDuplicate)}
            >
              {t('proposal.as_duplicate')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {duplicate && (
        <ActionModal
          meta={meta}
          action={duplicate}
          row={record}
          can={record.can[duplicate.name] ?? { ok: true }}
          refs={{ ...record.refs, [item.id]: { type: meta.type, ...item } }}
          initial={{ parentId: item.id }}
          onClose={() => setDuplicate(undefined)}
        />
      )}
    </>
  );
}

function ChildItem({ meta, record, item, action }: Props & { readonly action: MetaAction }) {
  const t = useProposalT();
  const complain = useComplain();
  const act = useAction(meta, record.number, action);
  return (
    <Menu.Item
      leftSection={<IconSubtask size={14} aria-hidden />}
      onClick={() => act.mutate({ parentId: item.id }, { onError: complain })}
    >
      {t('proposal.as_child')}
    </Menu.Item>
  );
}
