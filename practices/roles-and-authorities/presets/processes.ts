import type { Raci } from '../sms-process.record.ts';

type Both = readonly [en: string, zh: string];
/** A process as an organisation of the usual kind has it, to be made one's own. */
type ProcessPreset = {
  readonly code: string;
  readonly clause: string;
  readonly title: Both;
  readonly purpose: Both;
  readonly inputs: Both;
  readonly outputs: Both;
  readonly raci: Raci;
  readonly to: readonly string[];
  readonly types: readonly string[];
};

/** The twenty of 8.2 to 8.7 by the codes of the field. */
export const serviceProcesses = [
  'SVC-PLAN', 'PARTY', 'CAT', 'AM', 'CFG', 'BRM', 'SLM', 'SUP', 'FIN', 'DM', 'CAP', 'CHG', 'SDT', 'REL', 'IM', 'SR', 'PM', 'AVL', 'SCM', 'ISM',
] as const; // prettier-ignore

const top: Raci = { 'top-management': 'A', 'sms-manager': 'R', 'service-owner': 'C' };
const system: Raci = { 'sms-manager': 'AR', 'top-management': 'I', 'service-owner': 'C' };
const by = (role: keyof Raci, more: Raci = {}): Raci => ({
  'top-management': 'I',
  'sms-manager': 'C',
  [role]: 'AR',
  ...more,
});

const of = (
  code: string,
  clause: string,
  title: Both,
  purpose: Both,
  inputs: Both,
  outputs: Both,
  raci: Raci,
  to: string,
  types = '',
): ProcessPreset => ({
  code,
  clause,
  title,
  purpose,
  inputs,
  outputs,
  raci,
  to: to.split(' '),
  types: types === '' ? [] : types.split(' '),
});

export const processPresets: readonly ProcessPreset[] = [
  of('CTX', '4.1', ['Context and scope', '环境与范围'], ['know what surrounds the system and where it ends', '了解体系环境并划定范围'], ['strategy, laws, parties, services', '战略、法律、相关方、服务'], ['issues, requirements, scope, obligations', '因素、要求、范围、义务'], top, 'RISK PLAN', 'context-issue interested-party scope-statement obligation'),
  of('LEAD', '5.1', ['Leadership and policy', '领导作用与方针'], ['direct the system and give authority', '引领体系并授予权限'], ['context, strategy', '环境、战略'], ['policy, roles, decisions', '方针、角色、决定'], top, 'OBJ ORG', 'appointment'),
  of('ORG', '5.3', ['Roles and authorities', '角色与权限'], ['everybody knows what they answer for and may decide', '明确职责和权限'], ['processes, people', '过程、人员'], ['role catalogue, appointments, matrix', '角色目录、任命、职责矩阵'], top, 'COMP', 'appointment role-definition'),
  of('RISK', '6.1', ['Risk and opportunity', '风险和机遇'], ['act in time on what may go wrong or be gained', '及时应对风险与机遇'], ['issues, requirements, incidents, audits', '因素、要求、事件、审核'], ['rated risks, treatments, acceptances', '风险评估、应对、接受'], top, 'PLAN CHG IMP', 'risk'),
  of('OBJ', '6.2', ['Objectives', '服务管理目标'], ['measurable aims that follow from the policy', '由方针分解的可测量目标'], ['policy, figures, requirements', '方针、数据、要求'], ['objectives with plan and values', '目标、计划与结果'], top, 'PLAN MON', 'objective'),
  of('PLAN', '6.3', ['Service management plan', '服务管理计划'], ['how policy, objectives and risks are brought to effect', '落实方针、目标和风险应对'], ['services, obligations, objectives, resources', '服务、义务、目标、资源'], ['plan in force, changes to the system', '现行计划、体系变更'], top, 'CAP RES', 'service-management-plan system-change'),
  of('RES', '7.1', ['Resources', '资源'], ['people, technology, information and money are there', '保证人力、技术、信息和资金'], ['plan, capacity needs', '计划、容量需求'], ['granted resources', '批准的资源'], top, 'COMP FIN'),
  of('COMP', '7.2', ['Competence and awareness', '能力与意识'], ['people can do what their role asks, and know why', '人员胜任并了解其贡献'], ['role profiles, gaps', '岗位要求、差距'], ['training, assessments', '培训、评价'], system, 'ORG'),
  of('COMM', '7.4', ['Communication', '沟通'], ['the right people hear the right thing in time', '及时与相关人员沟通'], ['decisions, changes, reports', '决定、变更、报告'], ['messages and proof of them', '沟通及其证据'], system, 'BRM'),
  of('DOC', '7.5', ['Documented information', '文件化信息'], ['documents are right, approved and at hand', '文件正确、经批准且可获取'], ['needs of processes, laws', '过程需要、法律'], ['documents in force, records', '现行文件、记录'], by('document-controller', { 'sms-manager': 'R' }), 'COMM', 'document'),
  of('KM', '7.6', ['Knowledge', '知识管理'], ['what was learnt is found again', '知识可获取和复用'], ['solutions, known errors', '解决方案、已知错误'], ['articles', '知识条目'], by('knowledge-manager', { engineer: 'R' }), 'IM SR PM', 'article'),
  of('SVC-PLAN', '8.2.2', ['Plan the services', '服务策划'], ['right services, clear requirements and rank', '服务正确、要求明确、排序合理'], ['ideas, objectives, risks, reports', '需求设想、目标、风险、报告'], ['requirements, criticality, proposals', '服务要求、关键度、提案'], { 'top-management': 'A', 'service-owner': 'R', 'sms-manager': 'C', 'business-relationship-manager': 'R' }, 'CAT SDT DM', 'service'),
  of('PARTY', '8.2.3', ['Control of parties', '相关方控制'], ['accountability for what others run', '对他方运行部分负责'], ['scope, contracts', '范围、合同'], ['party register, measures', '相关方清单、测量'], top, 'SUP SLM'),
  of('CAT', '8.2.4', ['Service catalogue', '服务目录'], ['everybody knows what is offered', '明确提供的服务'], ['live services, agreements', '在用服务、协议'], ['catalogue with history', '服务目录及历史'], by('service-owner', { 'service-level-manager': 'R' }), 'SLM SR', 'service'),
  of('AM', '8.2.5', ['Assets', '资产管理'], ['assets serve requirements and obligations', '资产满足要求与义务'], ['orders, licences, disposals', '订单、许可、处置'], ['register, licence position', '资产台账、许可状况'], by('asset-manager', { engineer: 'R' }), 'CFG FIN', 'asset licence stock-take'),
  of('CFG', '8.2.6', ['Configuration', '配置管理'], ['reliable information on items', '可靠的配置信息'], ['changes, releases, discovery', '变更、发布、发现'], ['items, baselines, verifications', '配置项、基线、核查'], by('configuration-manager', { engineer: 'R' }), 'IM CHG PM', 'ci'),
  of('BRM', '8.3.2', ['Business relationship', '业务关系管理'], ['understood and satisfied customers', '理解并满足客户'], ['feedback, complaints, plans of customers', '反馈、投诉、客户计划'], ['reviews, surveys, requirements', '评审、调查、要求'], by('business-relationship-manager', { 'service-owner': 'R', 'customer-contact': 'C' }), 'SLM DM SVC-PLAN', 'complaint survey rating'),
  of('SLM', '8.3.3', ['Service level', '服务级别管理'], ['agreed, measured and reviewed levels', '约定、测量和评审服务级别'], ['requirements, measurements', '要求、测量'], ['agreements, reviews', '协议、评审'], by('service-level-manager', { 'service-owner': 'R', 'customer-contact': 'R' }), 'SUP AVL CAP', 'agreement'),
  of('SUP', '8.3.4', ['Supplier', '供应商管理'], ['suppliers deliver what agreements need', '供应商满足协议需要'], ['needs, contracts, measurements', '需求、合同、测量'], ['contracts, reviews, disputes', '合同、评审、争议'], by('service-level-manager', { 'service-owner': 'C' }), 'SLM FIN PARTY'),
  of('FIN', '8.4.1', ['Budgeting and accounting', '预算与核算'], ['cost per service under control', '按服务控制成本'], ['ledger, plans, drivers', '账目、计划、动因'], ['budget, actuals, variance', '预算、实际、偏差'], top, 'CAP'),
  of('DM', '8.4.2', ['Demand', '需求管理'], ['know demand before it arrives', '提前掌握需求'], ['plans of customers, consumption', '客户计划、消耗'], ['forecast', '需求预测'], by('service-owner', { 'business-relationship-manager': 'R' }), 'CAP BRM'),
  of('CAP', '8.4.3', ['Capacity', '容量管理'], ['enough people, technology, information, money', '足够的人力、技术、信息和资金'], ['demand, targets, metrics', '需求、目标、指标'], ['plan, analyses, actions', '计划、分析、措施'], by('service-owner', { engineer: 'R' }), 'FIN CHG AVL'),
  of('CHG', '8.5.1', ['Change', '变更管理'], ['controlled, reversible, reviewed change', '受控、可回退、经评审的变更'], ['requests, problems, releases', '变更请求、问题、发布'], ['authorised schedule, reviews', '批准的日程、评审'], by('change-manager', { 'cab-member': 'C', engineer: 'R', 'service-owner': 'C' }), 'REL CFG SDT IM', 'change'),
  of('SDT', '8.5.2', ['Design and transition', '设计与转换'], ['new, changed and removed services meet requirements', '新的、变更的和移除的服务满足要求'], ['requirements, proposals', '要求、提案'], ['plan, design, acceptance', '计划、设计、验收'], by('transition-manager', { 'service-owner': 'R', engineer: 'R' }), 'REL CHG SLM CAT', 'transition'),
  of('REL', '8.5.3', ['Release and deployment', '发布与部署'], ['tested packages arrive intact', '经测试的版本完整部署'], ['approved changes, builds', '批准的变更、构建'], ['release, baseline, result', '发布、基线、结果'], by('release-manager', { engineer: 'R' }), 'CFG PM IM', 'release'),
  of('IM', '8.6.1', ['Incident', '事件管理'], ['restore service fast, inform, learn', '快速恢复、告知、学习'], ['calls, mail, alarms', '电话、邮件、告警'], ['restored service, reviews', '恢复的服务、评审'], by('incident-manager', { 'service-desk-lead': 'R', 'service-desk-agent': 'R', engineer: 'R', 'service-owner': 'C' }), 'PM CHG CFG SLM AVL ISM', 'incident major-incident'),
  of('SR', '8.6.2', ['Service request', '服务请求管理'], ['standard demands by prepared paths', '按既定路径满足常规需求'], ['catalogue items, approvals', '目录条目、审批'], ['fulfilled requests', '完成的请求'], by('service-desk-lead', { 'service-desk-agent': 'R', engineer: 'R' }), 'CAT CHG AM', 'service-request'),
  of('PM', '8.6.3', ['Problem', '问题管理'], ['remove causes, limit what remains', '消除原因、控制影响'], ['incidents, trends, reviews', '事件、趋势、评审'], ['causes, known errors, changes', '根因、已知错误、变更'], by('problem-manager', { engineer: 'R', 'service-owner': 'C' }), 'IM CHG REL CFG KM', 'problem'),
  of('AVL', '8.7.1', ['Availability', '可用性管理'], ['services are usable when agreed', '约定时间内服务可用'], ['targets, outages, risks', '目标、中断、风险'], ['measurements, investigations', '测量、调查'], by('service-owner', { engineer: 'R' }), 'IM PM SLM SCM'),
  of('SCM', '8.7.2', ['Continuity', '连续性管理'], ['recover from serious loss in agreed time', '重大损失后按约定恢复'], ['impact analysis, risks', '影响分析、风险'], ['plans, tests', '计划、演练'], top, 'AVL ISM SUP CHG'),
  of('ISM', '8.7.3', ['Information security', '信息安全管理'], ['protect confidentiality, integrity, availability', '保护保密性、完整性、可用性'], ['threats, obligations', '威胁、义务'], ['controls, security incidents', '控制、安全事件'], top, 'IM CHG SUP SCM AM'),
  of('MON', '9.1', ['Measurement', '监视与测量'], ['know whether system and services are effective', '了解体系和服务是否有效'], ['records of all processes', '各过程记录'], ['figures, evaluations', '数据、评价'], system, 'MR RPT'),
  of('AUD', '9.2', ['Internal audit', '内部审核'], ['see whether the system conforms and lives', '检查体系符合性与有效性'], ['programme, criteria', '方案、准则'], ['findings, reports', '发现、报告'], { 'sms-manager': 'A', 'internal-auditor': 'R', 'top-management': 'I' }, 'NC MR', 'internal-audit'),
  of('MR', '9.3', ['Management review', '管理评审'], ['top management decides on the system', '最高管理者对体系作出决定'], ['twelve inputs', '十二项输入'], ['decisions, actions', '决定、措施'], { 'top-management': 'AR', 'sms-manager': 'R' }, 'OBJ IMP', 'management-review'),
  of('RPT', '9.4', ['Service reporting', '服务报告'], ['reports that lead to decisions', '支持决策的报告'], ['figures, trends', '数据、趋势'], ['issued reports', '发布的报告'], by('service-level-manager', { 'service-owner': 'R' }), 'BRM MR'),
  of('NC', '10.1', ['Nonconformity and corrective action', '不符合与纠正措施'], ['causes are removed, not only effects', '消除原因而非仅处理后果'], ['findings, lapses, complaints', '发现、失效、投诉'], ['causes, actions, effectiveness', '原因、措施、有效性'], system, 'DOC RISK', 'nonconformity action-item'),
  of('IMP', '10.2', ['Continual improvement', '持续改进'], ['get better on purpose', '有目的地改进'], ['ideas, opportunities, reviews', '建议、机遇、评审'], ['measured improvements', '可测量的改进'], top, 'PLAN OBJ', 'improvement'),
]; // prettier-ignore
