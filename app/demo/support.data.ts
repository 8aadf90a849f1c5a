/** What supportLives tells: the words are those of the firm, in both languages where both are read. */

type Competence = {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
};
export const competences: readonly Competence[] = [
  { key: 'system', title: '理解服务管理体系 Understands the system', kind: 'knowledge', level1: '知道方针和目标 Knows policy and objectives', level2: '能向审核员说明本职流程 Explains the own process to an auditor', level3: '能培训新人 Trains newcomers' },
  { key: 'record', title: '工单记录 Keeps records', kind: 'conduct', level1: '按提示填写 Fills in what is asked', level2: '他人凭记录能接手 Others can take over from the record', level3: '能评审他人记录 Reviews others’ records' },
  { key: 'restore', title: '恢复服务 Restores services', kind: 'skill', level1: '在指导下执行预案 Follows a runbook with a colleague', level2: '独立恢复 P2 Restores a P2 alone', level3: '指挥 P1 Leads a P1' },
  { key: 'customer', title: '客户沟通 Talks with customers', kind: 'conduct', level1: '使用话术 Uses prepared words', level2: '能处理抱怨 Handles a complaint', level3: '主持服务评审 Leads a service review' },
  { key: 'risk', title: '评估风险与影响 Judges risk and impact', kind: 'skill', level1: '会用评估表 Uses the form', level2: '能独立判断变更风险 Judges the risk of a change alone', level3: '能复核他人判断 Reviews others’ judgement' },
  { key: 'lead', title: '带领流程 Leads a process', kind: 'skill', level1: '维护数据 Keeps its data', level2: '按指标管理 Steers by figures', level3: '改进流程 Improves it' },
]; // prettier-ignore
export const withoutKey = ({ key: _key, ...rest }: Competence) => rest;

type Need = readonly [key: string, level: number, mandatory: boolean];
const hands: ReadonlySet<string> = new Set([
  'engineer',
  'service-desk-agent',
  'service-desk-lead',
  'incident-manager',
]);
const judging: ReadonlySet<string> = new Set([
  'change-manager',
  'cab-member',
  'release-manager',
  'configuration-manager',
  'problem-manager',
]);
export function needsOf(role: string): readonly Need[] {
  const common: readonly Need[] = [
    ['system', 1, true],
    ['record', 2, false],
  ];
  if (hands.has(role)) return [['restore', 2, true], ...common];
  if (judging.has(role)) return [['risk', 2, true], ...common];
  return [['lead', 2, true], ['customer', 1, false], ...common];
}

export const profileText = {
  tasks: '见岗位职责 SMS-L1-05-ORG。 As in the description of roles, SMS-L1-05-ORG.',
  education: '大专以上或同等经验 Degree, or experience instead of it',
  experience: '相关工作一年以上 A year of such work',
};
/** A role of a few that nobody thought of: the next audit will. */
export const forgotten = 'ecab-member';
export const unassessed: readonly string[] = ['p.osei', 'p.feng'];

export const shownBy = [
  '抽查十张工单 Ten tickets looked at',
  '三月演练 Drill in March',
  '与组长面谈 Talk with the team lead',
  '评审中的表现 As seen in reviews',
] as const;
export const conclusion = '与本人一起看了记录和近期工作。 Records and recent work were looked at together.';
export const restriction = '补齐之前不得独立值夜班。 No night shift alone until then.';

export const plans = [
  {
    way: 'mentoring',
    plan: '两个月内由资深同事带班三次。 Three shifts with a senior colleague within two months.',
  },
  { way: 'self_study', plan: '学习预案并参加下次演练。 Study the runbooks, take part in the next drill.' },
] as const;
export const didIt = '已完成三次带班，有记录。 Three shifts done, with notes.';
export const seen = '本月独立处理两起 P2，无返工。 Two P2 handled alone this month, none came back.';

type Question = {
  readonly question: string;
  readonly options: readonly string[];
  readonly right: readonly number[];
};
const about: readonly Question[] = [
  { question: '谁批准变更？ Who approves a change?', options: ['申请人 Who asks for it', '申请人和实施人以外的人 Somebody who neither asks nor implements'], right: [1] },
  { question: '什么可以暂停承诺时间？ What pauses a promise?', options: ['等待客户 Waiting for the customer', '等待供应商 Waiting for a supplier', '商定的暂停 An agreed hold'], right: [0, 2] },
  { question: '事件解决意味着？ A resolved incident means:', options: ['服务已恢复 The service is restored', '根因已消除 The cause is gone'], right: [0] },
  { question: '发现不符合时首先？ First, when something does not conform:', options: ['找责任人 Find who did it', '控制并处理后果 Contain it and deal with the consequences'], right: [1] },
]; // prettier-ignore

export type Course = {
  readonly title: string;
  readonly kind: 'standard_interpretation' | 'process_operation' | 'case_analysis';
  readonly gives: string;
  /** Planned so many days before the end; held twelve days later. */
  readonly days: number;
  readonly text: Readonly<Record<string, unknown>>;
  readonly questions?: readonly Question[];
};
export const courses: readonly Course[] = [
  { title: '标准解读 What ISO/IEC 20000-1 asks of us', kind: 'standard_interpretation', gives: 'system', days: 320, questions: about, text: { aim: '人人知道体系为何存在 Everybody knows why the system is there', ableTo: '能说明本职流程与标准的关系 Explains the own process in its light', effectMethod: '一个月后抽查访谈 Interviews after a month', hours: 3 } },
  { title: '流程操作 How we run incidents, changes and requests', kind: 'process_operation', gives: 'record', days: 262, text: { aim: '工单一次写对 Records right at the first time', ableTo: '他人凭记录能接手 Others can take over from the record', effectMethod: '抽查工单 Sample of tickets', hours: 4 } },
  { title: '案例分析 What we learnt from last year’s outages', kind: 'case_analysis', gives: 'restore', days: 96, text: { aim: '同样的错误不再发生 Not the same fault twice', ableTo: '能识别升级时机 Sees when to escalate', effectMethod: '演练 Drill', hours: 2 } },
]; // prettier-ignore
export const room =
  '上海 13 楼培训室，新加坡、成都远程 Training room, floor 13; Singapore and Chengdu by video';
export const sessionNote = '签到见附件，提问踊跃。 Attendance attached; many questions.';
export const effects = {
  standard_interpretation: { effectiveness: 'effective', effectivenessNote: '抽问八人，七人能说明。 Seven of eight who were asked could say it.' },
  process_operation: { effectiveness: 'partly', effectivenessNote: '抽查 40 张，6 张仍缺影响说明。 Of 40 tickets 6 still lack the impact.', followUp: '工单模板增加必填项，一个月后再看。 A required field in the template; looked at again in a month.' },
  case_analysis: { effectiveness: 'effective', effectivenessNote: '演练中升级时间由 25 分钟降至 9 分钟。 In the drill escalation took 9 minutes instead of 25.' },
} as const; // prettier-ignore

const knowing = {
  topics: ['policy', 'objectives', 'services', 'contribution', 'consequences'],
  textEn:
    'Our policy in one sentence: what we promise to brands and colleagues we keep, and we say early when we cannot.\n\nThis year: orders available 99.9 %, 95 % of incidents in time, no change without approval.\n\nYour part is what you do at your desk: a record that others can take over, a change that is written before it is made.\n\nWhen it is not kept, customers notice first: the outage of last autumn was a change that nobody had recorded.',
  textZh:
    '方针一句话：对品牌方和同事承诺的，我们做到；做不到的，及早说明。\n\n今年目标：订单可用率 99.9 %，95 % 事件按期解决，变更无一未经批准。\n\n您的部分就在手边：他人能接手的记录、先写后做的变更。\n\n不遵守时最先感到的是客户：去年秋天的中断就是一次未登记的变更。',
};
export const campaigns = [
  { days: 305, oneIn: 29, text: { ...knowing, title: '服务方针与目标 Our policy and objectives' } },
  {
    days: 40,
    oneIn: 4,
    text: { ...knowing, title: '新年度方针与目标 Policy and objectives of the new year' },
  },
] as const;
export const contributions = [
  '我写的记录别人能接手。 Others can take over from my records.',
  '我先写变更再动手。 I write the change before I make it.',
  '我及时告诉客户。 I tell customers in time.',
  '我关注自己流程的指标。 I watch the figures of my process.',
] as const;
export const ended =
  '其余人员因休假，返岗后面谈。 The rest are on leave and will be spoken with when they are back.';

/** `expires`: so many days before the end; below zero is still ahead. */
export const certificates = [
  { person: 'p.shen', title: 'ITIL 4 Managing Professional', issuer: 'PeopleCert', certificateNumber: 'GR-771-2204', expires: -210 },
  { person: 'p.su', title: 'ISO/IEC 20000 Lead Implementer', issuer: 'PECB', certificateNumber: 'SMSLI-10922', expires: -48 },
  { person: 'p.gu', title: 'ISO/IEC 20000 Lead Auditor', issuer: 'PECB', certificateNumber: 'SMSLA-20417', expires: null },
  { person: 'p.zhao', title: '阿里云 ACP Cloud operations', issuer: 'Alibaba Cloud', certificateNumber: 'ACP-55-918', expires: 35 },
  { person: 'p.tang', title: 'PMP', issuer: 'PMI', certificateNumber: '3344871', expires: -400 },
] as const; // prettier-ignore
export const verified = '看过原件并查询发证机构 Original seen, issuer’s register asked';

export const words = {
  messageEn:
    'The figures of last month are in: what was met, what was missed, and what follows is in the report.',
  messageZh: '上月指标已出：完成、未完成和后续措施见报告。',
};
export const proof =
  '服务报告已发至各品牌方联系人，回执存档。 The service report went to the contacts of all brands; receipts are filed.';
export const nextAfter = { monthly: 12, quarterly: 40, yearly: 90 } as const;

const inside = { side: 'internal' } as const;
const outside = { side: 'external' } as const;
export const lines = [
  { key: 'figures', title: '月度指标 Monthly figures', kind: 'performance', what: '各流程指标与目标的差距 Figures of all processes against their targets', ...inside, trigger: 'schedule', frequency: 'monthly', audienceRoles: ['engineer', 'service-desk-agent', 'service-owner'], channel: 'notice', responsibleRole: 'service-desk-lead', ...words },
  { key: 'customers', title: '客户服务报告 Service reports to brands', kind: 'performance', what: '承诺、实际、原因、措施 Promised, reached, why, what follows', ...outside, trigger: 'schedule', frequency: 'monthly', audienceNote: '各品牌方联系人 Contacts of all brands', channel: 'report', responsibleRole: 'business-relationship-manager' },
  { key: 'policy', title: '服务方针 Service policy', kind: 'policy', what: '方针与年度目标 Policy and the objectives of the year', ...inside, trigger: 'schedule', frequency: 'yearly', audienceRoles: ['engineer', 'service-desk-agent'], channel: 'meeting', responsibleRole: 'top-management' },
  { key: 'major', title: '重大事件 Major incident', kind: 'incident', what: '影响范围、进展、下次通报时间 Extent, progress, time of the next word', ...outside, trigger: 'event', event: '宣布重大事件 A major incident is declared', within: '30 min', audienceNote: '受影响的品牌方和最高管理者 Brands that are affected, top management', channel: 'phone', responsibleRole: 'incident-manager' },
  { key: 'window', title: '计划停机 Planned outage', kind: 'change', what: '时间、影响、联系人 When, what is affected, whom to ask', ...outside, trigger: 'event', event: '批准需停机的变更 A change with an outage is approved', within: '3 个工作日前 3 working days ahead', audienceNote: '相关品牌方 Brands concerned', channel: 'mail', responsibleRole: 'change-manager' },
  { key: 'regulator', title: '监管通报 Notice to authorities', kind: 'obligation', what: '个人信息安全事件 Incidents with personal data', ...outside, trigger: 'event', event: '确认个人信息泄露 A leak of personal data is confirmed', within: '24 h', audienceNote: '网信办 Cyberspace administration', channel: 'other', responsibleRole: 'sms-manager' },
] as const; // prettier-ignore

const granted = {
  decision: 'provide',
  reason: '夜班连续三个月只有一人。 One person alone at night for three months.',
};
export const resources = [
  { person: 'p.zhao', resourceClass: 'people', title: '平台运维夜班 Night shift of platform operations', unit: '人 people', need: 4, available: 3, description: '两人值班才能处理并发 P1。 Two are needed when two P1 come together.', outcome: { kind: 'provided', with: granted } },
  { person: 'p.koh', resourceClass: 'technology', title: '演练环境 Environment for drills', unit: '套 sets', need: 1, available: 0, description: '恢复演练不能在生产上做。 Restores cannot be drilled in production.', outcome: { kind: 'refused', with: { decision: 'postpone', reason: '下一预算年度。 In the next budget.' } } },
  { person: 'p.chen', resourceClass: 'information', title: '支付渠道接口文档 Documents of payment channels', unit: '份 documents', need: 6, available: 6, description: '排查时要查。 Needed when tracing faults.', outcome: { kind: 'covered' } },
  { person: 'p.su', resourceClass: 'money', title: '培训与认证 Training and certification', unit: '万元 10,000 CNY', need: 18, available: 18, description: '内审员、课程、认证费。 Auditors, courses, the certifier.', outcome: { kind: 'covered' } },
] as const; // prettier-ignore
export const came = '六月到岗，已单独值班。 In place since June, on shift alone by now.';

export const benefit = {
  title: '客户关系专员 A specialist for customer relations',
  kind: 'efficiency',
  investment: '半个岗位 Half a post',
  investedCents: 9_600_000,
  currency: 'CNY',
  promise: '应告知客户的按期告知 Customers are told in time',
  measureKey: 'communication_occurrence.on_time',
  direction: 'higher',
  targetValue: 95,
} as const;
export const brought =
  '一次因休假晚了六天，未达 95 %；已指定代理人。 One word was six days late during leave: below 95 %. A deputy is named now.';
