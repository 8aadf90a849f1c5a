import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  resource_need: {
    demand: {
      all_classes: '已确定本年度人力、技术、信息和财务资源需求',
      gap_decided: '本年度缺口均已决定，批准的资源按期到位',
      headcount: '各角色任职人数不低于能力要求规定',
    },
    lack: { all_classes: '缺少某些类别', gap_decided: '30 天未决定或逾期', headcount: '任职人数不足' },
  },
  benefit_case: { demand: { measured: '投入的效益到期即测量' }, lack: { measured: '30 天内未测量' } },
};
export default zh;
