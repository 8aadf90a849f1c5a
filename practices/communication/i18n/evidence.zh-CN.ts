import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  communication: {
    demand: {
      complete: '每项沟通均说明内容、时机和对象',
      reviewed: '每项沟通按期评审',
      both_sides: '内部和外部沟通均已规定',
      by_whom: '每项沟通均规定方式和有人担任的负责角色',
    },
    lack: {
      complete: '内容不完整',
      reviewed: '逾期未评审',
      both_sides: '缺少一侧',
      by_whom: '无方式或角色，或角色无人担任',
    },
  },
  communication_occurrence: {
    demand: { told: '到期沟通已执行', recorded: '记录了告知对象或查询处' },
    lack: { told: '逾期三天以上', recorded: '无人被告知或无凭据' },
  },
};
export default zh;
