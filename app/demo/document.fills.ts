/**
 * What stands in the places that the templates leave open, in their order: English, Chinese. A template without a list
 * here has only the two places that every procedure has: who holds the duty, and where its records are kept.
 */
const scope = [
  ['Lantern Harbour Commerce Co., Ltd., 91310105MA1K3LH20X', '灯港电子商务有限公司，统一社会信用代码 91310105MA1K3LH20X'],
  ['Technology, with the service desk and the five application and platform teams', '科技中心，含服务台和五个应用与平台团队'],
  ['Shanghai, head office', '上海总部'],
  ['Lantern Harbour Tower, floors 12–14, Changning', '长宁区灯港大厦 12–14 楼'],
  ['service desk, operations, development, data centre room', '服务台、运行、开发、机房'],
  ['29 (Chengdu: 12, Singapore: 11, same activities without the data centre)', '29 人（成都 12 人、新加坡 11 人，活动相同，无机房）'],
  ['service desk and engineers up to two days a week, by the remote-work rules of Corporate and only with company devices', '服务台和工程师每周至多两天，按综合管理部远程办公规定，仅使用公司设备'],
  ['Commerce, Corporate, the Chengdu and Singapore branches', '商业中心、综合管理部、成都分公司、新加坡分公司'],
  ['Maple & Finch Home, Spruce Baby, Orchid Skincare, Kestrel Outdoor', 'Maple & Finch Home、云杉母婴、兰芷护肤、Kestrel Outdoor'],
  ['Kubernetes and PostgreSQL in the region yunlu-east, machine rooms in Shanghai and Chengdu, Voxline telephony, handheld scanners and sorting lines in the warehouses', '云麓华东区的 Kubernetes 与 PostgreSQL，上海和成都机房，Voxline 电话系统，仓库手持终端与分拣线'],
  ['incident, request, change, configuration and service level management', '事件、服务请求、变更、配置和服务级别管理'],
  ['the development environment for partners, which has no agreement', '合作伙伴开发环境，未签服务协议'],
  ['the warehouse of the Singapore partner, which runs its own systems', '新加坡合作方仓库，其系统由对方自行运行'],
] as const; // prettier-ignore

const policy = [
  ['Lantern Harbour lets brands sell and deliver to anybody, at any hour, without running a platform of their own. Every parcel that arrives as promised is our reason to exist', '灯港让品牌无需自建平台，就能随时把商品卖到、送到顾客手中。每一件如约送达的包裹，就是我们存在的理由'],
  ['Lin Zhiyuan, chief executive', '林致远，首席执行官'],
] as const; // prettier-ignore

const plan = [
  ['one telephony supplier; no second machine room for the warehouse in Chengdu', '电话系统单一供应商；成都仓库无第二机房'],
  ['customer hotline; logistics platform', '客服热线；物流平台'],
  ['a failure there stops calls, or picking in the south-west', '发生故障时来电中断，或西南仓停止拣货'],
  ['risk R-07, continuity plan SMS-L2-08-SCM-PLN', '风险 R-07，连续性计划 SMS-L2-08-SCM-PLN'],
  ['Yunlu Cloud renewed in March; Voxline reviewed in September', '三月续签云麓科技；九月评审 Voxline'],
  ['Lightmast', '灯塔监控 Lightmast'], ['Git, the registry of images, the telephone exchange', 'Git、镜像仓库、电话交换系统'],
  ['August', '八月'], ['September', '九月'], ['December', '十二月'],
] as const; // prettier-ignore

const security = [
  ['14', '14'], ['24', '24'],
  ['Cybersecurity Law, Data Security Law, Personal Information Protection Law; PDPA in Singapore', '《网络安全法》《数据安全法》《个人信息保护法》；新加坡 PDPA'],
  ['graded protection, records of processing, notice of a leak to the authority and to those concerned', '等级保护、处理活动记录、泄露时告知主管部门和个人'],
  ['framework contracts of the four brands', '四家品牌框架合同'], ['incidents told within 24 hours, one audit a year', '24 小时内告知事件，每年一次审核'],
  ['the staff rules, section 7, and the contract of the supplier', '员工手册第七章及供应商合同'],
  ['Lin Zhiyuan, chief executive', '林致远，首席执行官'],
] as const; // prettier-ignore

const continuity = [
  ['the logistics platform (warehouse and sorting)', '上海机房全部丧失'], ['loss of the whole Shanghai machine room', '物流平台（仓储与分拣）'],
  ['logistics platform, with the carrier interfaces', '物流平台，含承运商接口'], ['Shanghai, Chengdu 1 and 2', '上海、成都一号仓和二号仓'],
  ['loss of the cloud region: plan of Yunlu Cloud, annex B', '云区域丧失：见云麓科技计划附件 B'],
  ['Koh, Daniel, appointed in November', 'Daniel Koh，十一月任命'],
  ['(1) route the warehouses to Chengdu: playbook lg-01, 10 min; (2) promote the standby database: lg-02, 15 min; (3) start wms-core and label-gateway from the last release: lg-03, 20 min; (4) reprint the labels of open orders: lg-04, 30 min', '（1）仓库网络切至成都：手册 lg-01，10 分钟；（2）备库升主：lg-02，15 分钟；（3）以最近发布启动 wms-core 和 label-gateway：lg-03，20 分钟；（4）补打未完成订单面单：lg-04，30 分钟'],
  ['folder “Continuity” of the logistics platform, with the invocation log', '物流平台“连续性”文件夹，含启动日志'],
  ['two hours', '两小时'], ['Daniel Koh, +65 6812 4110', 'Daniel Koh，+65 6812 4110'], ['Zhao Qihang, +86 21 5208 6112', '赵启航，+86 21 5208 6112'],
  ['Bai Xiaofeng', '白晓峰'], ['Hu Wenbo', '胡文博'], ['Daniel Koh', 'Daniel Koh'], ['Zhao Qihang', '赵启航'], ['Daniel Koh', 'Daniel Koh'], ['Zhao Qihang', '赵启航'],
  ['99.9 %, 24×7', '99.9%，全天'], ['99 %, 06:00–24:00', '99%，06:00–24:00'], ['orders promised for today', '当日达订单'],
  ['P1 in 2 h', 'P1 两小时'], ['P1 in 4 h', 'P1 四小时'], ['warehouses before merchants', '先仓库，后商家'],
  ['1,200 parcels an hour', '每小时 1200 件'], ['500 parcels an hour', '每小时 500 件'], ['cold chain and baby food', '冷链与母婴食品'],
  ['4 h', '4 小时'], ['15 min', '15 分钟'], ['Chengdu machine room', '成都机房'], ['Chengdu and the region yunlu-west, 15 min old', '成都及云麓西部区，最迟 15 分钟'],
  ['12 nodes reserved in yunlu-west', '云麓西部区预留 12 个节点'], ['label printing, 40 stations', '面单打印，40 个工位'], ['one lead, three engineers, one from the warehouse', '组长一人、工程师三人、仓库一人'], ['sealed envelope in Chengdu, safe of floor 3', '成都三楼保险柜密封信封'],
  ['compare stock and open orders, freeze one hour, switch back at night', '核对库存和未完成订单，冻结一小时，夜间切回'], ['14', '14'],
  ['the telephones of the team and the safe in Chengdu', '小组成员手机与成都保险柜'], ['Hu Wenbo', '胡文博'],
  ['Yunlu Cloud, contract YL-2024-118, 400-820-0101, quota within 30 min', '云麓科技，合同 YL-2024-118，400-820-0101，30 分钟内开通配额'],
  ['RTO 3 h 20 min, RPO 9 min, exercise in June', 'RTO 3 小时 20 分、RPO 9 分钟，六月演练'],
] as const; // prettier-ignore

const organisation = [
  ['Technology has the service desk and the teams order applications, logistics platform, hotline systems, workplace and platform operations; the SMS manager belongs to Technology and reports to the chief executive. Suppliers: Yunlu Cloud, Chiyuan Express and Voxline, each with a person of our own who answers for them', '科技中心下设服务台及订单应用、物流平台、热线系统、办公支持、平台运维五个团队；体系负责人隶属科技中心，向首席执行官汇报。供应商：云麓科技、驰远快运、Voxline，各有我方对口负责人'],
  ['service owner', '服务负责人'], ['top management', '最高管理者'], ['CNY 200,000', '20 万元'], ['Su Wanqing', '苏婉清'], ['SMS manager', '体系负责人'], ['1 November', '11 月 1 日'],
  ['of clauses 4 to 10', '第 4 至 10 章全部过程'], ['head of technology', '科技中心负责人'], ['Zhou Mingxuan', '周明轩'], ['Lin Zhiyuan, chief executive, 1 November', '林致远，首席执行官，11 月 1 日'], ['Su Wanqing, 1 November', '苏婉清，11 月 1 日'],
] as const; // prettier-ignore

type Fills = readonly (readonly [en: string, zh: string])[];

const fills: Readonly<Record<string, Fills>> = {
  'SMS-L1-04-SCP': scope, 'SMS-L1-05-POL': policy, 'SMS-L1-06-SMP': plan, 'SMS-L1-08-ISP': security,
  'SMS-L2-08-SCM-PLN': continuity, 'SMS-L1-05-ORG': organisation,
  'SMS-L1-00-MAN': [
    ['Lantern Harbour began in 2011 as a shop for household goods. Today it runs a platform on which four brands sell. It has head offices in Shanghai and branches in Chengdu and Singapore. Fifty-two people work for its services. A parcel leaves every three seconds', '灯港成立于 2011 年，最初经营家居用品。如今运营自有平台，服务四家品牌。总部在上海，设成都、新加坡分公司。五十二人为其服务工作。平均每三秒发出一件包裹'],
    ['ISO/IEC 27001', 'ISO/IEC 27001'], ['risk assessment of information security', '信息安全风险评估'],
  ],
  'SMS-L2-07-COM': [['', ''], ['', ''], ['service desk 6000, status page, WeCom groups of the four brands', '服务台 6000、状态页、四家品牌企业微信群']],
  'SMS-L2-07-DOC': [['accounts 10 years, contracts 5 years after their end, logs 6 months', '会计资料 10 年，合同终止后 5 年，日志 6 个月']],
  'SMS-L2-08-AVL': [['', ''], ['', ''], ['order system', '订单系统'], ['99.95', '99.95'], ['order placed from outside', '站外下单探测'], ['24×7', '全天'], ['Tuesday 02:00–04:00', '周二 02:00–04:00']],
  'SMS-L2-08-BRM': [['Shanghai International Arbitration Center', '上海国际仲裁中心'], ['two', '两']],
  'SMS-L2-08-CAP': [['', ''], ['', ''], ['order database: 70 % warns, 85 % acts, six weeks; warehouse scanners: 90 %, three months', '订单库：70% 预警、85% 行动、提前六周；手持终端：90%，提前三个月']],
  'SMS-L2-08-DM': [['', ''], ['', ''], ['order system', '订单系统'], ['orders an hour', '每小时订单数'], ['last three sales and the brands’ plans', '近三次大促与品牌计划'], ['4,200 usual, 31,000 in the sale', '平日 4200，大促 31000'], ['11 November, eightfold', '11 月 11 日，八倍'], ['second cluster from 1 November', '11 月 1 日起启用第二集群']],
  'SMS-L2-08-FIN': [['', ''], ['', ''], ['CNY 50,000', '5 万元']],
  'SMS-L2-08-ISM': [['', ''], ['', ''], ['Personal Information Protection Law, article 57', '《个人信息保护法》第五十七条'], ['leak of shoppers’ data', '顾客信息泄露'], ['24', '24'], ['the authority in Shanghai, the brand, the people concerned', '上海主管部门、品牌、当事人']],
  'SMS-L2-08-PTY': [['', ''], ['', ''], ['Yunlu Cloud', '云麓科技'], ['external supplier', '外部供应商'], ['hosts and databases in the cloud', '云主机与数据库'], ['SMS manager', '体系负责人'], ['availability, restoration', '可用性、恢复'], ['YL-2024-118', 'YL-2024-118']],
  'SMS-L2-08-SCM': [['', ''], ['', ''], ['logistics platform', '物流平台'], ['1', '1'], ['4', '4'], ['0.25', '0.25'], ['500 parcels an hour', '每小时 500 件'], ['SMS-L2-08-SCM-PLN', 'SMS-L2-08-SCM-PLN']],
  'SMS-L2-08-SUP': [['', ''], ['', ''], ['P1 restored in 4 h, 24×7', 'P1 4 小时恢复，7×24'], ['Yunlu Cloud, YL-2024-118', '云麓科技，YL-2024-118'], ['restored in 6 h', '6 小时恢复'], ['2 h', '2 小时'], ['spare capacity in yunlu-west', '在云麓西部区预留容量']],
  'SMS-L2-08-SVC': [['', ''], ['value to customers 40, risk 30, cost 30', '客户价值 40、风险 30、成本 30']],
  'SMS-L2-09-MON': [['', ''], ['', ''], ['parcels with a label at first attempt', '面单一次成功率'], ['labels printed at once / labels × 100 %', '一次打印成功面单数/面单总数×100%'], ['label-gateway', '面单网关'], ['owner of the carrier interfaces', '承运商接口负责人'], ['≥ 99.5 %', '≥99.5%']],
  'SMS-L2-10-NC': [['major: 90 days, minor: until the next audit', '严重不符合 90 天，轻微不符合至下次审核前']],
}; // prettier-ignore

/** Who holds the duties that have no role of their own; the SMS manager those that are not named here. */
const holders: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  'SMS-L2-08-MI': ['Shen Jiahe', '沈嘉禾'], 'SMS-L2-08-AVL': ['Zhao Qihang', '赵启航'], 'SMS-L2-08-CAP': ['Zhao Qihang', '赵启航'],
  'SMS-L2-08-DM': ['Chen Siyuan', '陈思远'], 'SMS-L2-08-SCM': ['Daniel Koh', 'Daniel Koh'], 'SMS-L2-08-SVC': ['Zhou Mingxuan', '周明轩'],
  'SMS-L2-08-FIN': ['Yuan Lixin', '袁立新'], 'SMS-L2-08-ISM': ['Tang Yiming', '唐一鸣'], 'SMS-L2-09-AUD': ['Gu Anran', '顾安然'],
}; // prettier-ignore
const holder = (code: string, language: 'en' | 'zh') => {
  const [en, zh] = holders[code] ?? ['Su Wanqing', '苏婉清'];
  return language === 'en' ? `${en}, appointed in November` : `${zh}，十一月任命`;
};
const register = { en: 'Servanda, with the trail of each record', zh: 'Servanda，含每条记录的留痕' } as const;
const mark = { en: /\*\*\[To fill in: (.+?)\]\*\*/g, zh: /\*\*【待填写：(.+?)】\*\*/g } as const;

/** A text with its open places filled; the ones that every procedure has are known by what they ask for. */
export function filledIn(code: string, body: string, language: 'en' | 'zh'): string {
  let n = -1;
  return body.replaceAll(mark[language], (whole, what: string) => {
    n += 1;
    if (/^(?:name, date of appointment|姓名、任命日期)$/.test(what)) return given(code, n, language) || holder(code, language);
    if (/^(?:register or file|保存这些记录)/.test(what)) return given(code, n, language) || register[language];
    return given(code, n, language) || whole;
  });
} // prettier-ignore

const given = (code: string, n: number, language: 'en' | 'zh'): string =>
  fills[code]?.[n]?.[language === 'en' ? 0 : 1] ?? '';
