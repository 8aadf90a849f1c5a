import { dateOf, dayMs, hourMs, minuteMs, type Demo, type Row } from './context.ts';

const hour = 60;
const officeDay = 8 * hour;
type Calendars = { always: string; office: string };

const terms = {
  supportHours: '24×7（优先级 1、2） · 24×7 for priorities 1 and 2',
  measuringPoint:
    '自商家或顾客侧报告、或告警确认起，至商家侧恢复止。 From the merchant’s report or the confirmed alarm until it works for the merchant again.',
  workloadLimits:
    '每月 400 单报障；大促提前四周约定。 400 reports a month; campaigns are agreed four weeks ahead.',
  exceptions:
    '约定的维护窗口、等待商家、不可抗力。 Agreed maintenance, waiting for the merchant, force majeure.',
  escalation: '事件经理 → 服务负责人 → 最高管理者。 Incident manager, service owner, top management.',
  complaintRoute: 'Grace Lim · relations@lanternharbour.example',
  requirements: '大促期间下单和出库不得中断。 Ordering and shipping must not stop during campaigns.',
  termination: '提前三个月书面通知。 Three months’ notice in writing.',
  annex: '等保二级；恢复目标见连续性计划。 Recovery objectives as in the continuity plan.',
};

const merchantTargets = ({ always }: Calendars, p2Hours: number) => ({
  '1': { respond: { minutes: 15, calendarId: always }, update: { minutes: 30, calendarId: always }, resolve: { minutes: 4 * hour, calendarId: always } },
  '2': { respond: { minutes: 30, calendarId: always }, update: { minutes: 2 * hour, calendarId: always }, resolve: { minutes: p2Hours * hour, calendarId: always } },
  '3': { respond: { minutes: 2 * hour }, resolve: { minutes: 2 * officeDay } },
  '4': { respond: { minutes: officeDay }, resolve: { minutes: 5 * officeDay } },
}); // prettier-ignore

const merchants = [
  { key: 'maple', contact: 'p.maple1', p2Hours: 8 },
  { key: 'spruce', contact: 'p.spruce1', p2Hours: 8 },
  { key: 'orchid', contact: 'p.orchid1', p2Hours: 8 },
  { key: 'kestrel', contact: 'p.kestrel1', p2Hours: 8 },
] as const;
const forMerchants = ['order', 'payment', 'catalogue', 'storefront', 'merchant', 'warehouse', 'carrier'].map((s) => `service.${s}`); // prettier-ignore

/** 8.3.3, 8.3.4: the suppliers' contracts first, then what is promised to the merchants. */
export async function agreements(demo: Demo): Promise<void> {
  const calendars = await calendarsOf(demo);
  demo.ids.set('calendar.always', calendars.always);
  demo.ids.set('calendar.office', calendars.office);
  const at = demo.from + 6 * hourMs;
  const contracts = [
    ['supplier.cloud', 'service.network', '云主机与网络保障合同 · Yunlu Cloud hosting', 90, 240],
    ['supplier.express', 'service.carrier', '驰远快运接口与揽收协议 · Chiyuan Express', 150, 300],
    ['supplier.voice', 'service.hotline', 'Voxline 电话线路合同 · telephony lines', 120, 360],
  ] as const;
  for (const [supplier, service, title, p1, p2] of contracts) {
    const resolve = (minutes: number) => ({ respond: { minutes: 15 }, resolve: { minutes } });
    await concluded(demo, at, {
      ...terms,
      title,
      kind: 'contract',
      supplierId: demo.id(supplier),
      serviceIds: [demo.id(service)],
      calendarId: calendars.always,
      targets: { '1': resolve(p1), '2': resolve(p2) },
    });
  }
  await concluded(demo, at + hourMs, {
    ...terms,
    title: '平台运维内部协议 · Platform operations OLA',
    kind: 'ola',
    supplierId: demo.id('team.platform'),
    serviceIds: ['service.order', 'service.storefront', 'service.warehouse'].map((key) => demo.id(key)),
    calendarId: calendars.always,
    targets: {
      '1': { respond: { minutes: 10 }, resolve: { minutes: 180 } },
      '2': { respond: { minutes: 30 }, resolve: { minutes: 360 } },
    },
  });
  for (const [i, { key, contact, p2Hours }] of merchants.entries()) {
    const made = await concluded(
      demo,
      at + (2 + i) * hourMs,
      {
        ...terms,
        title: `${customerName(key)} · 服务级别协议 SLA`,
        kind: 'sla',
        customerId: demo.id(`customer.${key}`),
        serviceIds: forMerchants.map((key) => demo.id(key)),
        calendarId: calendars.office,
        targets: merchantTargets(calendars, p2Hours),
      },
      contact,
    );
    demo.ids.set(`agreement.${key}`, made.id);
  }
}

/** Half a year later one merchant wants its second priority faster: a new version, the old one keeps its records. */
export async function amendment(demo: Demo): Promise<void> {
  const at = demo.from + 182 * dayMs + 2 * hourMs;
  if (at + dayMs > demo.until) return;
  const manager = await demo.as('p.lim', at);
  const old = { type: 'agreement', id: demo.id('agreement.kestrel') };
  await demo.act(old, 'revise', manager, at, {
    reason: 'Kestrel moves its autumn launch to us and needs P2 in six hours.',
  });
  const { rows } = await demo.house.pool.query<{ id: string }>(
    `select id from agreement where supersedes_id = $1`,
    [old.id],
  );
  const draft = { type: 'agreement', id: rows[0]?.id ?? '' };
  const calendars = { always: demo.id('calendar.always'), office: demo.id('calendar.office') };
  await demo.act(draft, 'edit', manager, at + hourMs, {
    targets: merchantTargets(calendars, 6),
    validFrom: dateOf(at + 7 * dayMs),
  });
  await signed(demo, draft, at + dayMs, 'p.kestrel1');
}

export async function concluded(
  demo: Demo,
  at: number,
  input: Readonly<Record<string, unknown>>,
  contact?: string,
): Promise<Row> {
  const made = await demo.create('agreement', await demo.as('p.zhou', at), at, {
    ...input,
    ownerId: demo.id('p.zhou'),
    validFrom: dateOf(demo.from + dayMs),
  });
  return signed(demo, made, at, contact);
}

export async function signed(
  demo: Demo,
  agreement: { type: string; id: string },
  at: number,
  contact?: string,
): Promise<Row> {
  const manager = await demo.as('p.zhou', at);
  await demo.act(agreement, 'negotiate', manager, at + 5 * minuteMs);
  if (contact !== undefined)
    await demo.act(agreement, 'accept', await demo.as(contact, at), at + 20 * minuteMs);
  await demo.act(
    agreement,
    'agree',
    manager,
    at + 30 * minuteMs,
    contact === undefined ? { signedCustomer: '林致远', signedCustomerOn: dateOf(at) } : {},
  );
  return demo.act(agreement, 'activate', manager, at + 40 * minuteMs);
}

async function calendarsOf(demo: Demo): Promise<Calendars> {
  const { rows } = await demo.house.pool.query<{ id: string; title: string }>(
    `select id, title from record where type = 'calendar' order by number`,
  );
  const [always, office] = [
    rows.find((r) => r.title.startsWith('24')),
    rows.find((r) => !r.title.startsWith('24')),
  ];
  if (!always || !office) throw new Error('a new organisation has no calendars');
  return { always: always.id, office: office.id };
}

const customerName = (key: string) =>
  ({ maple: 'Maple & Finch Home', spruce: '云杉母婴 Spruce Baby', orchid: '兰芷护肤 Orchid Skincare', kestrel: 'Kestrel Outdoor' })[key] ?? key; // prettier-ignore
