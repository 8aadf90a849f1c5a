import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  article: {
    demand: {
      for_service: '每个在用服务至少有一篇有效的知识文章',
      reviewed: '提供给读者的文章都在复核期内',
      used: '有事件是依靠知识文章解决的',
      feedback_answered: '读者意见在 30 天内得到答复',
    },
    lack: {
      for_service: '没有有效的知识文章',
      reviewed: '复核逾期或已失效',
      used: '没有',
      feedback_answered: '未答复',
    },
  },
};
export default zh;
