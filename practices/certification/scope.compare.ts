import type { Tx } from '../../platform/db/tx.ts';
import type { Certificate } from './certificate.fields.ts';

/** Where a certificate and the scope in force part. */
export type Part = {
  readonly kind:
    | 'no_scope'
    | 'other_edition'
    | 'holder'
    | 'service_not_certified'
    | 'service_not_in_scope'
    | 'site_not_certified'
    | 'site_not_in_scope'
    | 'words';
  readonly name: string;
};

type Row = {
  readonly id: string;
  readonly number: string;
  readonly organisationName: string | null;
  readonly statementEn: string | null;
  readonly statementZh: string | null;
  readonly parts: readonly Part[];
};

const text = `
  select r.id, r.number, s.organisation_name as "organisationName", s.statement_en as "statementEn", s.statement_zh as "statementZh",
    coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'name', n.title) order by x.kind, n.number) from (
      select 'service_not_certified' as kind, unnest(s.service_ids) as id where cardinality($1::uuid[]) > 0
      except select 'service_not_certified', unnest($1::uuid[])
      union all (select 'service_not_in_scope', unnest($1::uuid[]) except select 'service_not_in_scope', unnest(s.service_ids))
      union all (select 'site_not_certified', unnest(s.site_ids) where cardinality($2::uuid[]) > 0 except select 'site_not_certified', unnest($2::uuid[]))
      union all (select 'site_not_in_scope', unnest($2::uuid[]) except select 'site_not_in_scope', unnest(s.site_ids || s.unit_ids))
    ) x join record n on n.id = x.id), '[]') as parts
  from scope_statement s join record r on r.id = s.id where r.state = 'in_force' order by s.edition desc limit 1`;

const same = (one: string, other: string) => plain(one) === plain(other);
const plain = (words: string) => words.normalize('NFKC').toLowerCase().replaceAll(/[\s\p{P}]+/gu, ''); // prettier-ignore

/** The certificate beside the scope in force: by name where it names services and sites, and by its words. */
export async function compareWithScope(
  tx: Tx,
  one: Pick<
    Certificate,
    'scopeStatementId' | 'serviceIds' | 'siteIds' | 'holder' | 'scopeText' | 'scopeTextZh'
  >,
) {
  const [scope] = await tx.run<Row>('certificate_scope', text, [one.serviceIds ?? [], one.siteIds ?? []]);
  if (!scope) return { scope: null, differences: [{ kind: 'no_scope', name: '' }] satisfies Part[] };
  const { parts, ...said } = scope;
  const differences: Part[] = [];
  if (one.scopeStatementId !== null && one.scopeStatementId !== scope.id)
    differences.push({ kind: 'other_edition', name: scope.number });
  if (one.holder !== null && scope.organisationName !== null && !same(one.holder, scope.organisationName))
    differences.push({ kind: 'holder', name: scope.organisationName });
  differences.push(...parts);
  for (const [paper, statement] of [
    [one.scopeText, scope.statementEn],
    [one.scopeTextZh, scope.statementZh],
  ] as const)
    if (paper !== null && statement !== null && !same(paper, statement))
      differences.push({ kind: 'words', name: statement });
  return { scope: said, differences };
}
