import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { earlyLifeDays } from './transition.settings.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { transition } from './transition.record.ts';

const words = {
  en: { live_block: { setting_transition_early_life_days: { name: 'Days of early life support', hint: 'Of a new or changed service' } } },
  'zh-CN': { live_block: { setting_transition_early_life_days: { name: '早期支持天数', hint: '新的或变更的服务' } } },
}; // prettier-ignore

export const transitionBlocks: readonly LiveBlock[] = [
  processBlock(transition, { en, 'zh-CN': zh }),
  defineBlock({
    key: 'setting:transition.early_life_days',
    inline: true,
    words,
    render: ({ house }) => String(house.reference.settings.get(earlyLifeDays).value),
  }),
];
