import { Anchor, Badge, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { useReportingWords, type Value } from './reporting.web.ts';

export function Verdict({ met }: { readonly met: boolean | null }) {
  const t = useReportingWords();
  if (met === null) return null;
  return (
    <Badge color={met ? 'teal' : 'red'}>
      {t(met ? 'reporting_page.values.met' : 'reporting_page.values.missed')}
    </Badge>
  );
}

const parts = ['all', 'numerator', 'rest', 'excluded'] as const;

/** The lists that open behind a figure. */
export function Records({ records, only }: { readonly records: Value['records']; readonly only?: 'all' }) {
  const t = useReportingWords();
  return (
    <Group gap={8}>
      {parts.map((part) => {
        const path = records[part];
        return path === undefined || (only !== undefined && part !== only) ? null : (
          <Anchor key={part} size="xs" renderRoot={(p) => <Link {...p} {...recordsLink(path)} />}>
            {t(`reporting_page.records.${part}`)}
          </Anchor>
        );
      })}
    </Group>
  );
}
