import { dateOf, dayMs, hourMs, local, minuteMs, type Demo, type Row } from './context.ts';
import { sites } from './configuration.data.ts';
import { people } from './organisation.data.ts';
import type { Random } from './random.ts';

const keeper = 'p.feng';
const centre: Readonly<Record<string, string>> = { 'unit.technology': 'CC-1200 科技 Technology', 'unit.commerce': 'CC-2100 商业 Commerce', 'unit.corporate': 'CC-3100 综合 Corporate', 'unit.chengdu': 'CC-4100 成都 Chengdu', 'unit.singapore': 'CC-5100 Singapore', 'unit.head': 'CC-1000 总部 Head office' }; // prettier-ignore
const place: Readonly<Record<string, string>> = { 'unit.chengdu': '成都高新区 / 2 楼', 'unit.singapore': 'One Harbour Link / L3', 'unit.technology': '上海灯港大厦 / 12 楼', 'unit.commerce': '上海灯港大厦 / 8 楼', 'unit.corporate': '上海灯港大厦 / 15 楼', 'unit.head': '上海灯港大厦 / 15 楼' }; // prettier-ignore

const models = [
  ['Nordlicht L14', 785_000],
  ['Nordlicht L16 Pro', 1_290_000],
  ['Kehai Book 13', 642_000],
] as const;

type Given = Readonly<Record<string, unknown>>;

/** 8.2.5: the register on its first day, what was bought and retired since, licences, a stock-take and maintenance. */
export async function assetManagement(demo: Demo): Promise<void> {
  const random = demo.random.fork('assets');
  const at = demo.from + 50 * hourMs;
  const assets: Row[] = [];
  for (const [i, given] of [...laptops(demo, random), ...machines(demo, random)].entries())
    assets.push(await demo.create('asset', await demo.as(keeper, at), at + i * 40_000, given));
  await bought(demo, random);
  await licences(demo);
  await stockTake(demo, assets);
  await maintenance(demo);
}

function laptops(demo: Demo, random: Random): Given[] {
  return people
    .filter(({ unit }) => unit.startsWith('unit.'))
    .map((person, i) => {
      const [model, costCents] = random.pick(models);
      const purchased = demo.from - random.between(30, 1100) * dayMs;
      return {
        title: `${model} · ${person.name}`,
        tag: `LH-${String(1001 + i)}`,
        kind: 'hardware',
        ownership: 'owned',
        entryState: 'in_use',
        model,
        serial: `NL${random.between(100_000, 999_999)}`,
        ownerId: demo.id('p.luo'),
        userId: demo.id(person.key),
        costCentre: centre[person.unit],
        location: place[person.unit],
        orgUnitId: demo.id(person.unit),
        serviceId: demo.id('service.workplace'),
        purchasedOn: dateOf(purchased),
        costCents,
        warrantyUntil: dateOf(purchased + 1095 * dayMs),
        endOfSupport: dateOf(purchased + 1825 * dayMs),
        depreciationMethod: 'straight_line',
        usefulMonths: 36,
        residualCents: 30_000,
      };
    });
}

const hardware = [
  ['sw-cd-core-01', 'sw-cd-core-02', 4_850_000], ['sw-qp-core-01', 'sw-qp-core-02', 4_850_000], ['fw-sh-01', 'fw-sh-02', 9_600_000], ['vpn-gw-01', 'vpn-gw-02', 3_300_000],
  ['pbx-cd-01', 'pbx-cd-02', 12_400_000], ['sorter-cd-1', 'sorter-cd-2', 186_000_000], ['sorter-sh-1', 'scale-sh-3', 92_000_000], ['sw-sh-12', 'wifi-sg', 1_450_000],
  ['prn-sh-08', 'prn-sh-12', 980_000], ['prn-cd-02', 'prn-sg-01', 980_000], ['label-prn-cd-01', 'label-prn-cd-02', 260_000],
] as const; // prettier-ignore

function machines(demo: Demo, random: Random): Given[] {
  return hardware.flatMap(([one, other, costCents]) =>
    [one, other].map((ci, i) => {
      const purchased = demo.from - random.between(200, 1400) * dayMs;
      const chengdu = ci.includes('cd');
      const site = chengdu ? sites[1] : ci.includes('qp') || ci.endsWith('sh-1') || ci.startsWith('scale') ? sites[2] : ci.endsWith('sg') || ci.includes('-sg-') ? sites[3] : sites[0]; // prettier-ignore
      return {
        title: ci,
        tag: `LH-M${random.between(1000, 9999)}${i}`,
        kind: 'hardware',
        ownership: ci.startsWith('pbx') ? 'leased' : 'owned',
        entryState: 'in_use',
        ownerId: demo.id('p.zhao'),
        costCentre: chengdu ? centre['unit.chengdu'] : centre['unit.technology'],
        location: site.room,
        ciId: demo.id(`ci.${ci}`),
        holdsData: !ci.startsWith('scale'),
        purchasedOn: dateOf(purchased),
        costCents,
        warrantyUntil: dateOf(purchased + 1460 * dayMs),
        endOfSupport: dateOf(purchased + 2190 * dayMs),
        depreciationMethod: ci.startsWith('sorter') ? 'declining_balance' : 'straight_line',
        usefulMonths: ci.startsWith('sorter') ? 120 : 60,
      };
    }),
  );
}

/** Asked for, ordered, received, handed out: one a month, and the old one retired. */
async function bought(demo: Demo, random: Random): Promise<void> {
  const staff = people.filter(({ unit }) => unit.startsWith('unit.'));
  for (let n = 0; demo.from + (12 + n * 29) * dayMs < demo.until; n += 1) {
    const person = staff[(n * 11) % staff.length];
    const [model, costCents] = random.pick(models);
    if (!person) continue;
    let at = demo.from + (12 + n * 29) * dayMs + 3 * hourMs;
    let asset = await demo.create('asset', await demo.as(keeper, at), at, { title: `${model} · ${person.name}`, kind: 'hardware', ownership: 'owned', model, ownerId: demo.id('p.luo'), costCentre: centre[person.unit], costCents, serviceId: demo.id('service.workplace') });
    const act = async (name: string, days: number, input: Given = {}) => {
      at += days * dayMs;
      if (at < demo.until) asset = await demo.act(asset, name, await demo.as(keeper, at), at, input);
    };
    await act('order', 1, { supplierId: demo.id('supplier.cloud'), orderRef: `PO-${2600 + n}` });
    await act('receive', 8, { tag: `LH-${1100 + n}`, serial: `NL${random.between(100_000, 999_999)}`, ownerId: demo.id('p.luo'), costCentre: centre[person.unit], location: '上海灯港大厦 / 12 楼 / 库房', purchasedOn: dateOf(at + 8 * dayMs), warrantyUntil: dateOf(at + 1103 * dayMs) });
    if (n % 4 === 3) await act('put_in_stock', 1, { location: '上海灯港大厦 / 12 楼 / 库房' });
    else await act('deploy', 1, { userId: demo.id(person.key), location: place[person.unit] });
    if (n === 5) await act('send_to_repair', 20, { reason: '屏幕有坏点，保修送修。 Dead pixels; repaired under warranty.' });
  }
} // prettier-ignore

/** One is nearly used up; the people who have it are known. */
async function licences(demo: Demo): Promise<void> {
  const at = demo.from + 56 * hourMs;
  const actor = await demo.as(keeper, at);
  for (const [product, metric, entitled, cost, ends, assigned] of [
    ['办公套件 Office suite, business plan', 'user', 58, 7_424_000, 51, 53],
    ['设计工具 Design tool', 'user', 6, 2_160_000, 170, 6],
    ['数据库管理工具 Database console', 'user', 12, 960_000, 240, 7],
    ['终端防护 Endpoint protection', 'device', 80, 1_440_000, 305, 0],
    ['看板 Dashboard server', 'instance', 2, 5_600_000, 120, 0],
  ] as const) {
    const made = await demo.create('licence', actor, at, {
      product, metric, entitled, costCents: cost, validTo: dateOf(demo.until + ends * dayMs),
      costCentre: centre['unit.technology'], serviceId: demo.id('service.workplace'), ownerId: demo.id('p.luo'),
    });
    const number = `ENT-${product.length}${entitled}-${metric}`;
    await demo.act(made, 'activate', actor, at + hourMs, { entitlementNumber: number, validFrom: dateOf(demo.from), ownerId: demo.id('p.luo') });
    const users = people.filter(({ unit }) => unit.startsWith('unit.')).slice(0, assigned);
    for (const [i, { key }] of users.entries()) {
      const then = at + 2 * hourMs + i * 60_000;
      await demo.act(made, 'assign', actor, then, { assigneeId: demo.id(key) });
    }
    const measured = demo.until - 40 * dayMs;
    if (measured > at + 9 * dayMs)
      await demo.act(made, 'reconcile', await demo.as(keeper, measured), measured, { measured: Math.max(users.length, entitled - 8), comment: '与管理控制台核对。 Compared with the admin console.' });
  }
} // prettier-ignore

/** The yearly count of the Shanghai tower: one laptop stood elsewhere, one was not found. */
async function stockTake(demo: Demo, assets: readonly Row[]): Promise<void> {
  const at = demo.until - 75 * dayMs - local(demo.until).hour * hourMs + 10 * hourMs;
  if (at < demo.from + 9 * dayMs) return;
  const actor = await demo.as(keeper, at);
  let take = await demo.create('stock-take', actor, at, {
    title: '上海 8 楼年度盘点 · Yearly count, Shanghai floor 8', ownerId: demo.id(keeper), scopeLocation: '上海灯港大厦 / 8 楼', scopeKind: 'hardware', dueOn: dateOf(at + 14 * dayMs),
  });
  const act = async (name: string, minutes: number, input: Given = {}) =>
    (take = await demo.act(take, name, actor, at + minutes * minuteMs, input));
  await act('start', 10);
  const here = assets.filter((asset) => asset['location'] === '上海灯港大厦 / 8 楼');
  for (const [i, asset] of here.entries()) {
    if (i === 1) continue;
    await act('count', 20 + i * 3, { code: asset['tag'], location: i === 0 ? '上海灯港大厦 / 10 楼' : '上海灯港大厦 / 8 楼' });
  }
  await act('finish_counting', 300);
  const { rows } = await demo.house.pool.query<{ id: string; result: string }>(
    `select id, result from stock_take_line where stock_take_id = $1 and result in ('elsewhere', 'missing') and decision is null`, [take.id]);
  for (const [i, { id, result }] of rows.entries())
    await act('resolve', 1500 + i * 20, result === 'elsewhere'
      ? { lineId: id, decision: 'register_corrected', reason: '已随座位调整搬到 10 楼。 Moved to floor 10 with its desk.' }
      : { lineId: id, decision: 'found_afterwards', reason: '当天在家办公，次日带回核对。 At home that day; seen the day after.' });
  await act('close', 1700, { conclusion: '账实相符率 98%，一处位置已更正。 98 % as in the register; one place corrected.' });
} // prettier-ignore

const plans = [
  ['UPS 季度检查 · UPS, quarterly', ['rack-sh-01', 'rack-cd-01'], 3, 'team.platform', 'p.zhao', '测试放电并清洁滤网。 Test discharge, clean filters.'],
  ['分拣机月度保养 · Sorters, monthly', ['sorter-cd-1', 'sorter-cd-2'], 1, 'team.logistics', 'p.koh', '检查皮带张力和传感器。 Belts and sensors.'],
  ['备份恢复演练 · Restore exercise', ['backup-1'], 3, 'team.platform', 'p.zhao', '随机抽一份备份恢复到测试库。 Restore one backup, picked at random.'],
  ['面单打印头更换 · Print heads', ['label-prn-cd-01', 'label-prn-cd-02'], 6, 'team.workplace', 'p.luo', '更换打印头并打印校准页。 New heads and a calibration page.'],
] as const; // prettier-ignore

/** What is maintained before it fails; of the last tasks one is due these days. */
async function maintenance(demo: Demo): Promise<void> {
  const at = demo.from + 4 * dayMs + 2 * hourMs;
  for (const [title, on, every, team, owner, instructions] of plans) {
    const actor = await demo.as(owner, at);
    const made = await demo.create('maintenance-plan', actor, at, {
      title, instructions, rhythm: 'months', every, firstDueOn: dateOf(demo.from + 16 * dayMs), leadDays: 10,
      windowFrom: '22:00', windowTo: '23:30', subjectIds: on.map((name) => demo.id(`ci.${name}`)), teamId: demo.id(team), ownerId: demo.id(owner),
    });
    let plan = await demo.act(made, 'activate', actor, at + minuteMs);
    for (;;) {
      const due = Date.parse(`${String(plan['nextDueOn'])}T04:00:00Z`);
      const early = due - 10 * dayMs;
      if (early > demo.until) break;
      plan = await demo.act(plan, 'generate', demo.software, Math.max(early, at + 2 * minuteMs));
      const done = due - dayMs;
      if (done > demo.until) break;
      const { rows } = await demo.house.pool.query<{ id: string }>(`select t.id from maintenance_task t join record r on r.id = t.id where t.plan_id = $1 and r.open order by t.due_on limit 1`, [plan.id]);
      const task = { type: 'maintenance-task', id: rows[0]?.id ?? '' };
      await demo.act(task, 'finish', await demo.as(owner, done), done, { outcome: 'in_order', result: '按清单完成，未见异常。 Done by the list, nothing unusual.' });
    }
  }
} // prettier-ignore
