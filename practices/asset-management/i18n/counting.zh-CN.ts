import type { Same } from '../../../platform/i18n/words.ts';
import type en from './counting.en.ts';

export default {
  stock_take: {
    name: '盘点',
    plural: '盘点',
    create: '新建盘点',
    field: {
      title: '名称', ownerId: '负责人', scopeLocation: '位置', scopeCostCentre: '成本中心', scopeKind: '类别',
      orgUnitId: '部门', dueOn: '完成期限', instructions: '说明', startedAt: '开始盘点',
      countedAt: '结束盘点', expectedCount: '应盘', foundCount: '在位', elsewhereCount: '位置不符',
      missingCount: '盘亏', unexpectedCount: '盘盈', openDifferences: '待处理差异', conclusion: '结论',
    },
    input: { code: '标签', location: '地点', note: '备注', lineId: '明细', decision: '处理决定' },
    hint: {
      scopeLocation: '留空表示所有位置；“A 座”同时包含“A 座 / 3 层”',
      scopeCostCentre: '留空表示所有成本中心',
      conclusion: '差异从何而来，以及如何避免再次发生',
    },
    option: { scopeKind: { hardware: '硬件', software: '软件', cloud: '云资源', saas: '订阅（SaaS）', all: '全部' } },
    state: { planned: '已计划', counting: '盘点中', reconciling: '差异处理中', closed: '已关闭', cancelled: '已取消' },
    action: {
      start: '开始盘点', count: '盘点', finish_counting: '结束盘点', count_again: '继续盘点', resolve: '处理差异',
      close: '关闭', cancel: '取消',
    },
    result: { pending: '待盘', found: '在位', elsewhere: '位置不符', missing: '盘亏', unexpected: '盘盈' },
    decision: {
      register_corrected: '更正台账', moved_back: '已放回原处', lost: '遗失：退役', found_afterwards: '事后找到',
      retired: '已不在：退役', registered: '已登记入账', not_ours: '非本单位资产', accepted: '按现状接受',
    },
    measure: { inventory_match: '账实相符率', overdue: '逾期的盘点' },
    formula: {
      inventory_match: '在位数 ÷（应盘数 + 盘盈数）× 100 %，取期间内关闭的各次盘点的平均值',
      overdue: '期末尚未关闭且已过完成期限的盘点数',
    },
  },
  maintenance_plan: {
    name: '维护计划',
    plural: '维护计划',
    create: '新建维护计划',
    field: {
      title: '维护内容', instructions: '作业说明', subjectIds: '维护对象', rhythm: '周期', every: '间隔', firstDueOn: '首次到期',
      dates: '日期', leadDays: '提前生成任务（天）', windowFrom: '窗口开始', windowTo: '窗口结束', needsChange: '须通过变更执行',
      nextDueOn: '下次到期', teamId: '负责团队', ownerId: '任务责任人',
    },
    hint: {
      every: '每隔多少天或多少月',
      dates: '每行一个日期，例如 2027-03-31',
      windowFrom: '例如 22:00',
      windowTo: '例如 02:00',
      needsChange: '每项任务须关联变更后才能完成',
      ownerId: '留空则为团队负责人',
    },
    option: { rhythm: { days: '每隔若干天', months: '每隔若干月', dates: '指定日期' } },
    state: { draft: '草稿', active: '执行中', paused: '已暂停', retired: '已结束' },
    action: { activate: '启用', pause: '暂停', generate: '生成任务', retire: '结束' },
  },
  maintenance_task: {
    name: '维护任务',
    plural: '维护任务',
    create: '新建维护任务',
    field: {
      title: '维护内容', planId: '计划', subjectIds: '维护对象', instructions: '作业说明', dueOn: '到期日', windowFrom: '窗口开始',
      windowTo: '窗口结束', needsChange: '须通过变更执行', result: '结果', outcome: '结论', doneOn: '完成日期', doneById: '完成人',
      missedOn: '错过日期', changeId: '变更',
    },
    hint: { needsChange: '勾选后，须指明变更才能完成', changeId: '留空则为已关联的变更' },
    option: { outcome: { in_order: '正常', repaired: '当场修复', fault_found: '发现故障', incomplete: '未完成' } },
    state: { open: '待执行', in_progress: '进行中', in_change: '通过变更执行', done: '已完成', skipped: '已跳过' },
    action: {
      start: '开始', hand_to_change: '通过变更执行', finish: '完成', reschedule: '改期', skip: '跳过',
      miss: '已错过',
    },
    measure: { on_time: '维护按时率', missed: '错过且未补做的维护' },
    formula: {
      on_time: '到期日前完成的任务 ÷ 期间内到期且已完成或错过的任务',
      missed: '到期日已过且期末仍未完成的任务数',
    },
  },
} satisfies Same<typeof en>; // prettier-ignore
