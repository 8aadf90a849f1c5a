import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { inputKeys, sources } from './review.inputs.list.ts';
import { managementReview } from './review.record.ts';

const words = { en, 'zh-CN': zh };

/** The twelve inputs, and whether the data here answer them. */
const inputs = defineBlock({
  key: 'review-inputs',
  words,
  render: ({ house, say }) => {
    const column = (name: string) => say(`live_block.review_inputs.${name}`);
    return table(
      ['№', column('input'), column('from')],
      inputKeys.map((key, i) => {
        const built = sources[key].types.some((type) => house.types.has(type));
        return [String(i + 1), say(`management_review.input_of.${key}`), column(built ? 'data' : 'words')];
      }),
      say('live_block.none'),
    );
  },
});

export const reviewBlocks: readonly LiveBlock[] = [inputs, processBlock(managementReview, words)];
