import { z } from 'zod';
import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import { criteriaNow } from './criteria.ts';
import blocksEn from './i18n/blocks.en.ts';
import blocksZh from './i18n/blocks.zh-CN.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { categories } from './risk.fields.ts';
import { risk } from './risk.record.ts';

const words = { en: merge(en, blocksEn), 'zh-CN': merge(zh, blocksZh) };

/** 6.1.2: the scale and what is accepted by whom. */
const scale = defineBlock({
  key: 'risk-scale',
  words,
  render: ({ house, say, language }) => {
    const { value, version } = criteriaNow(house.reference.settings);
    const column = (key: string) => say(`risk.field.${key}`);
    const rows = value.likelihood.map((step, i) => [
      String(i + 1),
      step[language],
      value.impact[i]?.[language],
    ]);
    const sentence = say('live_block.risk_threshold', {
      medium: value.mediumFrom,
      high: value.highFrom,
      threshold: value.acceptAbove,
      roles: value.acceptors.map((role) => say(`role.${role}`)).join(', '),
      version,
    });
    return `${table(['№', column('likelihood'), column('impact')], rows, say('live_block.none'))}\n\n${sentence}`;
  },
});

type Row = {
  number: string;
  title: string;
  category: string;
  score: number | null;
  residual: number | null;
  treatment: string | null;
  owner: string | null;
  customer: string | null;
};

const register = defineBlock({
  key: 'risk-register',
  words,
  params: z.object({
    kind: z.enum(['risk', 'opportunity']).default('risk'),
    category: z.enum(categories).optional(),
    service: z.string().max(40).optional(),
  }),
  render: async ({ tx, say }, { kind, category, service }) => {
    const rows = await tx.run<Row>(
      'live_risks',
      `select r.number, r.title, t.category, t.score, t.residual_score as residual, t.treatment, o.title as owner, t.customer_impact as customer
       from risk t join record r on r.id = t.id left join record o on o.id = r.owner_id
       where r.state not in ('identified', 'closed') and t.kind = $1 and ($2::text is null or t.category = $2)
         and ($3::text is null or exists (select 1 from record s where s.number = $3 and t.service_ids @> array[s.id]))
       order by coalesce(t.residual_score, t.score) desc, r.number limit 500`,
      [kind, category ?? null, service ?? null],
    );
    const column = (key: string) => say(`risk.field.${key}`);
    return table(
      [column('title'), column('category'), column('score'), column('treatment'), column('residualScore'), column('customerImpact'), column('ownerId')],
      rows.map((row) => [
        `${row.number} ${row.title}`, say(`risk.option.category.${row.category}`), row.score,
        row.treatment === null ? '' : say(`risk.option.treatment.${row.treatment}`), row.residual, row.customer, row.owner,
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

export const riskBlocks: readonly LiveBlock[] = [processBlock(risk, { en, 'zh-CN': zh }), scale, register];
