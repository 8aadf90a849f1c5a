import { Button, Group } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { text } from '../../../kernel/web/contract.ts';
import type { BesideProps } from '../../../kernel/web/practice-web.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useSiteWords } from './site.web.ts';

/** Beside a branch: what it has of the group's system. */
export default function FromSite({ record }: BesideProps) {
  const t = useSiteWords();
  if (useMetaType('rule-adoption').visible !== true || text(record, 'kind') !== 'branch') return null;
  return (
    <Group px="xs">
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconBuildingCommunity size={15} aria-hidden />}
        renderRoot={(p) => <Link {...p} to={`/site-governance/sites/${record.id}`} />}
      >
        {t('site_page.stands.title')}
      </Button>
    </Group>
  );
}
