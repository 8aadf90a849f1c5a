import { z } from 'zod';
import { BlockFault, defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import blocksEn from './i18n/blocks.en.ts';
import blocksZh from './i18n/blocks.zh-CN.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { objective } from './objective.record.ts';
import { partNames } from './plan.fields.ts';
import { serviceManagementPlan } from './plan.record.ts';
import { planInForce } from './plan.versions.ts';
import { systemChange } from './system-change.record.ts';

const own = { en, 'zh-CN': zh };
const words = { en: merge(en, blocksEn), 'zh-CN': merge(zh, blocksZh) };

type Row = { number: string; title: string; level: string; measure: string | null; formula: string | null; unit: string | null; direction: string; baseline: number | null; target: number | null; due: string | null; owner: string | null }; // prettier-ignore

const objectives = defineBlock({
  key: 'objectives',
  words,
  params: z.object({ level: z.enum(['organisation', 'function', 'process', 'service']).optional() }),
  render: async ({ tx, say }, { level }) => {
    const rows = await tx.run<Row>(
      'live_objectives',
      `select r.number, r.title, t.level, t.measure_key as measure, t.formula, t.unit, t.direction, t.baseline, t.target, t.due_on::text as due, o.title as owner
       from objective t join record r on r.id = t.id left join record o on o.id = r.owner_id
       where r.state in ('approved', 'active') and ($1::text is null or t.level = $1) order by r.number limit 500`,
      [level ?? null],
    );
    const column = (key: string) => say(`objective.field.${key}`);
    const unit = (row: Row) => (row.unit === null ? '' : say(`objective.option.unit.${row.unit}`));
    return table(
      [column('title'), column('level'), column('measureKey'), column('baseline'), column('target'), column('ownerId'), column('dueOn')],
      rows.map((row) => [
        row.title, say(`objective.option.level.${row.level}`), row.measure === null ? row.formula : say(row.measure.replace('.', '.measure.')),
        row.baseline, `${row.direction === 'at_most' ? '≤' : '≥'} ${row.target ?? ''} ${unit(row)}`, row.owner, row.due,
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

const plan = defineBlock({
  key: 'objective-plan',
  words,
  render: async ({ tx, say }) => {
    const rows = await tx.run<{ title: string; what: string; resources: string | null; person: string | null; until: string | null; evaluation: string | null }>(
      'live_objective_plan',
      `select r.title, s.value ->> 'what' as what, s.value ->> 'resources' as resources, p.title as person, s.value ->> 'until' as until, t.evaluation
       from objective t join record r on r.id = t.id cross join jsonb_array_elements(t.plan) with ordinality as s(value, at)
       left join record p on p.id = (s.value ->> 'personId')::uuid where r.state in ('approved', 'active') order by r.number, s.at limit 500`,
    );
    const column = (key: string) => say(`objective.plan.${key}`);
    return table(
      [say('objective.name'), column('what'), column('resources'), column('personId'), column('until'), say('objective.field.evaluation')],
      rows.map((row) => [row.title, row.what, row.resources, row.person, row.until, row.evaluation]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

/** One part of the plan in force, as people wrote it. */
const part = defineBlock({
  key: 'management-plan',
  after: 'part',
  words,
  params: z.object({ part: z.enum(partNames as [string, ...string[]]) }),
  render: async ({ tx }, { part: name }) => {
    const current = await planInForce(tx);
    const text = current?.[name as (typeof partNames)[number]];
    if (!text) throw new BlockFault('live_block.no_plan');
    return text;
  },
});

export const objectiveBlocks: readonly LiveBlock[] = [
  processBlock(objective, own),
  processBlock(serviceManagementPlan, own),
  processBlock(systemChange, own),
  objectives,
  plan,
  part,
];
