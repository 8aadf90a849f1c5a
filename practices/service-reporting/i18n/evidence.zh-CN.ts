import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

export default {
  measurement: {
    demand: {
      planned: '测量项均有方法、人员、时机和目标值，并经批准',
      evaluated: '按计划的时机评价数据',
      covers: '体系、服务和过程均有测量（尚缺：{{subjects}}）',
      kept: '最近十二个月每个周期的数值均已保留',
    },
    lack: {
      planned: '缺少方法、人员、时机、目标值或批准',
      evaluated: '评价逾期',
      covers: '未测量',
      kept: '缺少数值',
    },
  },
  performance_evaluation: {
    demand: {
      of_system: '在 {{interval}} 内评价过体系的有效性',
      founded: '评价写明结论、说明及所依据的数据',
      of_services: '每项在用服务在最近六个月内对照要求进行过评价',
    },
    lack: { of_system: '未评价', founded: '缺少结论、说明或数据', of_services: '未评价' },
  },
  report_definition: {
    demand: {
      purposeful: '每份报告均有目的、用途、指标、编写人和读者，并在一年内评审过',
      for_management: '有一份有效的管理层报告',
      reported: '每个到期的周期均已发布报告',
    },
    lack: {
      purposeful: '缺少目的、用途、指标、编写人、读者或评审',
      for_management: '没有',
      reported: '缺少报告',
    },
  },
  service_report: {
    demand: {
      with_trend: '已发布的报告保留了指标及至少三个周期的趋势',
      decided: '报告在 31 天内有决定，且措施已完成',
      told: '在 14 天内将决定告知相关方',
    },
    lack: { with_trend: '缺少指标或趋势', decided: '没有决定，或措施逾期', told: '未告知' },
  },
} satisfies Same<typeof en>;
