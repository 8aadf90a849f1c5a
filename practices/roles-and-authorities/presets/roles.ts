import type { Limit } from '../role-definition.record.ts';

type Both = readonly [en: string, zh: string];
type RolePreset = {
  readonly role: string;
  readonly duties: Both;
  readonly authorities: Both;
  readonly required: boolean;
  readonly needsDeputy: boolean;
  readonly incompatible: readonly string[];
  readonly limits?: readonly (readonly [decision: Both, limit: Both])[];
};

type More = Partial<Pick<RolePreset, 'needsDeputy' | 'incompatible' | 'limits' | 'required'>>;
const of = (role: string, duties: Both, authorities: Both, more: More = {}): RolePreset => ({
  role,
  duties,
  authorities,
  required: true,
  needsDeputy: false,
  incompatible: [],
  ...more,
});

/** Whoever runs a process does not audit it (S5); whoever decides on changes may well carry the desk. */
const run = [
  'sms-manager', 'incident-manager', 'problem-manager', 'change-manager', 'configuration-manager', 'release-manager', 'service-level-manager',
]; // prettier-ignore

export const rolePresets: readonly RolePreset[] = [
  of('top-management', ['Sets policy and objectives\nGives resources and authority\nHolds the management review\nIs told of major incidents', '制定方针和目标\n提供资源与授权\n主持管理评审\n知悉重大事件'], ['Approves scope, policy, plan and objectives\nAccepts risks above the threshold', '批准范围、方针、计划和目标\n接受超过阈值的风险'], { needsDeputy: true }),
  of('sms-manager', ['Makes sure that the system conforms to the standard\nReports its performance to top management\nKeeps documents, audits and actions going', '确保体系符合标准\n向最高管理者报告体系绩效\n推动文件、审核和措施'], ['Confirms issues, parties and obligations\nMay stop what does not conform', '确认因素、相关方和义务\n可制止不符合做法'], { needsDeputy: true }),
  of('service-owner', ['Answers for a service: requirements, agreement, cost, risks, life cycle', '对一项服务负责：要求、协议、成本、风险、生命周期'], ['Decides on the service within agreement and budget', '在协议和预算内决定服务事项']),
  of('service-level-manager', ['Agrees, measures and reviews service levels\nReports on them', '约定、测量和评审服务级别\n编制服务报告'], ['Signs agreements for the provider', '代表服务提供方签署协议'], { needsDeputy: true }),
  of('business-relationship-manager', ['Knows customers and their plans\nHandles complaints and surveys', '了解客户及其计划\n处理投诉和满意度调查'], ['Decides how a complaint is answered', '决定投诉答复']),
  of('service-desk-lead', ['Leads the desk, plans shifts', '管理服务台、安排班次'], ['Assigns and escalates', '分派和升级'], { needsDeputy: true }),
  of('service-desk-agent', ['Records, solves or passes on, informs users', '登记、解决或转派、告知用户'], ['Grants what a request model allows', '按请求模型受理'], { required: false }),
  of('incident-manager', ['Runs the incident process, leads major incidents', '管理事件过程、指挥重大事件'], ['Declares a major incident\nCalls people in at any hour', '宣布重大事件\n随时召集人员'], { needsDeputy: true, limits: [[['declare a major incident', '宣布重大事件'], ['alone, at any hour', '可单独决定，不限时间']]] }),
  of('problem-manager', ['Finds causes and trends, keeps known errors', '查明原因和趋势、维护已知错误'], ['Asks for changes and people for analysis', '提出变更并调配分析人员'], { needsDeputy: true }),
  of('change-manager', ['Runs the change process and its schedule', '管理变更过程和日程'], ['Approves changes of low risk\nStops a change', '批准低风险变更\n中止变更'], { needsDeputy: true, limits: [[['approve a change', '批准变更'], ['low risk; more by the CAB', '低风险；更高由变更咨询委员会']]] }),
  of('configuration-manager', ['Keeps configuration information right, verifies it', '保持配置信息正确并核查'], ['Refuses unrecorded items', '拒绝未登记的配置项']),
  of('release-manager', ['Plans and carries releases to live', '策划并实施发布'], ['Stops a deployment', '中止部署']),
  of('transition-manager', ['Leads new and changed services to live', '组织新服务和变更服务上线'], ['Refuses what fails its acceptance criteria', '拒绝未通过验收的交付']),
  of('asset-manager', ['Keeps assets and licences, counts them', '管理资产和许可并盘点'], ['Orders counts and disposals', '组织盘点与处置']),
  of('knowledge-manager', ['Keeps knowledge right and found', '保持知识正确可查'], ['Publishes and retires articles', '发布和撤下知识']),
  of('document-controller', ['Keeps documents, versions and retention', '管理文件、版本和保存期限'], ['Withdraws what is obsolete', '撤回作废文件'], { needsDeputy: true }),
  of('engineer', ['Solves, builds and changes within procedures', '按程序解决、构建和变更'], ['Works on items of the own team', '处理本团队配置项'], { required: false }),
  of('internal-auditor', ['Audits impartially, never own work', '公正审核，不审核本人工作'], ['Sees everything inside the scope', '可查看范围内全部资料'], { incompatible: run }),
  of('cab-member', ['Advises on changes', '对变更提出意见'], ['Votes in the board', '在会议中表决'], { required: false }),
  of('ecab-member', ['Is there for emergencies', '处理紧急变更'], ['Authorises emergency changes', '授权紧急变更'], { required: false }),
  of('administrator', ['Keeps the tool running and its people right', '维护工具及人员信息'], ['Changes settings of the tool', '修改工具设置'], { required: false }),
]; // prettier-ignore

export const limitsOf = (preset: RolePreset, at: 0 | 1): Limit[] =>
  (preset.limits ?? []).map(([decision, limit]) => ({ decision: decision[at], limit: limit[at] }));
