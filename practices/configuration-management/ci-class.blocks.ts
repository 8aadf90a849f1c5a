import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import { ciClasses } from './class.snapshot.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { ci } from './ci.record.ts';

const words = {
  en: merge(en, {
    live_block: {
      ci_classes: { name: 'Classes of configuration items', hint: 'With what stands above each and what is recorded of it' },
      ci: { above: 'Below', attributes: 'Recorded (required: *)' },
    },
  }),
  'zh-CN': merge(zh, {
    live_block: {
      ci_classes: { name: '配置项类型', hint: '上级类型及记录的属性' },
      ci: { above: '上级类型', attributes: '记录的属性（必填：*）' },
    },
  }),
}; // prettier-ignore

/** 8.2.6: which types of items there are, and what is recorded of each. */
const classes = defineBlock({
  key: 'ci-classes',
  words,
  render: ({ house, say, language }) => {
    const all = house.reference.get(ciClasses);
    const lines = [...all.values()]
      .filter((one) => one.active)
      .map((one) => [
        one.label[language],
        one.parentId === null ? '' : (all.get(one.parentId)?.label[language] ?? ''),
        one.attributes.map(({ label, required }) => `${label[language]}${required === true ? '*' : ''}`).join(', '),
      ])
      .toSorted(([a = ''], [b = '']) => a.localeCompare(b, language));
    return table([say('ci_class.name'), say('live_block.ci.above'), say('live_block.ci.attributes')], lines, say('live_block.none'));
  },
}); // prettier-ignore

export const ciClassBlocks: readonly LiveBlock[] = [classes, processBlock(ci, { en, 'zh-CN': zh })];
