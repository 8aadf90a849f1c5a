import { watchSites } from '../../practices/site-governance/server.ts';
import { dateOf, dayMs, hourMs, type Demo, type Row } from './context.ts';
import { ago, isWholeYear, on } from './proof.time.ts';
import type { Life } from './timeline.ts';

const keeper = 'p.su';
const top = 'p.lin';
/** Who has a site in hand. */
const leads: Readonly<Record<string, string>> = { 'unit.shanghai': 'p.zhao', 'unit.chengdu': 'p.he', 'unit.singapore': 'p.koh' }; // prettier-ignore
const branches = ['unit.chengdu', 'unit.singapore'];

type Told = {
  readonly title: string;
  readonly statement: string;
  readonly purpose: string;
  readonly sites?: readonly string[];
  readonly fields: (demo: Demo) => Promise<Readonly<Record<string, unknown>>>;
  /** How each site does it. */
  readonly how: Readonly<Record<string, string>>;
};

const rules: readonly Told[] = [
  {
    title: '信息安全策略人人已读 Everybody has read the information security policy',
    statement: '在职员工确认阅读现行版本，新人入职两周内完成。 Everybody who works here acknowledges the version in force; newcomers within two weeks.',
    purpose: '三地同一策略，一处不读处处有风险。 One policy for three sites; where it is not read, it does not hold.',
    sites: branches,
    fields: async (demo) => ({ bound: 'document', documentId: await idOf(demo, `select id from document where code = 'SMS-L1-08-ISP'`), coveragePercent: 80, requirement: '5.3-a' }),
    how: { 'unit.chengdu': '班前会确认，组长核对名单。 At the shift meeting; team leads check the list.', 'unit.singapore': 'By e-mail reminder, checked on Fridays. 邮件提醒，周五核对。' },
  },
  {
    title: '每个分公司有人管资产 Each branch has somebody who looks after its assets',
    statement: '分公司须有人担任资产管理员，离任当日交接。 Each branch has an asset manager of its own; the role is handed over on the day somebody leaves.',
    purpose: '仓库与门店的设备总部看不见。 Headquarters does not see what stands in a warehouse.',
    sites: branches,
    fields: async () => ({ bound: 'role', role: 'asset-manager', requirement: '5.3-a' }),
    how: { 'unit.chengdu': '冯俊熙担任。 Feng Junxi holds it.', 'unit.singapore': 'To be named with the next joiner. 下一位入职者担任。' },
  },
  {
    title: '各地都有一线支持 First-line support at each branch',
    statement: '分公司须有服务台人员在岗，交接走统一队列。 A service desk agent works at each branch; hand-overs go through the one queue.',
    purpose: '用户在本地、本时区得到帮助。 Users are helped where and when they work.',
    sites: branches,
    fields: async () => ({ bound: 'role', role: 'service-desk-agent', obligation: 'advised' }),
    how: { 'unit.chengdu': '两名坐席轮班。 Two agents in shifts.', 'unit.singapore': 'Two agents, Mon to Fri. 两名，周一至周五。' },
  },
  {
    title: '一级事件四小时内解决 P1 incidents are resolved within four hours',
    statement: '任一分公司的协议，P1 解决时限不得长于四小时。 No agreement of any branch promises a P1 later than within four hours.',
    purpose: '客户不因所在地而得到较差的承诺。 No customer is promised less for where they are.',
    fields: async () => ({ bound: 'target', promise: 'resolve', targetPriority: 1, mostMinutes: 240 }),
    how: { 'unit.shanghai': '按标准协议。 By the standing offer.', 'unit.chengdu': '按标准协议。 By the standing offer.', 'unit.singapore': 'By the standing offer. 按标准协议。' },
  },
  {
    title: '机房来访有登记 Visitors to server rooms are written down',
    statement: '来访者姓名、事由、进出时间、陪同人，保存一年。 Name, reason, times and escort of each visitor, kept for a year.',
    purpose: '能回答谁进过机房。 To know who was in the room.',
    fields: async () => ({ bound: 'attested', attestMonths: 6 }),
    how: { 'unit.shanghai': '前台系统登记。 In the system at the front desk.', 'unit.singapore': 'A book at reception, scanned each month. 前台登记册，每月扫描。' },
  },
]; // prettier-ignore

const idOf = async (demo: Demo, text: string): Promise<string | null> =>
  (await demo.house.pool.query<{ id: string }>(text)).rows[0]?.id ?? null;

/** The group's rules from the seventh month on: one branch lacks a role, another is let off one rule until its rooms are built. */
export const siteLives = (demo: Demo): Life[] => (isWholeYear(demo) ? [spreading(demo), weekly(demo)] : []);

async function* spreading(demo: Demo): Life {
  let at = on(demo, 164, 10);
  yield at;
  const act = async (record: Row, name: string, who: string, input: Readonly<Record<string, unknown>> = {}) =>
    demo.act(record, name, await demo.as(who, at), at, input);
  const adoptions = async (rule: Row) =>
    (await demo.house.pool.query<Row & { siteId: string }>(
      `select a.id, 'rule-adoption' as type, a.site_id as "siteId" from rule_adoption a where a.rule_id = $1 order by a.id`, [rule.id])).rows;
  const keyOf = (id: string) => Object.keys(leads).find((key) => demo.id(key) === id) ?? '';
  for (const [i, { title, statement, purpose, sites = [], fields, how }] of rules.entries()) {
    yield (at = on(demo, 164 - i * 3, 10.4));
    const draft = await demo.create('group-rule', await demo.as(keeper, at), at, {
      title, statement, purpose, siteIds: sites.map(demo.id), effectiveOn: dateOf(at + 2 * dayMs), adoptBy: dateOf(at + 40 * dayMs),
      ownerId: demo.id(keeper), ...(await fields(demo)),
    });
    yield (at += 26 * hourMs);
    const rule = await act(draft, 'publish', top);
    for (const adoption of await adoptions(rule)) {
      const site = keyOf(adoption.siteId);
      const lead = leads[site] ?? keeper;
      yield (at += 3 * hourMs);
      await act(adoption, 'edit', keeper, { ownerId: demo.id(lead) });
      const own = how[site];
      if (own !== undefined) await act(adoption, 'adopt', lead, { how: own });
    }
  }
  yield* letOff(demo);
  yield* added(demo);
} // prettier-ignore

/** Chengdu rebuilds its rooms: asked for half a year, granted for less. */
async function* letOff(demo: Demo): Life {
  let at = on(demo, 118, 15);
  yield at;
  const { rows } = await demo.house.pool.query<Row>(
    `select a.id, 'rule-adoption' as type from rule_adoption a join record r on r.id = a.id where r.state = 'open' and a.site_id = $1 limit 1`,
    [demo.id('unit.chengdu')],
  );
  const [adoption] = rows;
  if (!adoption) return;
  await demo.act(adoption, 'ask_exemption', await demo.as('p.he', at), at, {
    exemptionReason: '二号仓机房改建，门禁随新机房启用；此前由值班保安陪同。 The room of warehouse 2 is rebuilt, and its doors with it; until then a guard comes along.',
    exemptionUntil: dateOf(ago(demo, -60)),
  }); // prettier-ignore
  yield (at += 24 * hourMs);
  await demo.act(adoption, 'grant_exemption', await demo.as(top, at), at, {
    exemptionUntil: dateOf(ago(demo, -45)),
    decisionReason:
      '有陪同，风险可承受；新机房按期启用。 With an escort it can be borne; the new room opens in time.',
  });
}

/** Singapore asks more of itself. */
async function* added(demo: Demo): Life {
  let at = on(demo, 96, 11);
  yield at;
  const site = demo.id('unit.singapore');
  const draft = await demo.create('group-rule', await demo.as('p.koh', at), at, {
    title: 'Personal data requests are answered within ten days 个人数据请求十日内答复', siteId: site, addition: 'additional', bound: 'attested', attestMonths: 12,
    statement: 'Whoever asks what we keep about them hears from us within ten days, shorter than the law asks. 凡询问本人数据者，十日内答复，严于法律。',
    effectiveOn: dateOf(at + 2 * dayMs), adoptBy: dateOf(at + 20 * dayMs), ownerId: demo.id('p.koh'),
  }); // prettier-ignore
  yield (at += 20 * hourMs);
  const rule = await demo.act(draft, 'publish', await demo.as('p.tan', at), at);
  const { rows } = await demo.house.pool.query<Row>(
    `select id, 'rule-adoption' as type from rule_adoption where rule_id = $1`,
    [rule.id],
  );
  yield (at += 30 * hourMs);
  for (const adoption of rows)
    await demo.act(adoption, 'adopt', await demo.as('p.koh', at), at, {
      how: 'The desk keeps a list; Grace Lim answers. 服务台登记，Grace Lim 答复。',
    });
}

/** What stood how is written down: every week in the story, every hour in life. */
async function* weekly(demo: Demo): Life {
  for (let days = 160; days > 0; days -= 7) {
    const at = on(demo, days, 18);
    yield at;
    await demo.at(at, () => watchSites.run(demo.house));
  }
}
