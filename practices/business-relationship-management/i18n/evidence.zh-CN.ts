import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  survey: {
    demand: {
      answered: '{{interval}} 内测量过满意度',
      sampled: '每项调查写明抽样方法并经批准',
      low_followed_up: '低分评价按时回访',
      analysed: '{{interval}} 内分析过结果',
    },
    lack: {
      answered: '期内无人答复',
      sampled: '没有抽样方法或未批准',
      low_followed_up: '回访逾期',
      analysed: '期内没有结论',
    },
  },
};
export default zh;
