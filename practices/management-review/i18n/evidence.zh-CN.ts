import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  management_review: {
    demand: {
      held: '{{interval}} 内举行过管理评审',
      chaired: '评审由出席的最高管理者主持',
      inputs_check: '以往措施、内外部因素和趋势的输入齐备（数据或文字）',
      inputs_performance: '改进、反馈、方针、目标和绩效的输入齐备',
      inputs_outlook: '其他方、资源、风险和变化的输入齐备',
      decided: '评审作出决定，每项措施有责任人和日期',
      signed: '纪要由主持人签字并保存',
    },
    lack: {
      held: '没有',
      chaired: '没有主持人或主持人未出席',
      inputs_check: '有输入为空且无人说明',
      inputs_performance: '有输入为空且无人说明',
      inputs_outlook: '有输入为空且无人说明',
      decided: '没有决定，或决定没有措施',
      signed: '30 天内未签字，或非主持人签字',
    },
  },
  leadership: {
    demand: {
      policy: '有效的方针由最高管理者批准',
      plan: '有效的服务管理计划由最高管理者批准并在一年内评审过',
      authority: '变更由当时担任角色的人批准',
      parties: '与其他方的协议有责任人',
      improvement: '{{interval}} 内有最高管理者发起的改进',
      decisions: '评审的决定有责任人和日期，且没有搁置',
    },
    lack: {
      policy: '没有',
      plan: '没有计划、非最高管理者批准或一年未评审',
      authority: '由无角色者批准',
      parties: '没有责任人',
      improvement: '没有',
      decisions: '没有责任人或日期，或已逾期一个月',
    },
  },
};
export default zh;
