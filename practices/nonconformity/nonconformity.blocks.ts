import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { nonconformity } from './nonconformity.record.ts';
import { nonconformityDays } from './nonconformity.settings.ts';

const words = { en, 'zh-CN': zh };
const mostShown = 200;

/** Those that are open, the oldest first. */
const openOnes = defineBlock({
  key: 'nonconformities',
  words,
  render: async ({ tx, say }) => {
    const rows = await tx.run<Record<'number' | 'title' | 'state' | 'grade' | 'owner' | 'due', string | null>>(
      'block_nonconformities',
      `select r.number, r.title, r.state, t.grade, o.title as owner, t.due_on::text as due
       from nonconformity t join record r on r.id = t.id left join record o on o.id = r.owner_id
       where r.open order by r.id limit ${mostShown}`,
    );
    const head = (['title', 'grade', 'ownerId', 'dueOn'] as const).map((field) => say(`nonconformity.field.${field}`));
    return table(
      ['№', ...head, say('live_block.nonconformities.state')],
      rows.map((row) => [
        row.number, row.title, say(`nonconformity.option.grade.${row.grade ?? 'minor'}`), row.owner, row.due,
        say(`nonconformity.state.${row.state ?? 'opened'}`),
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

const waitDays = defineBlock({
  key: 'setting:nonconformity.wait_days',
  inline: true,
  words,
  render: ({ house }) => String(house.reference.settings.get(nonconformityDays).value.wait),
});

export const nonconformityBlocks: readonly LiveBlock[] = [
  openOnes,
  waitDays,
  processBlock(nonconformity, words),
];
