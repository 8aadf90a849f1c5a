import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { improvement } from './improvement.record.ts';
import { improvementCriteria } from './improvement.settings.ts';

const words = { en, 'zh-CN': zh };
const mostShown = 200;

const criteria = defineBlock({
  key: 'improvement-criteria',
  words,
  render: ({ house, say, language }) => {
    const { items } = house.reference.settings.get(improvementCriteria).value;
    const column = (name: string) => say(`live_block.improvement_criteria.${name}`);
    return table(
      [column('criterion'), column('points'), column('weight')],
      items.map(({ name, hint, weight }) => [name[language], hint[language], weight]),
      say('live_block.none'),
    );
  },
});

/** What is open, the best first. */
const register = defineBlock({
  key: 'improvements',
  words,
  render: async ({ tx, say }) => {
    const rows = await tx.run<Record<'number' | 'title' | 'state' | 'owner' | 'target' | 'score', string | number | null>>(
      'block_improvements',
      `select r.number, r.title, r.state, t.score, o.title as owner, t.target_on::text as target
       from improvement t join record r on r.id = t.id left join record o on o.id = r.owner_id
       where r.open order by t.score desc nulls last, r.id limit ${mostShown}`,
    );
    const field = (name: string) => say(`improvement.field.${name}`);
    return table(
      ['№', field('title'), field('score'), field('ownerId'), field('targetOn'), say('live_block.improvements.state')],
      rows.map((row) => [row.number, row.title, row.score, row.owner, row.target, say(`improvement.state.${row.state ?? 'idea'}`)]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

export const improvementBlocks: readonly LiveBlock[] = [criteria, register, processBlock(improvement, words)];
