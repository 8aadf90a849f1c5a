import type { Preset } from './preset.ts';

/** Names, numbers and dates are facts; what each asks is told in our own words and is no legal advice. */
const law = (
  key: string,
  [kind, issuedBy, inForceSince, reference]: readonly [
    string,
    readonly [string, string],
    string | null,
    string,
  ],
  en: readonly [string, string],
  zh: readonly [string, string],
  sectors?: Preset['sectors'],
): Preset => ({
  key,
  ...(sectors ? { sectors } : {}),
  fields: { kind, reference, ...(inForceSince === null ? {} : { inForceSince }) },
  words: {
    en: { title: en[0], demands: en[1], issuedBy: issuedBy[0] },
    'zh-CN': { title: zh[0], demands: zh[1], issuedBy: issuedBy[1] },
  },
});

const congress = [
  'Standing Committee of the National People’s Congress',
  '全国人民代表大会常务委员会',
] as const;
const council = ['State Council', '国务院'] as const;
const cyberspace = ['Cyberspace Administration of China', '国家互联网信息办公室'] as const;

export const obligationPresets: readonly Preset[] = [
  law('cn.cybersecurity_law', ['law', congress, '2017-06-01', 'Cybersecurity Law 网络安全法, amended as of 2026-01-01'],
    ['Cybersecurity Law', 'Graded protection, named persons in charge, technical safeguards, network logs of six months or more, a plan for incidents and reports of them.'],
    ['网络安全法', '等级保护、明确负责人、技术防护、网络日志留存不少于六个月、应急预案和事件报告。']),
  law('cn.data_security_law', ['law', congress, '2021-09-01', 'Data Security Law 数据安全法'],
    ['Data Security Law', 'Data are classed and graded, safeguards fit the grade, risks of important data are assessed, incidents are dealt with and reported.'],
    ['数据安全法', '数据分类分级，按级保护，重要数据定期风险评估，安全事件处置与报告。']),
  law('cn.personal_information', ['law', congress, '2021-11-01', 'Personal Information Protection Law 个人信息保护法'],
    ['Personal Information Protection Law', 'A ground for every use, informed consent, as little as needed, contracts with those who process on our behalf, impact assessments, rights of the persons, notice of leaks.'],
    ['个人信息保护法', '处理有依据、知情同意、最小必要、委托处理合同、影响评估、保障个人权利、泄露通知。']),
  law('cn.network_data', ['regulation', council, '2025-01-01', 'Regulations on Network Data Security 网络数据安全管理条例'],
    ['Regulations on Network Data Security Management', 'Duties of those who handle network data: contracts and records when data are passed on, important data, cross-border transfer.'],
    ['网络数据安全管理条例', '网络数据处理者义务：提供和委托处理的合同与记录、重要数据、跨境传输。']),
  law('cn.incident_reports', ['regulation', cyberspace, '2025-11-01', 'Measures on reporting cybersecurity incidents 国家网络安全事件报告管理办法'],
    ['Reporting of cybersecurity incidents', 'Incidents of the named grades are reported within hours, with a report after they are dealt with.'],
    ['网络安全事件报告', '达到分级标准的事件须在规定小时内报告，处置后提交总结报告。']),
  law('cn.graded_protection', ['standard', ['State Administration for Market Regulation', '国家市场监督管理总局'], '2019-12-01', 'GB/T 22239-2019'],
    ['Baseline for graded protection of cybersecurity', 'Systems are graded, filed, protected by the baseline of their grade and assessed; grade three once a year.'],
    ['网络安全等级保护基本要求', '信息系统定级、备案、按级防护和测评，第三级每年测评一次。']),
  law('cn.critical_infrastructure', ['regulation', council, '2021-09-01', 'Regulations on critical information infrastructure 关键信息基础设施安全保护条例'],
    ['Protection of critical information infrastructure', 'Operators keep a security body, assess once a year, buy with care, and report; those who serve them are bound by contract.'],
    ['关键信息基础设施安全保护', '运营者设置安全机构、每年评估、审慎采购并报告；其服务方受合同约束。'], ['government', 'finance', 'cloud', 'enterprise']),
  law('cn.cryptography', ['law', congress, '2020-01-01', 'Cryptography Law 密码法'],
    ['Cryptography Law', 'Commercial cryptography is used as prescribed, and its use is assessed where systems are critical.'],
    ['密码法', '依规使用商用密码，重要系统开展密码应用安全性评估。']),
  law('cn.cross_border', ['regulation', cyberspace, '2024-03-22', 'Provisions on cross-border data flows 促进和规范数据跨境流动规定'],
    ['Cross-border flow of data', 'Data that leave the country need an assessment, a standard contract or a certificate, unless they are exempt.'],
    ['数据跨境流动', '数据出境须通过安全评估、标准合同或认证，豁免情形除外。'], ['enterprise', 'e_commerce', 'cloud', 'finance', 'manufacturing']),
  law('cn.civil_code_contracts', ['law', ['National People’s Congress', '全国人民代表大会'], '2021-01-01', 'Civil Code, Book Three: Contracts 民法典合同编'],
    ['Contracts (Civil Code)', 'What was agreed with customers and suppliers is performed; liability, confidentiality and notice follow the contract and the law.'],
    ['民法典合同编', '履行与客户和供应商的约定；责任、保密和通知依合同和法律执行。']),
  law('cn.labour_contract', ['law', congress, '2008-01-01', 'Labour Contract Law 劳动合同法'],
    ['Labour Contract Law', 'Working time, shifts, overtime and training agreements of the people on duty.'],
    ['劳动合同法', '值守人员的工作时间、轮班、加班和培训协议。']),
  law('cn.accounting_archives', ['regulation', ['Ministry of Finance', '财政部'], '2016-01-01', 'Measures on accounting archives 会计档案管理办法'],
    ['Accounting archives', 'Records of cost and settlement are kept for the periods prescribed.'],
    ['会计档案管理办法', '成本与结算记录按规定期限保存。']),
  law('cn.emergency_response', ['law', congress, '2024-11-01', 'Emergency Response Law 突发事件应对法'],
    ['Emergency Response Law', 'Plans, drills and co-operation when disasters strike.'],
    ['突发事件应对法', '灾害发生时的预案、演练与配合。'], ['government', 'finance', 'cloud']),
  law('cn.certification', ['regulation', council, '2003-11-01', 'Regulations on certification and accreditation 认证认可条例'],
    ['Certification and accreditation', 'Certificates and marks are used within their scope; changes are told to the certification body.'],
    ['认证认可条例', '在认证范围内使用证书和标志，变化及时通报认证机构。']),
  law('cn.state_secrets', ['law', congress, '2024-05-01', 'Law on guarding state secrets 保守国家秘密法'],
    ['Guarding state secrets', 'Classified information stays off systems that are not meant for it; people and suppliers are cleared.'],
    ['保守国家秘密法', '涉密信息不得进入非涉密系统，人员和供应商须经审查。'], ['government']),
  law('cn.e_commerce_law', ['law', congress, '2019-01-01', 'E-Commerce Law 电子商务法'],
    ['E-Commerce Law', 'Records of goods, services and transactions are kept for three years or more; platforms answer for security.'],
    ['电子商务法', '商品、服务和交易信息保存不少于三年，平台承担安全责任。'], ['e_commerce']),
  law('iso_20000', ['standard', ['International Organization for Standardization', '国际标准化组织'], '2018-09-15', 'ISO/IEC 20000-1:2018, Amd 1'],
    ['ISO/IEC 20000-1', 'All requirements of clauses 4 to 10; none can be excluded.'],
    ['ISO/IEC 20000-1 标准', '第 4 至 10 章全部要求，不得删减。']),
]; // prettier-ignore
