import { defineBlock, type Drawing, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import { amountIn } from './amount.ts';
import type { Direction, Unit } from './figures.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { serviceReport } from './service-report.record.ts';

const words = { en, 'zh-CN': zh };
const most = 200;

/** 9.1 a, as a table: what is measured how, when, by whom, against what. */
const plan = defineBlock({
  key: 'measurement-plan',
  words,
  render: async ({ tx, say, language }) => {
    const rows = await tx.run<{ key: string | null; title: string; method: string | null; frequency: string; every: string; analyst: string | null; unit: Unit | null; target: number | null; direction: Direction }>(
      'block_measurements',
      `select t.measure_key as key, r.title, t.method, t.frequency, t.evaluated_every as every, a.title as analyst, t.unit, t.target, t.direction
       from measurement t join record r on r.id = t.id left join record a on a.id = t.analyst_id where r.state = 'in_force' order by t.measure_key, r.id limit ${most}`,
    );
    const field = (name: string) => say(`measurement.field.${name}`);
    return table(
      [field('title'), field('method'), field('frequency'), field('evaluatedEvery'), field('analystId'), field('target')],
      rows.map((row) => [
        row.title, methodOf(row, say), say(`measurement.option.frequency.${row.frequency}`), say(`measurement.option.evaluatedEvery.${row.every}`), row.analyst,
        row.target === null || row.unit === null ? say(`measurement.option.direction.observe`) : `${row.direction === 'at_most' ? '≤' : '≥'} ${amountIn(language, row.unit, row.target)}`,
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

/** How a figure is computed is its formula; how another one is found, whoever planned it wrote down. */
function methodOf({ key, method }: { key: string | null; method: string | null }, say: Drawing['say']): string {
  if (key === null) return method ?? '';
  const name = key.replace('.', '.formula.');
  const formula = say(name);
  return formula === name ? (method ?? '') : formula;
} // prettier-ignore

/** 9.4 a: the list of reports with what each is for. */
const reports = defineBlock({
  key: 'service-reports',
  words,
  render: async ({ tx, say }) => {
    const rows = await tx.run<{ title: string; purpose: string | null; audience: string; customer: string | null; frequency: string; owner: string | null; recipients: string | null }>(
      'block_reports',
      `select r.title, t.purpose, t.audience, c.title as customer, t.frequency, o.title as owner,
         (select string_agg(p.title, ', ' order by p.title) from record p where p.id = any(t.recipient_ids)) as recipients
       from report_definition t join record r on r.id = t.id left join record c on c.id = r.customer_id left join record o on o.id = r.owner_id
       where r.state = 'in_force' order by t.audience, r.id limit ${most}`,
    );
    const field = (name: string) => say(`report_definition.field.${name}`);
    return table(
      [field('title'), field('purpose'), field('audience'), field('frequency'), field('ownerId'), field('recipientIds')],
      rows.map((row) => [
        row.title, row.purpose, row.customer ?? say(`report_definition.option.audience.${row.audience}`), say(`report_definition.option.frequency.${row.frequency}`), row.owner, row.recipients,
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

export const reportBlocks: readonly LiveBlock[] = [plan, reports, processBlock(serviceReport, words)];
