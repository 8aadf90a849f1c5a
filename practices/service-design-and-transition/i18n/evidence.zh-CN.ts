import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  transition: {
    demand: {
      planned: '已批准的计划写明职责、活动和日期',
      resources: '已批准的计划写明资源和依赖关系',
      criteria: '测试和验收准则已策划并商定',
      outcomes: '预期结果以可测量的数值表述',
      impact: '已策划对体系、其他服务和相关方的影响',
      handling: '移除或转移的服务：日期，以及数据、文件、知识和组件的处理',
      items: '上线前更新了配置项',
      designed: '设计已批准并逐项回应要求',
      people: '上线前落实了人员培训',
      agreements: '上线前落实了协议和目录',
      system_changes: '上线前落实了知识、监控、容量、连续性和安全',
      tested: '每项准则都由非开发人测试，并已验收',
      failed_criteria_decided: '准则未达成时与相关方作出决定',
      by_release: '服务通过发布上线',
      reported: '向相关方报告了取得的结果',
    },
    lack: {
      planned: '缺少职责、活动或日期',
      resources: '缺少资源或依赖关系',
      criteria: '没有测试或准则，或未商定',
      outcomes: '没有预期结果',
      impact: '缺少影响分析',
      handling: '未策划或未完成',
      items: '未核对',
      designed: '未批准，或有要求未回应',
      people: '未核对',
      agreements: '未核对',
      system_changes: '未核对',
      tested: '有准则未测试，或由开发人测试',
      failed_criteria_decided: '没有与相关方作出决定',
      by_release: '没有发布',
      reported: '未报告',
    },
  },
};
export default zh;
