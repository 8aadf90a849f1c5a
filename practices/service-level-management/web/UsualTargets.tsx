import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Sector } from '../../../kernel/practice/kind.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Targets } from '../targets.schema.ts';
import type words from './words.en.ts';

type Templates = {
  readonly sector: Sector | null;
  readonly items: readonly { readonly sector: Sector; readonly targets: Targets }[];
};

/** What organisations of a kind usually promise; one's own kind stands first. */
export function UsualTargets({ onChoose }: { readonly onChoose: (targets: Targets) => void }) {
  const t = useWords<typeof words>();
  const found = useQuery({
    queryKey: ['agreement-templates'],
    queryFn: ({ signal }) => api.get<Templates>('/agreement-templates', signal),
    staleTime: 60_000,
  });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-xs" variant="default" loading={found.isPending} disabled={!found.data}>
          {t('agreement_page.usual')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {found.data?.items.map(({ sector, targets }) => (
          <Menu.Item
            key={sector}
            fw={sector === found.data.sector ? 650 : 450}
            onClick={() => onChoose(targets)}
          >
            {t(`agreement_page.sector.${sector}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
