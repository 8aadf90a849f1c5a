import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  sms_process: {
    demand: {
      defined: '过程有负责人、目的、输入、输出和接口',
      all_twenty: '第 8 章的 20 个过程均已建立',
      alive: '三个月内各过程有记录或确认未发生',
      accountable: '每个过程有唯一且有人担任的最终责任角色',
    },
    lack: {
      defined: '定义不完整',
      all_twenty: '缺少：{{missing}}',
      alive: '无记录',
      accountable: '无人、多个或空缺',
    },
  },
  policy: {
    demand: {
      there: '服务管理方针已批准并生效',
      frames_objectives: '目标使方针语句可测量',
      commits_to_requirements: '方针承诺满足要求',
      commits_to_improvement: '方针承诺持续改进',
      must_be_read: '方针要求人员阅读',
      read: '至少 95% 的对象已阅读（{{read}}/{{all}}）',
      available: '相关方可获取方针',
    },
    lack: {
      there: '未生效',
      frames_objectives: '没有',
      commits_to_requirements: '未提及',
      commits_to_improvement: '未提及',
      must_be_read: '未要求阅读',
      read: '阅读人数不足：{{read}}/{{all}}',
      available: '仅限内部',
    },
  },
  role_definition: {
    demand: {
      held: '必设角色今日均有人担任',
      described: '角色写明职责和权限',
      deputies: '须有代理人的角色已有代理人',
      letters: '担任人有任命书并已接受',
      duties_apart: '无人兼任不相容角色',
      leads: '体系负责人和最高管理者已任命',
    },
    lack: {
      held: '空缺',
      described: '缺少职责或权限',
      deputies: '没有代理人',
      letters: '没有任命书或未接受',
      duties_apart: '存在兼任',
      leads: '空缺',
    },
  },
};
export default zh;
