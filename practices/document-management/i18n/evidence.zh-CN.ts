import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  document: {
    demand: {
      coverage: '{{count}} 项要求文件化信息的要求都有生效文件或实时记录',
      identified: '文件都有代码、标题、层级、作者和责任人',
      approved: '文件生效前由非作者批准',
      in_date: '生效文件都在评审期内',
      trail_sealed: '记录和文件的变动已封入链中',
      classified: '文件写明密级和受众',
      retention: '文件写明保存期限',
      external_checked: '外来文件写明来源和版次，且 12 个月内核对过',
      core: '体系必备的 {{count}} 份文件均已生效：范围、方针、目标、计划、变更策略、信息安全策略、连续性计划',
      processes: '{{count}} 个过程都有生效的过程文件',
      procedures: '标准要求的程序已生效',
    },
    lack: {
      coverage: '缺少：{{missing}}',
      identified: '缺少其中某项标识',
      approved: '未先批准，或由作者批准',
      in_date: '评审逾期',
      trail_sealed: '一小时以前的事态尚未封存',
      classified: '没有密级或受众',
      retention: '没有保存期限',
      external_checked: '缺少来源或版次，或未核对',
      core: '尚未生效：{{missing}}',
      processes: '尚未生效：{{missing}}',
      procedures: '尚未生效：{{missing}}',
    },
  },
};
export default zh;
