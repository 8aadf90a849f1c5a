import type { Same } from '../../../platform/i18n/words.ts';
import type en from './refusals.en.ts';

export default {
  asset: {
    existing_incomplete: '缺少“{{missing}}”：已在手的资产须有资产编号、责任人和成本中心。',
    no_useful_life: '按月折旧须填写使用年限。',
    residual_above_cost: '残值高于成本。',
    warranty_before_purchase: '保修截止日早于购置日期 {{date}}。',
    books_closed: '价值已核销，财务数据不能再修改。',
    writer_off_retired_it: '该资产由您退役或由您登记数据清除，须由他人核销。',
    written_off_already: '已于 {{date}} 核销。',
    writer_off_erases: '该资产由您核销，须由他人登记数据清除。',
    no_certificate: '请选择该资产的附件：须先把数据清除证明添加到附件。',
    erasure_unproven: '该资产存有数据：请先登记数据清除并附上证明。',
    not_written_off: '价值尚未核销；须由退役经办人以外的人核销。',
    writer_off_disposes: '该资产由您核销，须由他人处置。',
    no_date: '日期格式为 YYYY-MM-DD。',
    calendar_span: '日历一次最多显示 {{days}} 天，且结束日不能早于开始日。',
  },
  licence: {
    ends_before_start: '到期日期早于生效日期。',
    fewer_than_used: '已分配 {{used}} 个，授权不能只有 {{entitled}} 个。请先收回一部分，或将超用作为风险接受。',
    no_assignee: '请选择资产或人员。',
    assignee_gone: '该对象已不再使用。',
    assigned_already: '已经分配过。',
    not_enough: '{{entitled}} 个中仅剩 {{free}} 个。请增购、收回一部分，或将超用作为风险接受。',
    no_such_assignment: '该分配不存在或已结束。',
    accepted_in_past: '接受截止日早于今天（{{today}}）。',
    still_used: '仍有 {{used}} 个已分配，请先收回。',
    renewed_in_past: '新的到期日早于今天（{{today}}）。',
    still_valid: '有效期至 {{to}}。',
  },
  stock_take: {
    nothing_in_scope: '台账在此范围内没有资产，无需盘点。',
    open_differences: '还有 {{count}} 项差异未处理。',
    no_such_line: '该明细不在清单中。',
    decided_already: '该差异已处理。',
    decision_does_not_fit: '该决定不适用于“{{result}}”的明细。可选：{{options}}。',
    not_registered: '台账中还没有编号为 {{tag}} 的资产。',
  },
  maintenance_plan: {
    no_dates: '请至少填写一个日期。',
    no_interval: '请填写间隔的天数或月数。',
    no_first_day: '请填写首次到期日。',
    no_subjects: '请填写维护对象。',
    nobody_responsible: '请指定负责团队或责任人。',
    nothing_due: '没有需要生成的任务。',
  },
  maintenance_task: {
    no_change: '请指明或关联执行该任务的变更。',
    not_missed: '到期日为 {{due}}，仍可按时完成。',
    missed_already: '已于 {{date}} 错过，此记录保持不变。',
  },
  notice: {
    asset: {
      handed_out: { name: '资产交给我使用', title: '已交给您使用：{{title}}', body: '{{number}} 登记由您使用。如有误，请告知服务台。' },
      warranty_ending: { name: '保修即将到期', title: '保修将于 {{date}} 到期：{{title}}', body: '请续保、更换资产，或接受风险。' },
      support_ending: { name: '支持即将终止', title: '支持将于 {{date}} 终止：{{title}}', body: '此后不再有人修复其缺陷，请计划更换。' },
    },
    licence: {
      expiring: { name: '许可证即将到期', title: '将于 {{date}} 到期：{{title}}', body: '请续期 {{number}}，或收回其分配。' },
      expired: { name: '许可证已到期', title: '已到期：{{title}}', body: '{{number}} 已不再有效，续期前的使用均属未授权。' },
      over: { name: '使用超过授权', title: '使用超过授权：{{title}}', body: '核对发现使用数超过已购数量。请增购、卸载一部分，或接受风险。' },
    },
    stock_take: {
      to_decide: { name: '盘点已结束清点', title: '清点完毕：{{title}}', body: '差异等待您处理。' },
    },
    maintenance_task: {
      due: { name: '维护到期', title: '维护即将到期：{{title}}', body: '{{number}} 等待您或您的团队处理。' },
      missed: { name: '维护被错过', title: '维护已错过：{{title}}', body: '{{number}} 的到期日已过，尚未有人完成。' },
    },
  },
} satisfies Same<typeof en>; // prettier-ignore
