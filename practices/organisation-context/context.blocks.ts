import { z } from 'zod';
import { BlockFault, defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import { contextIssue } from './context-issue.record.ts';
import blocksEn from './i18n/blocks.en.ts';
import blocksZh from './i18n/blocks.zh-CN.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { obligation } from './obligation.record.ts';
import { before } from './scope.versions.ts';
import { scopeStatement } from './scope-statement.record.ts';

const own = { en, 'zh-CN': zh };
const words = { en: merge(en, blocksEn), 'zh-CN': merge(zh, blocksZh) };

type Issue = {
  factor: string;
  title: string;
  consequence: string | null;
  effect: string | null;
  reviewed: string | null;
};

/** 4.1, and the answer of Amendment 1 with its reason. */
const issues = defineBlock({
  key: 'context-issues',
  words,
  params: z.object({ side: z.enum(['external', 'internal']).optional() }),
  render: async ({ tx, say }, { side }) => {
    const rows = await tx.run<Issue>(
      'live_context_issues',
      `select t.factor, r.title, t.consequence, t.effect, t.reviewed_on::text as reviewed from context_issue t join record r on r.id = t.id
       where r.state = 'active' and t.factor <> 'climate' and ($1::text is null or t.side = $1) order by t.side, t.factor, r.number limit 500`,
      [side ?? null],
    );
    const column = (key: string) => say(`context_issue.field.${key}`);
    return table(
      [column('factor'), column('title'), column('consequence'), column('effect'), column('reviewedOn')],
      rows.map((row) => [
        say(`context_issue.option.factor.${row.factor}`), row.title, row.consequence,
        row.effect === null ? '' : say(`context_issue.option.effect.${row.effect}`), row.reviewed,
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

const climate = defineBlock({
  key: 'climate-decision',
  words,
  render: async ({ tx, say }) => {
    const [row] = await tx.run<{ relevance: string; rationale: string; on: string; by: string | null }>(
      'live_climate',
      `select t.relevance, t.rationale, t.decided_on::text as on, p.title as by from context_issue t join record r on r.id = t.id
       left join record p on p.id = t.decided_by_id where t.factor = 'climate' and t.relevance is not null and r.state = 'active' limit 1`,
    );
    if (!row) return `*${say('live_block.climate_decision.undecided')}*`;
    return `**${say(`context_issue.option.relevance.${row.relevance}`)}** (${row.by ?? ''}, ${row.on}): ${row.rationale}`;
  },
});

type Party = { kind: string; title: string; stake: string | null; channel: string | null; wants: string[] };

const parties = defineBlock({
  key: 'interested-parties',
  words,
  render: async ({ tx, say }) => {
    const rows = await tx.run<Party>(
      'live_interested_parties',
      `select t.kind, r.title, t.stake, t.channel, array(select q.title || case when cardinality(pr.answered_by_ids) = 0 then ''
           else ' (' || (select string_agg(a.title, ', ' order by a.number) from record a where a.id = any(pr.answered_by_ids)) || ')' end
           from party_requirement pr join record q on q.id = pr.id where pr.party_id = t.id and q.state = 'binding' order by q.number) as wants
       from interested_party t join record r on r.id = t.id where r.state = 'active' order by r.number limit 500`,
    );
    const column = (key: string) => say(`interested_party.field.${key}`);
    return table(
      [column('title'), column('stake'), say('party_requirement.plural'), column('channel')],
      rows.map((row) => [row.title, row.stake, row.wants.join('; '), row.channel]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

type Kept = {
  title: string;
  reference: string | null;
  bearing: string | null;
  result: string | null;
  on: string | null;
  owner: string | null;
};

const obligations = defineBlock({
  key: 'obligations',
  words,
  render: async ({ tx, say }) => {
    const rows = await tx.run<Kept>(
      'live_obligations',
      `select r.title, t.reference, t.bearing, t.result, t.evaluated_on::text as on, o.title as owner from obligation t
       join record r on r.id = t.id left join record o on o.id = r.owner_id where r.state = 'applicable' order by r.number limit 500`,
    );
    const column = (key: string) => say(`obligation.field.${key}`);
    return table(
      [column('title'), column('reference'), column('bearing'), column('ownerId'), column('result'), column('evaluatedOn')],
      rows.map((row) => [row.title, row.reference, row.bearing, row.owner, row.result === null ? '' : say(`obligation.option.result.${row.result}`), row.on]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

/** The sentence that stands on the certificate, as it was approved. */
const statement = defineBlock({
  key: 'scope-statement',
  words,
  render: async ({ tx, language }) => {
    const scope = await before(tx);
    const text = language === 'zh-CN' ? scope?.statementZh : scope?.statementEn;
    if (!text) throw new BlockFault('live_block.no_scope');
    return text;
  },
});

export const contextBlocks: readonly LiveBlock[] = [
  processBlock(contextIssue, own),
  processBlock(scopeStatement, own),
  processBlock(obligation, own),
  issues,
  climate,
  parties,
  obligations,
  statement,
];
