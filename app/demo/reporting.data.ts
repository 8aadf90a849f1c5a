/** What is measured, which reports there are, and what was said of them. */
export const planned = [
  ['incident.response_attainment', '响应达标 Response in time', 'service', 'at_least', 95],
  ['incident.resolution_attainment', '解决达标 Resolution in time', 'service', 'at_least', 90],
  ['incident.mttr', '恢复时间 Time to restore', 'service', 'at_most', 12],
  ['incident.opened', '事件数量 Incidents', 'service', 'observe', null],
  ['major_incident.count', '重大事件 Major incidents', 'service', 'at_most', 1],
  ['service_request.on_time', '请求按时 Requests on time', 'service', 'at_least', 90],
  ['rating.satisfied', '满意度 Satisfied users', 'service', 'at_least', 80],
  ['incident.first_contact_resolution', '首次解决 First contact resolution', 'process', 'at_least', 35],
  ['incident.reopen_rate', '重新打开 Opened again', 'process', 'at_most', 5],
  ['incident.backlog', '积压 Backlog', 'process', 'observe', null],
  ['incident.backlog_ratio', '积压天数 Backlog in days of work', 'process', 'at_most', 5],
  ['incident.repeat_rate', '重复事件 Repeated incidents', 'process', 'at_most', 25],
  ['change.success_rate', '变更成功率 Changes that succeed', 'process', 'at_least', 92],
  ['change.emergency_share', '紧急变更 Emergency changes', 'process', 'at_most', 8],
  ['change.incidents_per_change', '每个变更的事件 Incidents per change', 'process', 'at_most', 0.2],
  ['release.success', '发布成功率 Releases that succeed', 'process', 'at_least', 90],
  ['problem.rca_lead_time', '找到原因 Time to the cause', 'process', 'at_most', 480],
  ['difference.unauthorised', '未授权变更 Unauthorised changes', 'process', 'at_most', 2],
  ['document.overdue', '逾期文件 Documents overdue', 'system', 'at_most', 2],
  ['nonconformity.overdue', '逾期不符合 Nonconformities overdue', 'system', 'at_most', 0],
  ['service_report.on_time', '报告按时 Reports on time', 'system', 'at_least', 90],
] as const;

export type Told = {
  readonly key: string;
  readonly title: string;
  readonly purpose: string;
  readonly decides: string;
  readonly audience: 'management' | 'customer';
  readonly frequency: 'month' | 'quarter';
  readonly customer?: string;
  readonly owner: string;
  readonly approver: string;
  readonly reader: string;
  readonly recipients: readonly string[];
  readonly figures: readonly string[];
};

const forCustomers = [
  'incident.response_attainment',
  'incident.resolution_attainment',
  'incident.mttr',
  'incident.opened',
  'rating.satisfied',
];
const customer = (key: string, name: string, recipients: readonly string[]): Told => ({
  key,
  title: `${name} 服务报告 Service report`,
  purpose: '让客户看到承诺是否兑现。 Shows the customer whether what was agreed is kept.',
  decides: '季度服务回顾的议题。 What is talked about in the quarterly review.',
  audience: 'customer',
  frequency: 'quarter',
  customer: key,
  owner: 'p.lim',
  approver: 'p.zhou',
  reader: 'p.lim',
  recipients,
  figures: forCustomers,
});

export const reports: readonly Told[] = [
  {
    key: 'management',
    title: '服务管理月报 Monthly service report',
    purpose:
      '让管理层看到服务与过程的表现和趋势。 Shows the management how services and processes do, and where they are heading.',
    decides: '下月把人和钱投到哪里。 Where people and money go next month.',
    audience: 'management',
    frequency: 'month',
    owner: 'p.zhou',
    approver: 'p.su',
    reader: 'p.lin',
    recipients: ['p.lin', 'p.tan', 'p.su', 'p.shen'],
    figures: planned.filter(([, , subject]) => subject !== 'system').map(([measure]) => measure),
  },
  customer('customer.maple', 'Maple & Finch', ['p.maple1', 'p.maple2']),
  customer('customer.spruce', '云杉母婴 Spruce Baby', ['p.spruce1']),
  customer('customer.orchid', '兰芷护肤 Orchid', ['p.orchid1']),
];

export const said = {
  good: '本期各项目标均已达到。 All targets of the period were met.',
  missed: '本期有 {n} 项未达到，其余符合目标。 {n} targets were missed, the others were met.',
  proposals:
    '建议把重复事件多的两个分类交给问题管理。 The two categories with the most repeats should go to problem management.',
  act: '原因已明，由班组落实。 The cause is known; the team sees to it.',
  watch: '波动在预期内，下期再看。 Within what was to be expected; looked at again next time.',
  none: '月内数量太少，不足为凭。 Too few in the month to say anything.',
  conclusion: '趋势平稳，目标值维持不变。 The course is steady; the target stays.',
  system:
    '体系总体运行有效；未达到的目标已有措施，见月报。 The system works on the whole; what is missed has its actions, see the monthly reports.',
  service:
    '约定的要求大多满足；未达到之处见服务报告中的措施。 Most of what is required is met; for the rest see the actions of the reports.',
} as const;

export const actions = [
  [
    '两周内复盘超时事件 Look through what was late, within two weeks',
    '超时集中在夜间交接，已改交接单。 Most fell into the hand-over at night; its form was changed.',
  ],
  [
    '值班表增加一名二线 One more of the second line on the rota',
    '已排班，两周未再超时。 On the rota; nothing was late for two weeks.',
  ],
  [
    '清理逾期三十天以上的事件 Clear what has been open for over thirty days',
    '清理十一件，其余有期限。 Eleven were cleared, the rest have a date.',
  ],
  [
    '变更评审增加回退演练检查 The review of changes asks for a rehearsed back-out',
    '模板已更新。 The template has it.',
  ],
] as const;
