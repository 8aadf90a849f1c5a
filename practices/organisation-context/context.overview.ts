import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { House } from '../../kernel/practice/house.ts';
import { differencesOf } from './scope.differences.ts';
import { before, inWork } from './scope.versions.ts';

type Counts = { readonly open: number; readonly active: number; readonly overdue: number };

const counted = (type: string, table: string, due: string, active: string) =>
  `select '${type}' as type, count(*) filter (where r.state not in ('retired', 'ended', 'set_aside', 'not_applicable'))::integer as open,
     count(*) filter (where r.state = '${active}')::integer as active,
     count(*) filter (where r.state = '${active}' and ${due} < $1::date)::integer as overdue
   from ${table} t join record r on r.id = t.id`;

const counts = [
  counted('context-issue', 'context_issue', 't.review_due_on', 'active'),
  counted('interested-party', 'interested_party', 't.review_due_on', 'active'),
  counted('party-requirement', 'party_requirement', 'null::date', 'binding'),
  counted('obligation', 'obligation', 't.evaluation_due_on', 'applicable'),
].join(' union all ');

/** The state of clause 4 on one page. */
export async function contextOverview(tx: Tx, house: House) {
  const today = dayIn(house.reference.settings, house.now());
  const rows = await tx.run<Counts & { type: string }>('context_counts', counts, [today]);
  const bySide = await tx.run<{ side: string; n: number }>(
    'context_sides',
    `select t.side, count(*)::integer as n from context_issue t join record r on r.id = t.id where r.state = 'active' group by 1`,
  );
  const kinds = await tx.run<{ kind: string; n: number }>(
    'context_party_kinds',
    `select t.kind, count(*)::integer as n from interested_party t join record r on r.id = t.id where r.state = 'active' group by 1`,
  );
  const results = await tx.run<{ result: string | null; n: number }>(
    'context_results',
    `select t.result, count(*)::integer as n from obligation t join record r on r.id = t.id where r.state = 'applicable' group by 1`,
  );
  const [climate] = await tx.run<{ number: string; relevance: string | null; rationale: string | null; decidedOn: string | null; by: string | null; dueOn: string | null }>(
    'context_climate',
    `select r.number, t.relevance, t.rationale, t.decided_on::text as "decidedOn", p.title as by, t.review_due_on::text as "dueOn"
     from context_issue t join record r on r.id = t.id left join record p on p.id = t.decided_by_id
     where t.factor = 'climate' and r.state <> 'retired' order by r.id limit 1`,
  );
  const scope = await before(tx);
  return {
    today,
    counts: Object.fromEntries(rows.map(({ type, ...n }) => [type, n])),
    sides: Object.fromEntries(bySide.map(({ side, n }) => [side, n])),
    kinds: Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])),
    results: Object.fromEntries(results.map(({ result, n }) => [result ?? 'none', n])),
    climate: climate ?? null,
    scope: scope === undefined ? null : {
      number: scope.number,
      title: scope.title,
      edition: scope.edition,
      approvedAt: scope.approvedAt,
      statement: { en: scope.statementEn, 'zh-CN': scope.statementZh },
      differences: (await differencesOf(tx, scope)).length,
    },
    inWork: (await inWork(tx)) ?? null,
  };
} // prettier-ignore
