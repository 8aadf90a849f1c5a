import type { LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { merge } from '../../platform/i18n/words.ts';
import en from './i18n/en.ts';
import refusalsEn from './i18n/refusals.en.ts';
import refusalsZh from './i18n/refusals.zh-CN.ts';
import zh from './i18n/zh-CN.ts';
import { asset } from './asset.record.ts';

export const assetBlocks: readonly LiveBlock[] = [
  processBlock(asset, { en: merge(en, refusalsEn), 'zh-CN': merge(zh, refusalsZh) }),
];
