import type { LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { problem } from './problem.record.ts';

export const problemBlocks: readonly LiveBlock[] = [processBlock(problem, { en, 'zh-CN': zh })];
