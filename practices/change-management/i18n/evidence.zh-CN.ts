import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  change_policy: {
    demand: {
      scope: '策略规定了受变更控制的对象（第 {{version}} 版）',
      document: '变更管理策略作为文件已生效（…-08-CHP）',
      categories: '已定义变更类别（含紧急变更）及各自处理方式（第 {{version}} 版）',
      major_criteria: '已规定重大影响变更的准则（第 {{version}} 版）',
    },
    lack: {
      scope: '未作规定',
      document: '没有生效的此类文件',
      categories: '没有紧急变更类别',
      major_criteria: '没有规定准则',
    },
  },
  change: {
    demand: {
      recorded: '每个变更写明类别、申请人、目的和涉及对象',
      unauthorised: '没有绕过流程的变更',
      in_transition: '新增、移除或转移服务的变更按服务设计和转换管理',
      of_transition: '转换项目通过已批准的变更上线',
      approved_first: '变更在批准或授权之后才开始',
      approver_apart: '没有人批准自己申请或实施的变更',
      assessed: '已评估的变更写明风险、收益、可行性，重大者写明费用',
      effects_weighed: '已评估对服务、客户、方针和计划的影响',
      assurance_weighed: '已评估对容量、可用性、连续性和安全的影响',
      collisions_checked: '排期的变更检查过冲突，并已解决',
      tested: '变更开始前经过测试，或已认可不可测试',
      announced: '停机在开始前已通知',
      way_back: '开始实施的变更都有回退方案',
      failure_followed: '失败的变更在十天内完成调查',
      reviewed: '变更在 15 天内由非实施人评审',
      emergency_confirmed: '紧急变更在一周内评审',
    },
    lack: {
      recorded: '缺少类别、申请人、目的或对象',
      unauthorised: '未经授权的变更',
      in_transition: '没有对应的转换项目',
      of_transition: '没有已批准的变更',
      approved_first: '批准之前已开始',
      approver_apart: '由申请人或实施人自己批准',
      assessed: '缺少风险、收益、可行性或费用',
      effects_weighed: '有影响未评估',
      assurance_weighed: '有影响未评估',
      collisions_checked: '未检查，或冲突未解决',
      tested: '没有测试，也没有理由',
      announced: '未通知或通知过晚',
      way_back: '没有回退方案',
      failure_followed: '未调查',
      reviewed: '未评审、过期或由实施人自己评审',
      emergency_confirmed: '未评审',
    },
  },
  change_trend: {
    demand: {
      concluded: '{{interval}} 内做过变更趋势分析并有结论',
    },
    lack: {
      concluded: '期内没有',
    },
  },
};
export default zh;
