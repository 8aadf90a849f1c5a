import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  trend: {
    demand: {
      concluded: '{{interval}} 内完成过一次趋势分析并有结论',
    },
    lack: {
      concluded: '期内没有完成的趋势分析',
    },
  },
  problem: {
    demand: {
      found_early: '有问题是主动发现的（趋势、供应商或监控）',
      recorded: '问题都有分类、优先级和来源',
      cause_found: '已解决的问题写明根本原因和分析方法',
      escalated: '未达承诺的问题随后有人跟进',
      closure: '已关闭的问题写明解决办法和验证人',
      kept_up: '未结问题至少每 30 天有一次记录',
      by_change: '需要变更才能解决的问题都有对应变更',
      workaround: '已知错误都有临时措施和所属服务',
      known_error_recorded: '原因查明后一周内登记为已知错误或加以消除',
      published: '已知错误都已发布',
      known_error_reviewed: '已知错误按期复核',
      effect_reviewed: '按期评审解决措施的效果',
    },
    lack: {
      found_early: '没有主动发现的问题',
      recorded: '缺少分类、优先级或来源',
      cause_found: '没有根本原因或分析方法',
      escalated: '承诺已违反，无人跟进',
      closure: '没有解决办法或未经验证',
      kept_up: '30 天没有任何记录',
      by_change: '决定通过变更解决，但没有关联变更',
      workaround: '没有临时措施或所属服务',
      known_error_recorded: '原因已查明一周仍未作决定',
      published: '尚未发布',
      known_error_reviewed: '复核逾期',
      effect_reviewed: '尚未评审',
    },
  },
};
export default zh;
