import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  audit_programme: {
    demand: { covers: '有经批准的审核方案（{{programme}}），按风险要求的次数安排了每个条款、过程和场所' },
    lack: { covers: '没有有效的方案，或有区域未安排审核' },
  },
  internal_audit: {
    demand: {
      reported: '{{interval}} 内报告过一次内部审核',
      covers: '最近十二个月的审核查看了每个条款（尚缺：{{clauses}}）',
      impartial: '审核有准则和范围，且无人审核自己的区域',
      read: '报告已送达责任人，并在 14 天内确认已阅',
      kept: '检查表的回答附有证据，报告按签发时保存',
    },
    lack: {
      reported: '没有',
      covers: '有条款未被查看',
      impartial: '没有准则或范围，或审核员审核了自己的区域',
      read: '没有责任人或未确认',
      kept: '没有报告、没有回答或回答没有证据',
    },
  },
  audit_finding: {
    demand: { settled: '审核发现在截止日期前处理完' },
    lack: { settled: '已逾期' },
  },
};
export default zh;
