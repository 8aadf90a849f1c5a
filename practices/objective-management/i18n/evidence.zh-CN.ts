import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  objective: {
    demand: {
      on_policy: '目标对应方针语句或从属于上级目标',
      of_organisation: '有组织层次的目标',
      of_functions: '有职能、过程或服务层次的目标',
      measurable: '目标有测量、单位、基线和目标值',
      values_told: '每个已结束期间都有数值',
      decided_in_time: '目标在到期后一个月内判定',
      approved: '目标由编写人以外的人批准',
      published: '目标已作为受控文件发布',
      planned: '目标有计划：做什么、用什么、谁',
      dated: '目标写明期限和评价方法',
      missed_decided: '未达成的目标已作出决定',
    },
    lack: {
      on_policy: '没有依据',
      of_organisation: '没有',
      of_functions: '没有',
      measurable: '不可测量',
      values_told: '有期间缺少数值',
      decided_in_time: '到期未判定',
      approved: '未批准或由编写人批准',
      published: '无此类现行文件',
      planned: '缺少计划、资源或责任人',
      dated: '缺少期限或评价方法',
      missed_decided: '没有决定',
    },
  },
  service_management_plan: {
    demand: {
      current: '计划已批准、生效且一年内评审',
      equals: '计划中的服务与目录一致',
      limitations: '计划说明了已知限制',
      authorities: '计划写明体系负责人和最高管理者',
      resources: '计划列出人力、技术、信息和财务资源',
      parties: '计划说明与其他方的协作和支撑技术',
      checking: '计划说明如何测量、审核、报告和改进',
      others_agree: '其他计划在本计划批准后已核对',
      there: '有可供其他计划对照的计划',
    },
    lack: {
      current: '未批准或逾期',
      equals: '存在差异：{{names}}',
      limitations: '未说明',
      authorities: '未说明',
      resources: '未说明',
      parties: '未说明',
      checking: '未说明',
      others_agree: '早于本计划',
      there: '没有生效的计划',
    },
  },
  obligation: {
    demand: {
      evaluated_in_time: '适用义务有影响说明、负责人和按期评价，不符合项有措施',
      decided: '90 天内判定义务是否适用',
    },
    lack: {
      evaluated_in_time: '未评价或不符合项无措施',
      decided: '超过 90 天未判定',
    },
  },
};
export default zh;
