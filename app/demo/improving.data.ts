/** What was not as it should be, why, and what was done; in the order of the year. */
export type Fault = {
  /** Days before the end on which it was raised. */
  readonly days: number;
  readonly by: string;
  readonly owner: string;
  /** A record of this kind shows it, the newest there was; without one, words. */
  readonly shownBy?: 'major-incident' | 'change' | 'problem' | 'service-request' | 'lapse' | 'incident';
  readonly title: string;
  readonly description: string;
  readonly requirement: string;
  readonly ownRule?: string;
  readonly grade: 'minor' | 'major';
  readonly correction: string;
  readonly extent: readonly [checked: string, count: number];
  readonly cause: readonly [text: string, kind: string, method: string];
  readonly actions: readonly (readonly [title: string, who: string, result: string])[];
  readonly change: readonly [kind: string, note: string];
  readonly criterion: string;
  /** What was seen after the wait; not effective begins again. */
  readonly seen: readonly [effective: boolean, note: string];
};

export const faults: readonly Fault[] = [
  {
    days: 300, by: 'p.su', owner: 'p.xie', shownBy: 'change', grade: 'minor', requirement: '8.5.1.2-c',
    title: '两项变更在批准前开始 · Two changes began before they were approved',
    description: '每周核对变更日历时发现，两项正常变更比批准早开始数小时。 The weekly look at the schedule found two normal changes that began hours before their approval.',
    correction: '两项变更均补做复核，未需回退。 Both were reviewed afterwards; nothing had to be backed out.',
    extent: ['核对了本季度全部变更与批准时间。 All changes of the quarter were held against their approvals.', 1],
    cause: ['部署工具只看计划时间，不询问是否已批准。 The deployment tool looks at the planned time alone and never asks for the approval.', 'technology', 'five_whys'],
    actions: [['部署工具在开始前查询批准 · The deployment tool asks for the approval', 'p.xie', '已在全部服务启用。 In force for all services.'], ['在变更程序中写明 · The procedure says so', 'p.lim', '已修订并通知。 Revised and told.']],
    change: ['process', '变更程序 · Procedure for changes'], criterion: '三十天内没有未经批准的变更 · No unapproved change in thirty days',
    seen: [true, '抽查三十天内 40 项变更，开始时均已批准。 Forty changes of thirty days: all were approved when they began.'],
  },
  {
    days: 245, by: 'p.jiang', owner: 'p.shen', shownBy: 'major-incident', grade: 'major', requirement: '8.6.1-h',
    title: '重大事件未按时告知最高管理者 · Top management was told of a major incident too late',
    description: '告知时间比规定晚了四十分钟。 They were told forty minutes later than we had promised.', ownRule: '三十分钟内告知 · Told within thirty minutes',
    correction: '当日补报，并向客户说明。 They were told the same day, and so were the customers.',
    extent: ['核对了一年内全部重大事件的告知时间。 The times of all major incidents of the year were looked at.', 2],
    cause: ['告知名单是一份表格，换班后无人更新。 The list of whom to tell is a sheet that nobody updates after a change of shift.', 'communication', 'timeline'],
    actions: [['告知名单取自角色登记 · Whom to tell comes from the roles', 'p.shen', '已改为按角色告知。 People are told by their role.'], ['每季度演练一次 · One drill each quarter', 'p.jiang', '首次演练 12 分钟完成。 The first drill took 12 minutes.']],
    change: ['process', '重大事件程序 · Procedure for major incidents'], criterion: '下一次重大事件三十分钟内告知 · The next one is told within thirty minutes',
    seen: [false, '六周后一次重大事件仍晚了十分钟：夜班没有被演练到。 Six weeks later one was told ten minutes late: the night shift had had no drill.'],
  },
  {
    days: 190, by: 'p.lim', owner: 'p.luo', shownBy: 'service-request', grade: 'minor', requirement: '8.6.2-b',
    title: '离职人员账号保留超过一周 · Accounts of leavers stayed for more than a week',
    description: '抽查三名离职人员，其中一人的账号保留了九天。 Of three leavers who were looked at, one still had an account after nine days.',
    correction: '当日停用账号，核查登录记录，无使用。 Closed the same day; nobody had used it.',
    extent: ['核对了半年内全部离职人员。 All leavers of half a year were looked at.', 3],
    cause: ['人力资源的离职通知只发给直属主管。 The notice of leaving goes to the head of the team alone.', 'communication', 'five_whys'],
    actions: [['离职通知自动成为服务请求 · A notice of leaving becomes a service request by itself', 'p.luo', '接口已上线。 The interface is in force.']],
    change: ['process', '请求程序与人力资源接口 · Procedure for requests and the interface to HR'], criterion: '离职次日无有效账号 · No account the day after',
    seen: [true, '抽查十名离职人员，账号均在当日停用。 Ten leavers: all closed on the day.'],
  },
  {
    days: 120, by: 'p.gu', owner: 'p.han', shownBy: 'lapse', grade: 'minor', requirement: '8.2.6-c',
    title: '两台主机的配置信息与实际不符 · Two hosts are not as their record says',
    description: '控制监视与现场核对均发现内存和责任人不符。 The control watch and a look on site both found memory and owner wrong.',
    correction: '已按实际更正。 Put right.',
    extent: ['核对了机房内全部 38 台主机。 All 38 hosts of the room were looked at.', 2],
    cause: ['维修换件时没有变更记录，也没有人在结束时核对。 Parts are changed in repairs without a change, and nobody looks at the record afterwards.', 'control', 'comparison'],
    actions: [['维修结束前核对配置信息 · Records are checked before a repair ends', 'p.han', '已加入维修清单。 It is on the list of each repair.']],
    change: ['document', '维修清单 · List for repairs'], criterion: '下次核查准确率不低于 98 % · 98 % or better at the next verification',
    seen: [true, '核查 38 台，全部一致。 All 38 as recorded.'],
  },
  {
    days: 66, by: 'p.su', owner: 'p.zheng', shownBy: 'problem', grade: 'minor', requirement: '8.6.3-c',
    title: '三个问题没有根因即关闭 · Three problems were closed without a cause',
    description: '季度核查中，三个问题的根因一栏是症状。 In three problems of the quarter what stands as cause is a symptom.',
    correction: '三个问题重新打开并重新分析。 All three were reopened and analysed again.',
    extent: ['核对了一年内关闭的全部问题。 All problems closed within the year were looked at.', 1],
    cause: ['分析表不区分症状与原因，没有第二人查看。 The form does not tell symptom from cause, and no second person looks at it.', 'process', 'cause_effect'],
    actions: [['分析由第二人查看 · A second person looks at each analysis', 'p.zheng', '已在周会执行。 Done in the weekly meeting.']],
    change: ['process', '问题管理程序 · Procedure for problems'], criterion: '六十天内关闭的问题均有证据 · Each problem of sixty days has evidence',
    seen: [true, '抽查八个问题，均有证据。 Eight problems: all with evidence.'],
  },
  {
    days: 24, by: 'p.zhou', owner: 'p.koh', shownBy: 'incident', grade: 'minor', requirement: '8.3.3-c',
    title: '物流服务两个月未与客户评审 · The logistics service was not reviewed with its customer for two months',
    description: '协议约定每月评审，九月和十月没有纪要。 The agreement says each month; there are no minutes of two of them.', ownRule: '协议约定每月评审 · The agreement: reviewed each month',
    correction: '已补开并形成纪要。 Both were made up for, with minutes.',
    extent: ['核对了全部协议的评审日期。 The review dates of all agreements were looked at.', 0],
    cause: ['评审只在主管的日历里，休假时无人接手。 The reviews are in one person’s calendar, and nobody takes over in their holidays.', 'planning', 'five_whys'],
    actions: [['评审进入体系日历并指定代理 · Reviews are in the calendar of the system, with a deputy', 'p.koh', '已指定。 Named.']],
    change: ['none', ''], criterion: '连续三个月有纪要 · Minutes for three months on end',
    seen: [true, '三个月均有纪要。 Minutes of all three.'],
  },
]; // prettier-ignore

/** What could be better: promised, decided, measured. */
export type Idea = {
  readonly days: number;
  readonly by: string;
  readonly owner: string;
  readonly title: string;
  readonly description: string;
  readonly objective: string;
  readonly claimed: string;
  readonly scores: readonly [alignment: number, value: number, risk: number, effort: number, feasible: number];
  readonly refused?: string;
  /** A figure of the house and how much of its baseline is aimed at; or words with both values. */
  readonly figure?: readonly [key: string, share: number];
  readonly values?: {
    readonly metric: string; readonly unit: string; readonly direction: 'higher' | 'lower';
    readonly baseline: number; readonly target: number; readonly found: number; readonly n: number;
  };
  readonly plan: string;
  readonly result: string;
  readonly benefit: string;
  readonly followUp?: string;
}; // prettier-ignore

export const ideas: readonly Idea[] = [
  {
    days: 320, by: 'p.jiang', owner: 'p.shen', title: '午间话务双班 · Two shifts at noon',
    description: '午间电话平均等待四分钟，因为大家同时吃饭。 Calls wait four minutes at noon, because everybody eats at the same time.',
    objective: '服务台一分钟内接听 · The desk answers within a minute', claimed: '等待时间减半 · Half the waiting time', scores: [5, 5, 1, 4, 5],
    values: { metric: '午间平均等待（分钟）· Mean wait at noon (minutes)', unit: 'min', direction: 'lower', baseline: 4.1, target: 2, found: 1.6, n: 412 },
    plan: '十一点半与十二点半轮换。 Half of the desk eats at half past eleven.', result: '自周一起执行。 In force since Monday.', benefit: '等待降到 1.6 分钟，投诉减少三分之二。 1.6 minutes; complaints fell by two thirds.',
  },
  {
    days: 270, by: 'p.zhao', owner: 'p.zhao', title: '夜间自动重启支付网关 · The payment gateway restarts by itself at night',
    description: '夜间值班无权重启，恢复依赖电话叫人。 Whoever is on duty at night may not restart it and has to call somebody.',
    objective: '关键服务两小时内恢复 · Critical services are restored within two hours', claimed: '平均恢复从四小时以上降到一个半小时 · From more than four hours to one and a half', scores: [5, 4, 4, 3, 4],
    figure: ['incident.time_to_restore', 0.8], plan: '脚本、权限、演练。 Script, rights, drill.', result: '三项服务已启用。 In force for three services.',
    benefit: '恢复变快，但不如承诺：长尾来自供应商。 Faster, though less than promised: the long ones wait for a supplier.', followUp: '与供应商商定夜间响应。 A night response is being agreed with the supplier.',
  },
  {
    days: 210, by: 'p.nair', owner: 'p.nair', title: '常见问题先问知识库 · Ask the knowledge base first',
    description: '五分之一的请求有现成文章，用户不知道。 One request in five is answered by an article that users do not know.',
    objective: '自助解决率三成 · Three in ten help themselves', claimed: '每月少 150 个请求 · 150 requests less each month', scores: [4, 4, 1, 4, 5],
    values: { metric: '自助解决率 · Share solved by users themselves', unit: '%', direction: 'higher', baseline: 12, target: 30, found: 24, n: 960 },
    plan: '门户输入时提示文章。 The portal proposes articles while one types.', result: '门户已上线。 In the portal.', benefit: '升到 24 %，未到三成。 24 %, short of three in ten.',
    followUp: '补写最常被问的二十篇。 The twenty most wanted articles are being written.',
  },
  {
    days: 150, by: 'p.koh', owner: 'p.koh', title: '为每个承运商建独立接口 · An interface of its own for each carrier',
    description: '一个承运商故障时其他也变慢。 When one carrier fails the others get slow.', objective: '物流可用性 · Availability of logistics',
    claimed: '互不影响 · No effect on one another', scores: [3, 2, 3, 0, 1], refused: '成本高于三年的损失；先限流。 It costs more than three years of loss; requests are limited first.',
    plan: '', result: '', benefit: '',
  },
  {
    days: 45, by: 'p.he', owner: 'p.he', title: '话术自动摘要 · Calls are summed up by themselves',
    description: '坐席每通电话后写两分钟。 Agents write for two minutes after each call.', objective: '每通电话少用一分钟 · A minute less for each call',
    claimed: '相当于三个人 · As much as three people do', scores: [3, 4, 1, 3, 3],
    values: { metric: '话后处理（秒）· After-call work (seconds)', unit: 's', direction: 'lower', baseline: 118, target: 60, found: 74, n: 800 },
    plan: '先在一个班组试行。 One team tries it first.', result: '', benefit: '',
  },
]; // prettier-ignore
