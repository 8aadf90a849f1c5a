import { hourMs, minuteMs, type Demo } from './context.ts';

type Entry = {
  readonly key: string;
  readonly title: string;
  readonly owner: string;
  readonly criticality: 'critical' | 'high' | 'medium' | 'low';
  readonly hours: string;
  readonly description: string;
  readonly outcome: string;
  readonly audience: string;
  readonly needs: readonly string[];
};

/** In the order of what rests on what. */
const entries: readonly Entry[] = [
  { key: 'service.network', title: '网络与机房 Network and hosting', owner: 'p.zhao', criticality: 'critical', hours: '24×7', needs: [],
    description: '办公与仓库网络、云上主机、负载均衡和域名。 Office and warehouse networks, cloud hosts, load balancing and names.',
    outcome: '各站点和系统随时互通。 Sites and systems reach one another at all times.', audience: '全体部门 Every department' },
  { key: 'service.identity', title: '账号与权限 Identity and access', owner: 'p.luo', criticality: 'high', hours: '24×7', needs: ['service.network'],
    description: '一个账号登录所有系统，含多因素验证。 One account for every system, with a second factor.',
    outcome: '人人用自己的账号、只到自己该到的地方。 Everybody signs in as themselves and reaches what they should.', audience: '全体员工与合作商 Staff and partners' },
  { key: 'service.payment', title: '支付网关 Payment gateway', owner: 'p.chen', criticality: 'critical', hours: '24×7', needs: ['service.network'],
    description: '收款、退款、对账，接入银行和第三方支付。 Payment, refund and reconciliation with banks and wallets.',
    outcome: '顾客付得出、商家收得到。 Shoppers can pay and merchants are paid.', audience: '商家、财务 Merchants and finance' },
  { key: 'service.catalogue', title: '商品与搜索 Catalogue and search', owner: 'p.chen', criticality: 'high', hours: '24×7', needs: ['service.network'],
    description: '商品资料、价格、库存显示和站内搜索。 Product data, prices, stock display and search.',
    outcome: '顾客找得到要买的。 Shoppers find what they want to buy.', audience: '商家、运营 Merchants and merchandising' },
  { key: 'service.order', title: '订单系统 Order system', owner: 'p.chen', criticality: 'critical', hours: '24×7', needs: ['service.payment', 'service.catalogue', 'service.identity'],
    description: '下单、改单、取消、退货直到完成的全过程。 The whole life of an order: placed, changed, cancelled, returned, done.',
    outcome: '每一笔订单都准时、准确地到达仓库。 Every order reaches the warehouse on time and right.', audience: '商家、运营、客服 Merchants, merchandising and hotline' },
  { key: 'service.storefront', title: '店铺与小程序 Storefront and mini app', owner: 'p.chen', criticality: 'critical', hours: '24×7', needs: ['service.order', 'service.catalogue'],
    description: '网站、App 和小程序的店铺页面与活动页面。 Shop and campaign pages on web, app and mini app.',
    outcome: '顾客随时可以逛、可以下单。 Shoppers can browse and order at any time.', audience: '商家、运营 Merchants and merchandising' },
  { key: 'service.merchant', title: '商家后台 Merchant portal', owner: 'p.chen', criticality: 'high', hours: '24×7', needs: ['service.order', 'service.identity'],
    description: '商家上架、看单、发货、看账。 Where merchants list goods, see orders, ship and settle.',
    outcome: '商家自己就能把店开好。 Merchants run their shop without calling us.', audience: '品牌商家 Brands on the platform' },
  { key: 'service.warehouse', title: '物流平台 Logistics platform', owner: 'p.koh', criticality: 'critical', hours: '24×7', needs: ['service.order', 'service.network'],
    description: '入库、拣货、打包、分拣和库存。 Inbound, picking, packing, sorting and stock.',
    outcome: '当日订单当日出库。 What is ordered today leaves today.', audience: '仓库、商家 Warehouses and merchants' },
  { key: 'service.carrier', title: '承运商接口 Carrier interfaces', owner: 'p.koh', criticality: 'critical', hours: '24×7', needs: ['service.warehouse'],
    description: '电子面单、轨迹和运费。 Labels, tracking and freight charges.',
    outcome: '包裹有单可贴、有迹可查。 Every parcel has its label and can be followed.', audience: '仓库、商家、客服 Warehouses, merchants and hotline' },
  { key: 'service.hotline', title: '客服热线 Customer hotline', owner: 'p.he', criticality: 'critical', hours: '08:00–24:00', needs: ['service.network', 'service.order'],
    description: '电话、在线客服、坐席工作台、录音和质检。 Telephone, chat, agent desktop, recording and quality.',
    outcome: '顾客 30 秒内有人接听。 A shopper is answered within thirty seconds.', audience: '客服中心、商家 Hotline and merchants' },
  { key: 'service.workplace', title: '办公电脑与邮箱 Workplace and mail', owner: 'p.luo', criticality: 'medium', hours: '工作日 9:00–18:00', needs: ['service.identity'],
    description: '电脑、打印、邮箱、会议室和常用软件。 Computers, printing, mail, meeting rooms and common software.',
    outcome: '到岗就能工作。 People can work from the first minute.', audience: '全体员工 All staff' },
  { key: 'service.data', title: '经营数据 Business intelligence', owner: 'p.zhao', criticality: 'medium', hours: '工作日 9:00–18:00', needs: ['service.order', 'service.warehouse'],
    description: '日报、看板和取数。 Daily reports, dashboards and extracts.',
    outcome: '早上九点看得到昨天。 Yesterday is on the screen at nine.', audience: '管理层、运营 Management and merchandising' },
]; // prettier-ignore

/** 8.2.4: written by the owner, approved by somebody else, published. */
export async function serviceCatalogue(demo: Demo): Promise<void> {
  const at = demo.from + 2 * hourMs;
  for (const [i, entry] of entries.entries()) {
    const owner = await demo.as(entry.owner, at);
    const approver = await demo.as('p.zhou', at);
    const then = at + i * 9 * minuteMs;
    const service = await demo.create('service', owner, then, {
      title: entry.title,
      ownerId: demo.id(entry.owner),
      orgUnitId: demo.id('unit.technology'),
      description: entry.description,
      outcome: entry.outcome,
      criticality: entry.criticality,
      audience: entry.audience,
      hours: entry.hours,
      contact: '服务台 Service desk · 6000 · desk@lanternharbour.example',
      ...(entry.needs.length === 0
        ? { dependsOnNothing: true }
        : { dependsOnIds: entry.needs.map((key) => demo.id(key)) }),
    });
    demo.ids.set(entry.key, service.id);
    await demo.act(service, 'approve', approver, then + 5 * minuteMs);
    await demo.act(service, 'publish', owner, then + 8 * minuteMs);
  }
}

/** Looked through once a quarter by its owner. */
export async function serviceReviews(demo: Demo): Promise<void> {
  for (let quarter = 1; quarter <= 3; quarter += 1) {
    for (const [i, { key, owner }] of entries.entries()) {
      const at = demo.from + (quarter * 91 + i) * 24 * hourMs + 3 * hourMs;
      if (at > demo.until) continue;
      const comment =
        i % 2 === 0
          ? '季度复核：说明、依赖和负责人与实际一致。'
          : 'Quarterly look: description, dependencies and owner are as they are.';
      await demo.act({ type: 'service', id: demo.id(key) }, 'review', await demo.as(owner, at), at, {
        comment,
      });
    }
  }
}
