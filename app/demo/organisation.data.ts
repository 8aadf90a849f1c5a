/** Lantern Harbour 灯港电商: a mid-sized e-commerce firm that runs its own platform and serves brands on it. */
export const firm = '灯港电商 Lantern Harbour';

type Unit = {
  key: string;
  title: string;
  kind: 'own_unit' | 'branch' | 'customer' | 'supplier';
  parent?: string;
  contact?: string;
};

export const units: readonly Unit[] = [
  { key: 'unit.head', title: firm, kind: 'own_unit', contact: '上海市长宁区灯港大厦 · Lantern Harbour Tower, Shanghai' },
  { key: 'unit.technology', title: '科技中心 Technology', kind: 'own_unit', parent: 'unit.head', contact: '上海 12–14 楼 · Shanghai, floors 12–14' },
  { key: 'unit.commerce', title: '商业中心 Commerce', kind: 'own_unit', parent: 'unit.head', contact: '上海 8–10 楼 · Shanghai, floors 8–10' },
  { key: 'unit.corporate', title: '综合管理 Corporate', kind: 'own_unit', parent: 'unit.head', contact: '上海 15 楼 · Shanghai, floor 15' },
  { key: 'unit.shanghai', title: '上海总部 Shanghai head office', kind: 'branch', parent: 'unit.head', contact: '上海市长宁区灯港大厦 · Lantern Harbour Tower, Shanghai' },
  { key: 'unit.chengdu', title: '成都分公司 Chengdu branch', kind: 'branch', parent: 'unit.head', contact: '成都高新区 · 客服中心与西南仓 Hotline and south-west warehouse' },
  { key: 'unit.singapore', title: '新加坡分公司 Singapore branch', kind: 'branch', parent: 'unit.head', contact: 'One Harbour Link, Singapore · 国际业务 International business' },
  { key: 'customer.maple', title: 'Maple & Finch Home', kind: 'customer', contact: 'it@maplefinch.example' },
  { key: 'customer.spruce', title: '云杉母婴 Spruce Baby', kind: 'customer', contact: 'it@spruce-baby.example' },
  { key: 'customer.orchid', title: '兰芷护肤 Orchid Skincare', kind: 'customer', contact: 'support@orchidskin.example' },
  { key: 'customer.kestrel', title: 'Kestrel Outdoor', kind: 'customer', contact: 'ops@kestrel-outdoor.example' },
  { key: 'supplier.cloud', title: '云麓科技 Yunlu Cloud', kind: 'supplier', contact: '24×7 400-820-0101' },
  { key: 'supplier.express', title: '驰远快运 Chiyuan Express', kind: 'supplier', contact: 'api-support@chiyuan.example' },
  { key: 'supplier.voice', title: 'Voxline Telephony', kind: 'supplier', contact: 'noc@voxline.example' },
  { key: 'supplier.certifier', title: '北岬认证 North Cape Certification', kind: 'supplier', contact: 'audits@northcape.example' },
]; // prettier-ignore

type Team = { key: string; title: string; lead: string; next?: string; description: string };
/** The service desk first: what a new organisation finds there goes to the first team. */
export const teams: readonly Team[] = [
  { key: 'team.desk', title: '服务台 Service desk', lead: 'p.jiang', next: 'team.platform', description: '统一受理 · The one place to turn to' },
  { key: 'team.platform', title: '平台运维 Platform operations', lead: 'p.zhao', description: '主机、数据库、网络与云 · Hosts, databases, network and cloud' },
  { key: 'team.order', title: '订单应用 Order applications', lead: 'p.chen', next: 'team.platform', description: '订单、支付、商品、店铺 · Orders, payment, catalogue, storefront' },
  { key: 'team.logistics', title: '物流平台 Logistics platform', lead: 'p.koh', next: 'team.platform', description: '仓储、分拣、承运商接口 · Warehouse, sorting, carrier interfaces' },
  { key: 'team.hotline', title: '热线与呼叫平台 Hotline systems', lead: 'p.he', next: 'team.platform', description: '电话、坐席、录音 · Telephony, agent desktop, recording' },
  { key: 'team.workplace', title: '办公支持 Workplace', lead: 'p.luo', next: 'team.platform', description: '电脑、打印、邮箱、账号 · Computers, printing, mail, accounts' },
  { key: 'team.management', title: '管理层 Management', lead: 'p.lin', description: '最高管理者 · Top management' },
  { key: 'team.merchandising', title: '商品运营 Merchandising', lead: 'p.yu', next: 'team.management', description: '活动、商品、商家 · Campaigns, products, merchants' },
  { key: 'team.singapore', title: '国际业务 International business', lead: 'p.walsh', next: 'team.management', description: '新加坡 · Singapore' },
  { key: 'team.administration', title: '行政与财务 Administration and finance', lead: 'p.yuan', next: 'team.management', description: '会议、差旅、用品、结算 · Rooms, travel, supplies, settlement' },
  { key: 'team.warehouse', title: '西南仓 South-west warehouse', lead: 'p.bai', next: 'team.management', description: '成都一号、二号仓 · Chengdu 1 and 2' },
  { key: 'team.callcentre', title: '客服坐席 Call centre', lead: 'p.qiu', next: 'team.management', description: '电话与在线客服 · Telephone and chat' },
]; // prettier-ignore

/** key, name, e-mail, unit, language, teams, roles (a date: held from then on, of months after the beginning). */
type Member = readonly [
  key: string,
  name: string,
  unit: string,
  language: 'en' | 'zh-CN',
  teams: string,
  roles: string,
];

const members: readonly Member[] = [
  ['p.lin', '林致远', 'unit.head', 'zh-CN', 'team.management', 'top-management'],
  ['p.tan', 'Margaret Tan', 'unit.singapore', 'en', 'team.management', 'top-management'],
  ['p.su', '苏婉清', 'unit.technology', 'zh-CN', '', 'sms-manager'],
  ['p.zhou', '周明轩', 'unit.technology', 'zh-CN', '', 'service-level-manager cab-member'],
  ['p.lim', 'Grace Lim', 'unit.singapore', 'en', '', 'business-relationship-manager document-controller'],
  ['p.shen', '沈嘉禾', 'unit.technology', 'zh-CN', 'team.desk', 'incident-manager ecab-member'],
  ['p.jiang', '江晓岚', 'unit.technology', 'zh-CN', 'team.desk', 'service-desk-lead'],
  ['p.gu', '顾安然', 'unit.corporate', 'zh-CN', '', 'internal-auditor'],
  ['p.tang', '唐一鸣', 'unit.technology', 'zh-CN', 'team.workplace', 'administrator engineer'],
  ['p.chen', '陈思远', 'unit.technology', 'zh-CN', 'team.order', 'service-owner engineer cab-member'],
  ['p.koh', 'Daniel Koh', 'unit.singapore', 'en', 'team.logistics', 'service-owner engineer cab-member'],
  ['p.he', '何雨桐', 'unit.chengdu', 'zh-CN', 'team.hotline', 'service-owner engineer cab-member'],
  ['p.zhao', '赵启航', 'unit.technology', 'zh-CN', 'team.platform', 'service-owner engineer cab-member'],
  ['p.luo', '罗佳怡', 'unit.technology', 'zh-CN', 'team.workplace', 'service-owner engineer'],
  ['p.wang', '王梓涵', 'unit.technology', 'zh-CN', 'team.desk', 'service-desk-agent'],
  ['p.li', '李俊杰', 'unit.technology', 'zh-CN', 'team.desk', 'service-desk-agent'],
  ['p.nair', 'Priya Nair', 'unit.singapore', 'en', 'team.desk', 'service-desk-agent knowledge-manager'],
  ['p.becker', 'Tom Becker', 'unit.singapore', 'en', 'team.desk', 'service-desk-agent'],
  ['p.huang', '黄诗雨', 'unit.chengdu', 'zh-CN', 'team.desk', 'service-desk-agent'],
  // Came from the hotline in the fourth month.
  ['p.xu', '徐浩然', 'unit.chengdu', 'zh-CN', 'team.desk', 'service-desk-agent@4'],
  ['p.sun', '孙逸飞', 'unit.technology', 'zh-CN', 'team.order', 'engineer'],
  ['p.ma', '马晨曦', 'unit.technology', 'zh-CN', 'team.order', 'engineer'],
  ['p.evans', 'Rhys Evans', 'unit.singapore', 'en', 'team.order', 'engineer'],
  ['p.zhu', '朱可欣', 'unit.technology', 'zh-CN', 'team.order', 'engineer'],
  ['p.hu', '胡文博', 'unit.chengdu', 'zh-CN', 'team.logistics', 'engineer'],
  ['p.guo', '郭子墨', 'unit.chengdu', 'zh-CN', 'team.logistics', 'engineer'],
  ['p.silva', 'Ana Silva', 'unit.singapore', 'en', 'team.logistics', 'engineer'],
  ['p.liang', '梁静雯', 'unit.chengdu', 'zh-CN', 'team.hotline', 'engineer'],
  ['p.song', '宋泽宇', 'unit.chengdu', 'zh-CN', 'team.hotline', 'engineer'],
  ['p.zheng', '郑凯文', 'unit.technology', 'zh-CN', 'team.platform', 'engineer problem-manager'],
  ['p.xie', '谢雅琪', 'unit.technology', 'zh-CN', 'team.platform', 'engineer change-manager'],
  ['p.osei', 'Kofi Osei', 'unit.singapore', 'en', 'team.platform', 'engineer release-manager'],
  ['p.han', '韩旭东', 'unit.technology', 'zh-CN', 'team.platform', 'engineer configuration-manager'],
  ['p.deng', '邓若曦', 'unit.technology', 'zh-CN', 'team.workplace', 'engineer'],
  ['p.feng', '冯俊熙', 'unit.chengdu', 'zh-CN', 'team.workplace', 'engineer asset-manager'],
  ['p.yu', '于思涵', 'unit.commerce', 'zh-CN', 'team.merchandising', 'unit-manager'],
  ['p.dong', '董佳琳', 'unit.commerce', 'zh-CN', 'team.merchandising', ''],
  ['p.xiao', '萧景行', 'unit.commerce', 'zh-CN', 'team.merchandising', ''],
  ['p.cheng', '程雨薇', 'unit.commerce', 'zh-CN', 'team.merchandising', ''],
  ['p.cao', '曹志强', 'unit.commerce', 'zh-CN', 'team.merchandising', ''],
  ['p.walsh', 'Nora Walsh', 'unit.singapore', 'en', 'team.singapore', 'unit-manager'],
  ['p.rahman', 'Farid Rahman', 'unit.singapore', 'en', 'team.singapore', ''],
  ['p.ong', 'Jasmine Ong', 'unit.singapore', 'en', 'team.singapore', ''],
  ['p.peng', '彭丽娟', 'unit.corporate', 'zh-CN', 'team.administration', ''],
  ['p.yuan', '袁立新', 'unit.corporate', 'zh-CN', 'team.administration', ''],
  ['p.jia', '贾敏', 'unit.corporate', 'zh-CN', 'team.administration', ''],
  ['p.bai', '白晓峰', 'unit.chengdu', 'zh-CN', 'team.warehouse', 'unit-manager'],
  ['p.qiu', '邱月', 'unit.chengdu', 'zh-CN', 'team.callcentre', ''],
  ['p.wei', '魏国栋', 'unit.chengdu', 'zh-CN', 'team.warehouse', ''],
  ['p.tian', '田甜', 'unit.chengdu', 'zh-CN', 'team.callcentre', ''],
  ['p.fan', '范春梅', 'unit.chengdu', 'zh-CN', 'team.callcentre', ''],
  ['p.shi', '石磊', 'unit.chengdu', 'zh-CN', 'team.warehouse', ''],
  ['p.maple1', 'Hannah Finch', 'customer.maple', 'en', '', 'customer-contact'],
  ['p.maple2', 'Luca Moretti', 'customer.maple', 'en', '', 'customer-contact'],
  ['p.spruce1', '叶知秋', 'customer.spruce', 'zh-CN', '', 'customer-contact'],
  ['p.orchid1', '丁若兰', 'customer.orchid', 'zh-CN', '', 'customer-contact'],
  ['p.kestrel1', 'Owen Hart', 'customer.kestrel', 'en', '', 'customer-contact'],
  ['p.cloud1', '高翔', 'supplier.cloud', 'zh-CN', '', ''],
  ['p.express1', '毛晓东', 'supplier.express', 'zh-CN', '', ''],
  ['p.voice1', 'Ingrid Voss', 'supplier.voice', 'en', '', ''],
  // Holds an auditor's role only while the audit is open.
  ['p.berg', 'Astrid Berg', 'supplier.certifier', 'en', '', ''],
]; // prettier-ignore

const pinyin: Readonly<Record<string, string>> = {
  'p.lin': 'zhiyuan.lin', 'p.su': 'wanqing.su', 'p.zhou': 'mingxuan.zhou', 'p.shen': 'jiahe.shen', 'p.jiang': 'xiaolan.jiang',
  'p.gu': 'anran.gu', 'p.tang': 'yiming.tang', 'p.chen': 'siyuan.chen', 'p.he': 'yutong.he', 'p.zhao': 'qihang.zhao',
  'p.luo': 'jiayi.luo', 'p.wang': 'zihan.wang', 'p.li': 'junjie.li', 'p.huang': 'shiyu.huang', 'p.xu': 'haoran.xu',
  'p.sun': 'yifei.sun', 'p.ma': 'chenxi.ma', 'p.zhu': 'kexin.zhu', 'p.hu': 'wenbo.hu', 'p.guo': 'zimo.guo',
  'p.liang': 'jingwen.liang', 'p.song': 'zeyu.song', 'p.zheng': 'kaiwen.zheng', 'p.xie': 'yaqi.xie', 'p.han': 'xudong.han',
  'p.deng': 'ruoxi.deng', 'p.feng': 'junxi.feng', 'p.yu': 'sihan.yu', 'p.dong': 'jialin.dong', 'p.xiao': 'jingxing.xiao',
  'p.cheng': 'yuwei.cheng', 'p.cao': 'zhiqiang.cao', 'p.peng': 'lijuan.peng', 'p.yuan': 'lixin.yuan', 'p.jia': 'min.jia',
  'p.bai': 'xiaofeng.bai', 'p.qiu': 'yue.qiu', 'p.wei': 'guodong.wei', 'p.tian': 'tian.tian', 'p.fan': 'chunmei.fan',
  'p.shi': 'lei.shi', 'p.spruce1': 'zhiqiu.ye', 'p.orchid1': 'ruolan.ding', 'p.cloud1': 'xiang.gao', 'p.express1': 'xiaodong.mao',
}; // prettier-ignore

const domains: Readonly<Record<string, string>> = {
  'customer.maple': 'maplefinch.example', 'customer.spruce': 'spruce-baby.example', 'customer.orchid': 'orchidskin.example',
  'customer.kestrel': 'kestrel-outdoor.example', 'supplier.cloud': 'yunlu.example', 'supplier.express': 'chiyuan.example',
  'supplier.voice': 'voxline.example', 'supplier.certifier': 'northcape.example',
}; // prettier-ignore

export type DemoPerson = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly unit: string;
  readonly language: 'en' | 'zh-CN';
  readonly teams: readonly string[];
  readonly roles: readonly { readonly role: string; readonly afterMonths: number }[];
};

export const people: readonly DemoPerson[] = members.map(([key, name, unit, language, team, roles], i) => ({
  key,
  name,
  email: `${pinyin[key] ?? name.toLowerCase().replaceAll(' ', '.')}@${domains[unit] ?? 'lanternharbour.example'}`,
  phone: unit === 'unit.singapore' ? `+65 6812 ${4100 + i}` : `+86 21 5208 ${6100 + i}`,
  unit,
  language,
  teams: team === '' ? [] : team.split(' '),
  roles: roles.split(' ').flatMap((each) => {
    const [role, months] = each.split('@');
    return role === undefined || role === '' ? [] : [{ role, afterMonths: Number(months ?? 0) }];
  }),
}));

export const demoPassword = 'servanda-demo';

/** Who may be tried on the sign-in page, and as what. */
export const signIns: readonly { readonly key: string; readonly as: string }[] = [
  { key: 'p.dong', as: 'user' },
  { key: 'p.yu', as: 'unit-manager' },
  { key: 'p.wang', as: 'service-desk-agent' },
  { key: 'p.sun', as: 'engineer' },
  { key: 'p.jiang', as: 'service-desk-lead' },
  { key: 'p.shen', as: 'incident-manager' },
  { key: 'p.xie', as: 'change-manager' },
  { key: 'p.zheng', as: 'problem-manager' },
  { key: 'p.chen', as: 'service-owner' },
  { key: 'p.zhou', as: 'service-level-manager' },
  { key: 'p.su', as: 'sms-manager' },
  { key: 'p.tan', as: 'top-management' },
  { key: 'p.gu', as: 'internal-auditor' },
  { key: 'p.berg', as: 'external-auditor' },
  { key: 'p.spruce1', as: 'customer-contact' },
  { key: 'p.tang', as: 'administrator' },
];
