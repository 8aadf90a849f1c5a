import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListPage } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useLanguage, useWords } from '../../../platform/ui/words.ts';
import type { AllowedRelation, Attribute } from '../class.fields.ts';
import type { RelationKind } from '../relation.kinds.ts';
import type record from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useConfigurationWords = useWords<typeof pages>;
export const useItemWords = useWords<typeof record>;

export type ClassRow = {
  readonly id: string;
  readonly number: string;
  readonly key: string;
  readonly title: string;
  readonly titleZh: string;
  readonly parentId: string | null;
  readonly attributes: readonly Attribute[];
  readonly relations: readonly AllowedRelation[] | null;
  readonly abstract: boolean;
  readonly state: string;
};

/** Every class, with its name in the reader's language. */
export function useClasses() {
  const language = useLanguage();
  const found = useQuery({
    queryKey: [...keys.lists('ci-class'), 'all'],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const page = await api.get<ListPage>(`/ci-classes${writeQuery({ limit: '200', sort: 'number' })}`, signal);
      return page.items as unknown as readonly ClassRow[];
    },
  });
  const classes = found.data ?? [];
  const nameOf = (one: ClassRow) => (language === 'zh-CN' ? one.titleZh : one.title);
  const lineage = (id: unknown): readonly ClassRow[] => {
    const line: ClassRow[] = [];
    for (let at = classes.find((c) => c.id === id); at && !line.includes(at); ) {
      line.push(at);
      const parent = at.parentId;
      at = classes.find((c) => c.id === parent);
    }
    return line;
  };
  return {
    ready: found.isSuccess,
    classes,
    nameOf,
    keyName: (key: string) => {
      const one = classes.find((c) => c.key === key);
      return one ? nameOf(one) : key;
    },
    attributesOf: (id: unknown): readonly Attribute[] => {
      const byKey = new Map<string, Attribute>();
      for (const { attributes } of lineage(id).toReversed())
        for (const attribute of attributes) byKey.set(attribute.key, attribute);
      return [...byKey.values()];
    },
    kindsOf: (id: unknown): readonly RelationKind[] | undefined =>
      lineage(id).find((c) => c.relations !== null)?.relations?.map((r) => r.kind),
  };
} // prettier-ignore

export type GraphNode = {
  readonly id: string;
  readonly type: 'ci' | 'service';
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly classKey: string;
};
export type RelationRow = {
  readonly id: string;
  readonly direction: 'out' | 'in';
  readonly kind: RelationKind;
  readonly redundancyGroup: string | null;
  readonly groupNeeds: number;
  readonly since: string;
  readonly until: string | null;
  readonly source: string | null;
  readonly other: GraphNode;
};
export const relationsKey = (number: string) => [...keys.record('ci', number), 'relations'] as const;
export const useRelations = (number: string, ended: boolean) =>
  useQuery({
    queryKey: [...relationsKey(number), ended],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get<{ items: readonly RelationRow[]; nextOffset: number | null }>(
        `/configuration/relations${writeQuery({ of: number, ended: String(ended) })}`,
        signal,
      ),
  });

export type ImpactItem = GraphNode & {
  readonly depth: number;
  readonly status: 'stops' | 'degraded' | 'needed' | 'one_of';
  readonly kind: RelationKind;
  readonly path: readonly ({
    readonly number: string;
    readonly title: string;
    readonly type: string;
  } | null)[];
};
export type Impact = {
  readonly total: number;
  readonly depth: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly tallies: readonly { readonly classKey: string; readonly state: string; readonly n: number }[];
  readonly items: readonly ImpactItem[];
  readonly nextOffset: number | null;
}; // prettier-ignore
export type ImpactQuery = {
  readonly of: string;
  readonly direction: 'up' | 'down';
  readonly kinds: string;
  readonly at: string;
};
const given = (asked: ImpactQuery) =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
export const impactCsvPath = (asked: ImpactQuery) =>
  `/api/v1/configuration/impact.csv${writeQuery(given(asked))}`;
export const useImpact = (asked: ImpactQuery, limit: number) =>
  useQuery({
    queryKey: [...keys.record('ci', asked.of), 'impact', asked, limit],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get<Impact>(
        `/configuration/impact${writeQuery({ ...given(asked), limit: String(limit) })}`,
        signal,
      ),
  });

export type DrawnGraph = {
  readonly seeds: readonly string[];
  readonly nodes: readonly (GraphNode & { readonly depth: number; readonly hidden: number })[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly kind: RelationKind; readonly to: string }[];
  readonly cut: boolean;
}; // prettier-ignore
export const fetchGraph = (of: string, depth: number, at: string, signal?: AbortSignal) =>
  api.get<DrawnGraph>(
    `/configuration/graph${writeQuery({ of, depth: String(depth), limit: '2000', ...(at === '' ? {} : { at }) })}`,
    signal,
  );

type Told = {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly classKey: string;
};
type Line = {
  readonly from: { readonly type: string; readonly number: string; readonly title: string } | null;
  readonly kind: RelationKind;
  readonly to: { readonly type: string; readonly number: string; readonly title: string } | null;
};
export type Comparison = {
  readonly added: readonly Told[];
  readonly removed: readonly Told[];
  readonly changed: readonly (Told & {
    readonly changes: readonly {
      readonly field: string;
      readonly before: unknown;
      readonly after: unknown;
    }[];
  })[];
  readonly relationsAdded: readonly Line[];
  readonly relationsRemoved: readonly Line[];
  readonly cut: boolean;
};
export const useComparison = (number: string, other: string) =>
  useQuery({
    queryKey: [...keys.record('baseline', number), 'comparison', other],
    queryFn: ({ signal }) =>
      api.get<Comparison>(
        `/baselines/${encodeURIComponent(number)}/comparison${writeQuery(other === '' ? {} : { with: other })}`,
        signal,
      ),
  });

/** Counted over all its rows, so it comes later than what differs. */
export const useIntact = (number: string) =>
  useQuery({
    queryKey: [...keys.record('baseline', number), 'integrity'],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      api.get<{ intact: boolean }>(`/baselines/${encodeURIComponent(number)}/integrity`, signal),
  });

export const placeOf = ({ type, number }: { readonly type: string; readonly number: string }) =>
  `/${type === 'service' ? 'services' : 'configuration-items'}/${encodeURIComponent(number)}`;
