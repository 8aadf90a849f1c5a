/** Who answers for which requirements, by how their numbers begin; the longest that fits holds. */
export const owners: Readonly<Record<string, string>> = {
  '4': 'p.su', '5': 'p.lin', '6': 'p.su', '7': 'p.su', '7.5': 'p.lim', '7.6': 'p.nair', '8.1': 'p.su', '8.2.1': 'p.su', '8.2.2': 'p.zhou', '8.2.3': 'p.su',
  '8.2.4': 'p.zhou', '8.2.5': 'p.feng', '8.2.6': 'p.han', '8.3.1': 'p.lim', '8.3.2': 'p.lim', '8.3.3': 'p.zhou', '8.3.4': 'p.su', '8.4': 'p.zhao',
  '8.5.1': 'p.xie', '8.5.2': 'p.koh', '8.5.3': 'p.osei', '8.6.1': 'p.shen', '8.6.2': 'p.jiang', '8.6.3': 'p.zheng', '8.7': 'p.zhao', '9': 'p.su', '10': 'p.su',
}; // prettier-ignore

type Found = readonly [
  requirement: string,
  status: 'fulfilled' | 'partly' | 'missing',
  decision: 'fits' | 'adapt' | 'replace',
  days: number,
  reason: string,
];

/** What people found in the first months, beside the live answers. */
export const gaps: readonly Found[] = [
  ['4.1-a', 'partly', 'adapt', 3, '已有经营分析，补充内外部因素。 There is a business analysis; the issues are added to it.'],
  ['4.2-a', 'partly', 'adapt', 3, '补充监管与供应商。 Authorities and suppliers are added.'],
  ['4.3-a', 'missing', 'replace', 4, '原范围只写公司名称。 The old scope named the company only.'],
  ['5.2.1-a', 'missing', 'replace', 2, '没有成文方针。 There was no written policy.'],
  ['5.3-a', 'partly', 'adapt', 4, '部分角色未任命。 Some roles had nobody.'],
  ['6.1.2-a', 'missing', 'replace', 12, '没有风险登记册。 No register of risks.'],
  ['6.2.1-a', 'partly', 'adapt', 6, '指标有，目标值没有。 Figures without targets.'],
  ['6.3-a', 'missing', 'replace', 8, '计划散落在邮件里。 The plan was scattered over mails.'],
  ['7.2-a', 'partly', 'adapt', 10, '人事系统有岗位，无服务能力。 Posts are known, skills are not.'],
  ['7.5.1-a', 'missing', 'replace', 30, '文件在网盘，无版本。 Files on a share, without versions.'],
  ['7.5.2-b', 'missing', 'replace', 6, '无审批记录。 Approvals were not kept.'],
  ['7.5.3-d', 'missing', 'adapt', 2, '外来文件未识别。 External documents were not identified.'],
  ['7.6-a', 'partly', 'adapt', 12, '知识在个人笔记里。 Knowledge in private notes.'],
  ['8.2.4-a', 'fulfilled', 'fits', 0, ''],
  ['8.2.5-a', 'partly', 'adapt', 8, '台账在财务。 The register was with finance.'],
  ['8.2.6-a', 'partly', 'adapt', 15, '类别不统一。 Classes differed by team.'],
  ['8.2.6-g', 'missing', 'adapt', 6, '从未核查。 Never verified.'],
  ['8.3.2-e', 'partly', 'adapt', 3, '调查无抽样说明。 No statement on the sample.'],
  ['8.3.2-h', 'partly', 'adapt', 2, '投诉在客服系统。 Complaints were in the hotline’s tool.'],
  ['8.3.3-a', 'partly', 'adapt', 10, '两家品牌无签署协议。 Two brands had nothing signed.'],
  ['8.3.3-f', 'missing', 'adapt', 4, '未按期评审。 Not reviewed at intervals.'],
  ['8.3.4.1-a', 'partly', 'adapt', 6, '合同无服务指标。 Contracts without measures.'],
  ['8.4.1-a', 'partly', 'adapt', 8, '预算按部门而非服务。 Budgets by department, not by service.'],
  ['8.4.2-a', 'partly', 'adapt', 5, '仅在大促前预测。 Forecast only before the sales.'],
  ['8.4.3-a', 'partly', 'adapt', 8, '无阈值。 No thresholds.'],
  ['8.5.1.1-a', 'missing', 'replace', 4, '没有变更策略。 No policy for changes.'],
  ['8.5.1.2-a', 'partly', 'adapt', 6, '小变更不登记。 Small changes were not recorded.'],
  ['8.5.1.3-j', 'missing', 'adapt', 3, '未做趋势分析。 No trend analysis.'],
  ['8.5.2.1-a', 'partly', 'adapt', 6, '计划无验收准则。 Plans without criteria of acceptance.'],
  ['8.5.3-b', 'partly', 'adapt', 5, '发布计划仅在聊天群。 Plans in a chat group.'],
  ['8.6.1-a', 'fulfilled', 'fits', 0, ''],
  ['8.6.1-e', 'partly', 'adapt', 2, '重大事件定义口头。 What is major was said, not written.'],
  ['8.6.2-a', 'fulfilled', 'fits', 0, ''],
  ['8.6.3-a', 'partly', 'adapt', 8, '问题从未单独记录。 Problems were not recorded apart.'],
  ['8.6.3-g', 'missing', 'adapt', 4, '已知错误未发布。 Known errors unpublished.'],
  ['8.7.1-a', 'partly', 'adapt', 6, '仅订单系统有可用性指标。 Only orders had a target.'],
  ['8.7.2-a', 'missing', 'replace', 20, '无业务影响分析。 No business impact analysis.'],
  ['8.7.3.2-a', 'partly', 'adapt', 10, '风险评估一年前。 The risk assessment was old.'],
  ['9.2-a', 'missing', 'replace', 10, '从未内审。 Never audited.'],
  ['9.3-a', 'missing', 'replace', 4, '无管理评审。 No management review.'],
  ['10.1-a', 'partly', 'adapt', 4, '只记录重大的。 Only the big ones were recorded.'],
  ['10.2-a', 'partly', 'adapt', 5, '改进建议在墙上。 Ideas on a wall.'],
]; // prettier-ignore

/** Looked at again in the autumn, and found done. */
export const doneSince = ['4.3-a', '5.2.1-a', '5.3-a', '6.2.1-a', '6.3-a', '7.5.1-a', '7.5.2-b', '7.5.3-d', '7.6-a', '8.2.5-a', '8.2.6-a', '8.3.2-e', '8.3.3-a', '8.5.1.1-a', '8.5.1.2-a', '8.6.1-e', '8.6.3-a']; // prettier-ignore

type Judged = readonly [
  requirement: string,
  by: string,
  ago: number,
  verdict: 'adequate' | 'inadequate',
  note: string,
];
export const judged: readonly Judged[] = [
  ['4.3-a', 'p.gu', 300, 'adequate', '范围与目录一致，品牌和站点齐全。 The scope agrees with the catalogue; brands and sites are all there.'],
  ['5.2.1-a', 'p.gu', 290, 'adequate', '与宗旨一致，全员可见。 It fits the purpose, and everybody can read it.'],
  ['5.2.1-b', 'p.lin', 280, 'adequate', '四类目标由方针而来。 The four fields of the objectives follow from it.'],
  ['6.3-b', 'p.su', 255, 'adequate', '已知限制和义务都有归口。 Limitations and obligations each have somebody.'],
  ['7.3-b', 'p.gu', 170, 'inadequate', '抽问六人，两人说不出自己的贡献。 Of six people asked, two could not say what they contribute.'],
  ['7.6-b', 'p.su', 150, 'adequate', '抽看十篇文章，步骤可照做。 Ten articles were followed step by step; they work.'],
  ['8.6.3-c', 'p.gu', 90, 'adequate', '抽查五个问题，根因有依据。 Five problems looked at; the causes are shown, not guessed.'],
  ['7.3-b', 'p.gu', 45, 'adequate', '培训后再问八人，均能说明。 After the briefing eight were asked; all could say.'],
  ['8.5.2.1-e', 'p.su', 60, 'adequate', '两项过渡计划均列出依赖。 Both transition plans name what they depend on.'],
]; // prettier-ignore

type Step = {
  readonly key: string;
  readonly title: string;
  readonly requirements: readonly string[];
  readonly owner: string;
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly needs?: readonly string[];
  readonly end: 'confirmed' | 'done' | 'in_progress' | 'planned' | 'cancelled';
  readonly progress?: number;
  readonly result?: string;
};
/** The plan; days ago, and below nought what lies ahead. */
export const actions: readonly Step[] = [
  { key: 'scope', title: '范围与方针成文 · Scope and policy in writing', requirements: ['4.3-a', '5.2.1-a'], owner: 'p.su', from: 355, to: 320, days: 6, end: 'confirmed', result: '两份文件均已生效。 Both documents are in force.' },
  { key: 'roles', title: '任命空缺角色 · Appoint the roles that nobody held', requirements: ['5.3-a'], owner: 'p.zhou', from: 350, to: 315, days: 4, needs: ['scope'], end: 'confirmed', result: '九个角色已任命并有替补。 Nine roles are held and have deputies.' },
  { key: 'documents', title: '文件体系落地 · The set of documents in force', requirements: ['7.5.1-a', '7.5.2-b'], owner: 'p.lim', from: 335, to: 120, days: 36, needs: ['scope'], end: 'confirmed', result: '四级文件共五十余份，双语。 More than fifty documents of all levels, in both languages.' },
  { key: 'change', title: '变更策略与小变更登记 · A policy for changes, and small ones recorded', requirements: ['8.5.1.1-a', '8.5.1.2-a'], owner: 'p.xie', from: 330, to: 270, days: 10, end: 'confirmed', result: '标准变更模型六个在用。 Six models of standard changes are in use.' },
  { key: 'items', title: '统一配置项类别并核查 · Classes of items made one, and verified', requirements: ['8.2.6-a', '8.2.6-g'], owner: 'p.han', from: 310, to: 140, days: 21, needs: ['change'], end: 'confirmed', result: '抽样核查一次，差异已处理。 One verification by sample; its findings are settled.' },
  { key: 'agreements', title: '与两家品牌签署服务协议 · Agreements signed with two brands', requirements: ['8.3.3-a'], owner: 'p.zhou', from: 280, to: 200, days: 10, end: 'confirmed', result: '四家品牌均已签署。 All four brands have signed.' },
  { key: 'awareness', title: '全员意识培训 · A briefing for everybody', requirements: ['7.3-b'], owner: 'p.jiang', from: 160, to: 70, days: 8, needs: ['documents'], end: 'done', result: '三场培训，四十一人参加。 Three sessions, forty-one people.' },
  { key: 'impact', title: '业务影响分析与连续性演练 · Impact analysis and an exercise of the plan', requirements: ['8.7.2-a'], owner: 'p.koh', from: 150, to: 12, days: 20, needs: ['roles'], end: 'in_progress', progress: 70 },
  { key: 'risks', title: '建立风险登记册 · A register of risks', requirements: ['6.1.2-a'], owner: 'p.zhou', from: 60, to: -20, days: 12, needs: ['documents'], end: 'in_progress', progress: 40 },
  { key: 'audit', title: '全条款内部审核 · An internal audit of all clauses', requirements: ['9.2-a'], owner: 'p.su', from: 25, to: -35, days: 10, needs: ['documents', 'awareness'], end: 'planned' },
  { key: 'review', title: '首次管理评审 · The first management review', requirements: ['9.3-a'], owner: 'p.lin', from: -10, to: -60, days: 4, needs: ['audit', 'risks'], end: 'planned' },
  { key: 'tool', title: '另购文件系统 · A separate system for documents', requirements: ['7.5.1-a'], owner: 'p.tang', from: 320, to: 250, days: 15, end: 'cancelled' },
]; // prettier-ignore
