/** Of the library these become documents: everything that is mandatory or expected of levels 1 and 2, the manual and a few forms. */
export const forms = [
  'SMS-L3-06-OBJ-01',
  'SMS-L3-08-CHG-01',
  'SMS-L3-08-CHG-02',
  'SMS-L3-08-IM-01',
  'SMS-L3-08-IM-02',
  'SMS-L3-08-PM-01',
];

/** Who writes, and who answers for it, by the role that a template names. Who approves writes nothing at that level. */
export const byRole: Readonly<Record<string, { readonly writes: string; readonly owns: string }>> = {
  'top-management': { writes: 'p.su', owns: 'p.lin' },
  'sms-manager': { writes: 'p.zhou', owns: 'p.su' },
  'document-controller': { writes: 'p.lim', owns: 'p.lim' },
  'business-relationship-manager': { writes: 'p.lim', owns: 'p.lim' },
  'service-level-manager': { writes: 'p.zhou', owns: 'p.zhou' },
  'knowledge-manager': { writes: 'p.nair', owns: 'p.nair' },
  'asset-manager': { writes: 'p.feng', owns: 'p.feng' },
  'service-owner': { writes: 'p.zhao', owns: 'p.zhao' },
  'configuration-manager': { writes: 'p.han', owns: 'p.han' },
  'change-manager': { writes: 'p.xie', owns: 'p.xie' },
  'incident-manager': { writes: 'p.shen', owns: 'p.shen' },
  'problem-manager': { writes: 'p.zheng', owns: 'p.zheng' },
  'release-manager': { writes: 'p.osei', owns: 'p.osei' },
  'transition-manager': { writes: 'p.koh', owns: 'p.koh' },
  'service-desk-lead': { writes: 'p.jiang', owns: 'p.jiang' },
  'internal-auditor': { writes: 'p.zhou', owns: 'p.gu' },
}; // prettier-ignore

/** Days ago on which the work on it begins; the others follow each other over the first months. */
export const begun: Readonly<Record<string, number>> = {
  'SMS-L1-05-POL': 352, 'SMS-L1-04-SCP': 350, 'SMS-L1-04-CTX': 349, 'SMS-L1-06-OBJ': 347, 'SMS-L1-06-SMP': 345, 'SMS-L1-05-ORG': 344,
  'SMS-L1-08-CHP': 342, 'SMS-L1-08-ISP': 340, 'SMS-L1-00-MAN': 330, 'SMS-L2-07-DOC': 338, 'SMS-L2-08-SCM-PLN': 205, 'SMS-L2-08-SCM': 212,
  'SMS-L2-08-AVL': 196, 'SMS-L2-08-CAP': 188, 'SMS-L2-08-DM': 181, 'SMS-L2-08-FIN': 160, 'SMS-L2-08-PTY': 172, 'SMS-L2-08-ISM': 222,
  'SMS-L2-09-AUD': 140, 'SMS-L2-09-MR': 132, 'SMS-L2-09-MON': 150, 'SMS-L2-09-RPT': 146, 'SMS-L2-10-CI': 118, 'SMS-L2-10-NC': 124,
}; // prettier-ignore

/** Read and acknowledged by everybody inside, or by those in whose hands it is. */
export const mustRead: Readonly<Record<string, readonly string[] | 'staff'>> = {
  'SMS-L1-05-POL': 'staff',
  'SMS-L1-08-ISP': 'staff',
  'SMS-L2-08-IM': ['service-desk-agent', 'service-desk-lead', 'incident-manager', 'engineer'],
  'SMS-L2-08-CHG': ['engineer', 'change-manager', 'cab-member', 'service-owner'],
  'SMS-L2-08-MI': ['incident-manager', 'service-desk-lead', 'service-owner', 'top-management'],
};

/** Months to the review; two were given half a year, and it went by. */
export const reviewMonths: Readonly<Record<string, number>> = { 'SMS-L2-07-COM': 6, 'SMS-L2-07-HR': 6 };
export const confirmed: Readonly<Record<string, number>> = {
  'SMS-L1-05-POL': 66,
  'SMS-L1-04-SCP': 66,
  'SMS-L1-04-CTX': 65,
  'SMS-L1-05-ORG': 64,
  'SMS-L1-08-CHP': 58,
};

type Revision = {
  readonly ago: number;
  readonly revision: 'major' | 'minor';
  readonly reason: string;
  readonly note: string;
  readonly en: string;
  readonly zh: string;
};
export const revised: Readonly<Record<string, Revision>> = {
  'SMS-L1-08-ISP': { ago: 118, revision: 'major', reason: '供应商应在 12 小时内告知 · Suppliers shall tell us within 12 hours',
    note: '新增语言模型的使用规定。 Rules for the use of language models added.',
    en: 'Language models: no data of customers or shoppers is given to a model outside our own contracts; what a model wrote is checked by whoever uses it.',
    zh: '大模型：不得将客户或顾客数据交给合同之外的模型；模型生成的内容由使用者核对。' },
  'SMS-L1-06-OBJ': { ago: 52, revision: 'major', reason: '新一年目标 · The objectives of the new year', note: '新年度目标，热线目标提高到 88%。 Objectives of the new year; the hotline aims at 88 %.',
    en: 'For the year from October on the hotline answers 88 % of calls within 30 s; the other targets stand.', zh: '自十月起的新年度，热线 30 秒接听率目标为 88%，其他目标不变。' },
  'SMS-L1-06-SMP': { ago: 48, revision: 'major', reason: '新一年计划 · The plan of the new year', note: '新年度计划：第二云区域。 The plan of the new year: a second cloud region.',
    en: 'New this year: a second cloud region for orders and payment, in service before the sale of November next year.', zh: '本年度新增：订单与支付启用第二云区域，于明年十一月大促前投入使用。' },
  'SMS-L2-08-CHG': { ago: 96, revision: 'major', reason: '变更趋势分析的结论 · What the trend analysis of changes found', note: '重大变更须先在测试集群预演。 Significant changes are rehearsed first.',
    en: 'Significant and major changes are rehearsed on the test cluster; the time the rehearsal took stands in the plan.', zh: '重要和重大变更须先在测试集群预演，预演用时写入实施计划。' },
  'SMS-L2-08-IM': { ago: 30, revision: 'minor', reason: '电话号码更正 · A telephone number', note: '更正值班电话。 The number of the duty phone is put right.',
    en: 'The duty phone is 6000, key 1.', zh: '值班电话为 6000 转 1。' },
}; // prettier-ignore

/** What the library has no template for. */
export const external = [
  { key: 'standard', code: 'SMS-L2-04-STD', documentClass: 'standard', titleEn: 'ISO/IEC 20000-1:2018 Service management system requirements', titleZh: 'ISO/IEC 20000-1:2018 信息技术 服务管理 第 1 部分',
    source: 'ISO/IEC JTC 1/SC 40', sourceEdition: '2018-09, Amd 1:2024', sourceUrl: 'https://www.iso.org/standard/70636.html', clauses: ['4.3'], ago: 336, checkedAgo: 40 },
  { key: 'law', code: 'SMS-L2-08-PIPL', documentClass: 'law', titleEn: 'Personal Information Protection Law of the People’s Republic of China', titleZh: '中华人民共和国个人信息保护法',
    source: '全国人民代表大会常务委员会', sourceEdition: '2021-11-01', sourceUrl: 'http://www.npc.gov.cn', clauses: ['8.7.3.1'], ago: 334, checkedAgo: 75 },
] as const; // prettier-ignore

export const remoteWork = {
  old: { code: 'SMS-L3-08-RW-01', titleEn: 'Working from home: instruction', titleZh: '居家办公作业指导书',
    bodyEn: '## Rules\n\n1. Only the company laptop, only over the company VPN.\n2. Two days a week, agreed with the team lead.\n', bodyZh: '## 规则\n\n1. 仅使用公司电脑，仅通过公司 VPN。\n2. 每周两天，与团队负责人约定。\n' },
  next: { code: 'SMS-L3-08-RW-02', titleEn: 'Remote work and travel: instruction', titleZh: '远程办公与出差作业指导书',
    bodyEn: '## Rules\n\n1. Only company devices with an encrypted disk; the second factor always.\n2. Nothing of a customer on a screen in trains, hotels and cafés.\n3. A lost device is reported to the service desk (6000) within one hour.\n', bodyZh: '## 规则\n\n1. 仅使用磁盘加密的公司设备，一律启用多因素验证。\n2. 不在火车、酒店、咖啡馆的屏幕上显示客户信息。\n3. 设备遗失一小时内报告服务台（6000）。\n' },
  draft: { code: 'SMS-L3-08-AI-01', titleEn: 'Use of language models at the service desk', titleZh: '服务台使用大模型作业指导书',
    bodyEn: '## Rules\n\n1. A proposed answer is read before it is sent.\n2. Names, addresses and order numbers are removed first.\n3. To be settled with the brands: may answers be translated by a model?\n', bodyZh: '## 规则\n\n1. 建议回复须先阅读再发送。\n2. 先去除姓名、地址和订单号。\n3. 待与品牌商定：可否用模型翻译回复？\n' },
} as const; // prettier-ignore
