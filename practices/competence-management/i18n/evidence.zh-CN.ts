import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  competence_profile: {
    demand: {
      covers_roles: '每个有人任职的角色均有生效的能力要求',
      reviewed: '能力要求列明能力项、负责人并按期评审',
    },
    lack: { covers_roles: '该角色没有能力要求', reviewed: '内容为空、逾期或无负责人' },
  },
  competence_assessment: {
    demand: { in_time: '每名任职人员在 12 个月内接受过评估' },
    lack: { in_time: '没有有效评估' },
  },
  competence_gap: {
    demand: { demands_met: '任职人员不缺少必备能力', followed: '差距有按期的措施并验证效果' },
    lack: { demands_met: '存在未关闭的必备差距', followed: '无措施、逾期或未验证' },
  },
  training_session: {
    demand: { effect_checked: '培训效果得到验证' },
    lack: { effect_checked: '未按期验证或未说明依据' },
  },
  competence_record: {
    demand: { for_people: '每名任职人员均有能力证据', in_date: '个人证书在有效期内' },
    lack: { for_people: '没有证据', in_date: '已过期' },
  },
  awareness_campaign: {
    demand: {
      knows_policy: '95 % 以上人员一年内确认知晓方针',
      knows_objectives: '95 % 以上人员一年内确认知晓相关目标',
      knows_services: '95 % 以上人员一年内确认知晓相关服务',
      knows_contribution: '95 % 以上人员一年内说明本人贡献',
      knows_consequences: '95 % 以上人员一年内确认知晓不遵守的后果',
    },
    lack: {
      knows_policy: '未确认',
      knows_objectives: '未确认',
      knows_services: '未确认',
      knows_contribution: '未确认',
      knows_consequences: '未确认',
    },
  },
  quiz_attempt: { demand: { taken: '计划周期内有人通过测验' }, lack: { taken: '无' } },
};
export default zh;
