import type { Same } from '../../../platform/i18n/words.ts';
import type en from './pages.en.ts';

const zh: Same<typeof en> = {
  communication_page: {
    menu: '沟通',
    guidance: {
      wants: '确定关于体系和服务的内外部沟通：内容、时机、对象、方式和责任人。',
      good: '十至二十项真正执行的沟通；每次均有记录，遗漏可见。',
      asks: '发生重大中断时，多久内通知谁、通知什么？谁负责客户通告？通过何种渠道？',
    },
    due: '到期与已执行',
    happened: '事件已发生',
    occurrences: '告知记录',
    not_yet: '尚未告知。',
  },
};
export default zh;
