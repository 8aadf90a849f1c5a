import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { kinds } from './release.parts.ts';
import { typeRules } from './release.settings.ts';
import pagesEn from './web/words.en.ts';
import pagesZh from './web/words.zh-CN.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { release } from './release.record.ts';
import refusalsEn from './i18n/refusals.en.ts';
import refusalsZh from './i18n/refusals.zh-CN.ts';

const words = {
  en: merge(pagesEn, en, {
    live_block: {
      release_types: { name: 'Types of release', hint: 'Frequency, notice, watching, approvers' },
    },
  }),
  'zh-CN': merge(pagesZh, zh, {
    live_block: { release_types: { name: '发布类型', hint: '频率、通知、观察期和批准人' } },
  }),
};

/** 8.5.3 [STD]: types of releases, their frequency, and how they are handled. */
const types = defineBlock({
  key: 'release-types',
  words,
  render: ({ house, say }) => {
    const rules = house.reference.settings.get(typeRules).value;
    const policy = (key: string) => say(`release_page.policy.${key}`);
    const lines = kinds.map((kind) => {
      const { frequency, handling, noticeHours, observeDays, approvers } = rules[kind];
      const names = approvers.map((role) => say(`role.${role}`)).join(', ');
      return [say(`release.option.kind.${kind}`), policy(`frequencies.${frequency}`), noticeHours, observeDays, names, handling];
    });
    return table([say('release.field.kind'), policy('frequency'), policy('noticeHours'), policy('observeDays'), policy('approvers'), policy('handling')], lines, say('live_block.none'));
  },
}); // prettier-ignore

export const releaseBlocks: readonly LiveBlock[] = [
  types,
  processBlock(release, { en: merge(en, refusalsEn), 'zh-CN': merge(zh, refusalsZh) }),
];
