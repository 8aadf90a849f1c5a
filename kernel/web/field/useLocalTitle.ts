import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { text, type ListPage, type Ref } from '../contract.ts';
import { keys, useMeta } from '../queries.ts';

/** Reference data with a name in each language: its title is the English one, `titleZh` the other. */
const bilingual = new Set(['ci-class']);
export const isBilingual = (type: string) => bilingual.has(type);

type Named = Pick<Ref, 'type' | 'number' | 'title'>;

/** What a record of such a type is called in the reader's language; of any other type, its title. */
export function useLocalTitle(types: readonly string[]): (ref: Named) => string {
  const language = useLanguage();
  const asked = useMeta().types.find(({ type }) => types.includes(type) && bilingual.has(type));
  const names = useQuery({
    queryKey: [...keys.lists(asked?.type ?? ''), 'local-titles'],
    enabled: language === 'zh-CN' && asked !== undefined,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const page = await api.get<ListPage>(
        `/${asked?.plural ?? ''}${writeQuery({ limit: 200, fields: 'title,titleZh' })}`,
        signal,
      );
      return Object.fromEntries(page.items.map((row) => [row.number, text(row, 'titleZh')]));
    },
  }).data;
  return (ref) => names?.[ref.number] || ref.title;
}
