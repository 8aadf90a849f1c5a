import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  improvement: {
    demand: {
      completed: '{{interval}} 内测量过一项改进的结果',
      criteria: '已建立准则，其中包括与目标的一致性（版本 {{version}}）',
      decided: '改进的决定写明了各准则得分和理由',
      registered: '{{interval}} 内登记过改进机会',
      described: '改进机会写明了内容和来源',
      targeted: '已批准的改进有目标、日期以及带 n 的基线',
      carried_out: '已批准的改进有排序、责任人和计划，并按期进行',
      measured: '结果已对照目标测量，未达成者有后续处理，并已报告',
    },
    lack: {
      completed: '没有',
      criteria: '没有准则，或缺少一致性',
      decided: '没有得分或理由',
      registered: '没有',
      described: '没有说明或来源',
      targeted: '没有目标或基线',
      carried_out: '没有排序、责任人或计划，或已逾期',
      measured: '未测量、未报告，或未达成而无后续',
    },
  },
};
export default zh;
