import { z } from 'zod';
import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';

type Row = {
  kind: string;
  title: string;
  service: string | null;
  need: number | null;
  available: number | null;
  unit: string | null;
  decision: string | null;
};

/** 6.3, 7.1: people, technology, information and money of a year. */
const plan = defineBlock({
  key: 'resource-plan',
  words: { en, 'zh-CN': zh },
  params: z.object({ year: z.coerce.number().int().min(2000).max(2199).optional() }),
  render: async ({ tx, say, house }, { year }) => {
    const rows = await tx.run<Row>(
      'live_resources',
      `select t.resource_class as kind, r.title, s.title as service, t.need, t.available, t.unit, t.decision from resource_need t
       join record r on r.id = t.id left join record s on s.id = r.service_id where t.year = $1 order by t.resource_class, r.number limit 300`,
      [year ?? new Date(house.now()).getUTCFullYear()],
    );
    const column = (key: string) => say(`resource_need.field.${key}`);
    return table(
      [column('resourceClass'), column('title'), column('serviceId'), column('need'), column('available'), column('decision')],
      rows.map((row) => [
        say(`resource_need.option.resourceClass.${row.kind}`), row.title, row.service, `${row.need ?? ''} ${row.unit ?? ''}`, row.available,
        row.decision === null ? '' : say(`resource_need.option.decision.${row.decision}`),
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

export const resourceBlocks: readonly LiveBlock[] = [plan];
