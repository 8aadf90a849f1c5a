import type { Preset } from './preset.ts';

type Wants = readonly (readonly [kind: string, en: string, zh: string])[];
const party = (
  key: string,
  fields: Preset['fields'],
  en: readonly [string, string, string],
  zh: readonly [string, string, string],
  wants: Wants,
): Preset => ({
  key,
  fields: { ...fields, kind: key, wants: wants.map(([kind]) => kind) },
  words: {
    en: { title: en[0], stake: en[1], channel: en[2], ...numbered(wants.map(([, text]) => text)) },
    'zh-CN': { title: zh[0], stake: zh[1], channel: zh[2], ...numbered(wants.map(([, , text]) => text)) },
  },
});
const numbered = (texts: readonly string[]) =>
  Object.fromEntries(texts.map((text, i) => [`want${i}`, text] as const));

/** 4.2: the five that are always there first, each with what it usually wants. */
export const partyPresets: readonly Preset[] = [
  party('customers', { influence: 3, coversAll: true },
    ['Customers', 'Decide on and pay for the services; their business rests on them.', 'Agreements, service reviews, complaints, satisfaction surveys'],
    ['客户', '决定并支付服务费用，其业务依赖服务。', '协议、服务评审、投诉、满意度调查'],
    [['performance', 'Agreed service levels are kept and reported honestly', '兑现约定的服务级别并如实报告'], ['security', 'Their information is protected', '其信息得到保护']]),
  party('users', { influence: 2 },
    ['Users', 'Work with the services every day.', 'Service desk, ratings, surveys'],
    ['用户', '日常使用服务。', '服务台、评价、调查'],
    [['service', 'Quick help and clear information when something fails', '故障时得到及时帮助和清楚的信息']]),
  party('suppliers', { influence: 2, coversAll: true },
    ['Suppliers', 'Deliver components and work on which our promises rest.', 'Contracts, supplier reviews'],
    ['供应商', '提供我方承诺所依赖的组件和工作。', '合同、供应商评审'],
    [['contractual', 'Clear orders, agreed interfaces, payment in time', '订单明确、接口约定、按时付款']]),
  party('employees', { influence: 2 },
    ['Employees', 'Carry the services; their competence and load decide on quality.', 'Talks, surveys, handovers'],
    ['员工', '承担服务工作，其能力和负荷决定质量。', '面谈、调查、交接'],
    [['other', 'Clear roles, training and a load that can be borne', '职责清晰、有培训、负荷合理']]),
  party('shareholders', { influence: 3 },
    ['Shareholders and owners', 'Put their money and name into the organisation.', 'Board meetings, annual report'],
    ['股东与所有者', '投入资金与声誉。', '董事会、年度报告'],
    [['performance', 'Return, growth and a reputation that stays whole', '收益、增长和良好声誉']]),
  party('regulators', { influence: 3 },
    ['Authorities', 'Make and supervise the rules on networks, data and labour.', 'Laws, notices, inspections'],
    ['监管机构', '制定并监督网络、数据和劳动等规则。', '法律、通知、检查'],
    [['legal', 'Lawful operation, and notices of incidents in time', '合法运营并按时报告事件']]),
  party('group', { influence: 3 },
    ['Group', 'Sets policies for its members and uses our services.', 'Group policies, meetings'],
    ['集团', '为成员单位制定政策并使用服务。', '集团制度、会议'],
    [['other', 'Group policies are followed, and figures can be compared', '遵循集团制度，数据可比']]),
  party('certification_body', { influence: 2 },
    ['Certification body', 'Certifies the system and watches over the use of its mark.', 'Contract, audits'],
    ['认证机构', '对体系进行认证并监督标志使用。', '合同、审核'],
    [['contractual', 'Access, truthful information, changes told in time', '提供审核条件和真实信息，及时通报变化']]),
  party('public', { influence: 1 },
    ['Public and neighbours', 'Feel what sites and data centres do to their surroundings.', 'Press, complaints'],
    ['公众与周边社区', '受场所和机房运行影响。', '媒体、投诉'],
    [['climate', 'Energy is used with care', '节约用能']]),
]; // prettier-ignore
