import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { reviewMonths } from './article.settings.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { article } from './article.record.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';

const words = {
  en: { live_block: { setting_knowledge_review_months: { name: 'Months to the review of an article', hint: 'Where it names no date' } } },
  'zh-CN': { live_block: { setting_knowledge_review_months: { name: '知识文章评审周期（月）', hint: '文章未指定日期时' } } },
}; // prettier-ignore

export const articleBlocks: readonly LiveBlock[] = [
  processBlock(article, { en, 'zh-CN': zh }),
  defineBlock({
    key: 'setting:knowledge.review_months',
    inline: true,
    words,
    render: ({ house }) => String(house.reference.settings.get(reviewMonths).value),
  }),
];
