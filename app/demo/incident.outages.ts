import { dayMs, hourMs, iso, minuteMs, startOfDay, type Demo, type Input, type Row } from './context.ts';
import { itemOf } from './configuration.data.ts';
import { agentAt, membersOf, note, NotYet } from './incident.life.ts';
import { declared } from './incident.major.ts';
import type { Plan } from './incident.plan.ts';
import { themes, type Theme } from './incident.texts.ts';
import { problemNumber } from './problem-management.ts';
import { fill, phrase } from './incident.words.ts';

type Outage = { readonly at: number; readonly happen: (seen: Map<string, number[]>) => Promise<void> };

/**
 * Days before now, hour of the day, which system, for how many minutes, how many called, whether it was declared major.
 * The last one is going on: it began three quarters of an hour ago.
 */
const memorable = [
  [338, 10, 'payment.failed', 74, 14, true, { zh: '支付网关不可用：全部通道下单失败', en: 'Payment gateway down: no channel accepts payments' }],
  [281, 15, 'network.site', 52, 9, false, { zh: '成都分公司网络中断', en: 'Chengdu branch cut off from the network' }],
  [214, 20, 'order.stuck', 131, 22, true, { zh: '订单队列阻塞，全站订单不下发', en: 'Order queue blocked: no order reaches a warehouse' }],
  [157, 21, 'storefront.page', 96, 26, true, { zh: '大促高峰店铺首页不可用', en: 'Shop start page down at the peak of the campaign' }],
  [96, 9, 'hotline.voice', 318, 17, true, { zh: '客服热线全部中继中断', en: 'All trunks of the hotline are down' }],
  [41, 14, 'warehouse.picking', 88, 12, false, { zh: '仓储系统无法生成波次', en: 'Warehouse system makes no waves' }],
  [11, 0, 'payment.failed', 38, 31, false, { zh: '零点高峰支付排队超时', en: 'Payments time out in the midnight rush' }],
  [0, 0, 'carrier.label', 200, 14, true, { zh: '承运商取号全部失败，两个仓停止出库', en: 'No label numbers at all: two warehouses stand still' }],
] as const; // prettier-ignore

/** A parent that monitoring raises, the calls that hang on it, news every half hour, one resolution for all. */
export function outages(demo: Demo): Outage[] {
  return memorable
    .filter(([daysAgo]) => demo.until - daysAgo * dayMs > demo.from + 3 * dayMs)
    .map(([daysAgo, hour, category, minutes, calls, major, title], i) => {
      const then = startOfDay(demo.until - daysAgo * dayMs) + hour * hourMs + 7 * minuteMs;
      const at = daysAgo === 0 ? demo.until - 46 * minuteMs : then;
      const theme = themes.find((t) => t.category === category);
      if (!theme) throw new Error(`no theme ${category}`);
      return {
        at,
        happen: (seen: Map<string, number[]>) =>
          outage(demo, { at, theme, minutes, calls, major, title, i, seen }),
      };
    })
    .toSorted((a, b) => a.at - b.at);
}

type Given = {
  at: number;
  theme: Theme;
  minutes: number;
  calls: number;
  major: boolean;
  title: { readonly zh: string; readonly en: string };
  i: number;
  seen: Map<string, number[]>;
};

async function outage(demo: Demo, given: Given): Promise<void> {
  try {
    await told(demo, given);
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
  }
}

async function told(demo: Demo, { at, theme, minutes, calls, major, title, i, seen }: Given): Promise<void> {
  const random = demo.random.fork(`outage ${i}`);
  const ci = itemOf(theme.ci[0] ?? '', 3);
  const plan: Plan = { n: i, at, theme, seen: 'monitoring', requester: undefined, language: 'zh-CN', ci, impact: 1, urgency: 1, random }; // prettier-ignore
  const text = { title: `${title.zh} · ${title.en}`, symptom: fill(theme.zh.symptoms[0] ?? '', plan) };
  const serviceId = demo.id(`service.${theme.service}`);
  let parent = await demo.create('incident', demo.software, at, { ...text, serviceId, channel: 'monitoring', ci, dedupKey: `outage:${i}` }); // prettier-ignore
  note(seen, plan, at);
  const act = async (who: string, name: string, after: number, input: Input = {}) => {
    if (at + after > demo.until) throw new NotYet();
    parent = await demo.act(parent, name, await demo.as(who, at + after), at + after, input);
  };
  const agent = agentAt(demo, at, plan);
  const engineer = random.pick(membersOf(`team.${theme.team}`));
  await act(agent, 'triage', 2 * minuteMs, { serviceId, categoryId: demo.id(`category.${theme.category}`), impact: 1, urgency: 1, ci }); // prettier-ignore
  await act(agent, 'assign', 4 * minuteMs, { teamId: demo.id(`team.${theme.team}`) });
  await act(engineer, 'start', 7 * minuteMs, { comment: phrase('hello', 'zh-CN', random) });
  const led = major ? await declared(demo, { parent, at, title, engineer }) : undefined;
  await act('p.shen', 'escalate', 12 * minuteMs, { level: 2, reason: phrase('escalate', 'zh-CN', random) });
  await act('p.jiang', 'announce', 13 * minuteMs, {
    texts: {
      en: `${title.en}. We are on it; you need not report it again.`,
      'zh-CN': `${title.zh}。我们正在处理，无需重复报障。`,
    },
  });
  const children: Row[] = [];
  const step = ((Math.min(minutes, 90) - 20) * minuteMs) / calls;
  let news = 1;
  for (let n = 0; n < calls; n += 1) {
    const then = Math.round(14 * minuteMs + n * step);
    if (at + then + 2 * minuteMs > demo.until) throw new NotYet();
    if (then > news * 22 * minuteMs) {
      news += 1;
      await act(engineer, 'comment', then - minuteMs, { comment: phrase('progress', n % 2 === 0 ? 'zh-CN' : 'en', random), public: true }); // prettier-ignore
      await led?.update(then, news);
    }
    note(seen, plan, at + then);
    children.push(await call(demo, { ...plan, n: i * 100 + n, at: at + then }, parent));
  }
  for (let then = 96; then < minutes - 20; then += 26) await led?.update(then * minuteMs, (news += 1));
  if (minutes > 240) await act('p.shen', 'escalate', 240 * minuteMs, { level: 3, reason: '超过承诺时限，启动备用线路。 Over the promised time; the spare lines are taken.' }); // prettier-ignore
  const end = Math.max(minutes, 20) * minuteMs;
  await led?.restored(end);
  await act(engineer, 'resolve', end, {
    resolution: `${fill(theme.zh.fixes[0] ?? '', plan)}\n${fill(theme.en.fixes[0] ?? '', { ...plan, language: 'en' })}`,
    resolutionCode: 'restored',
    restoredAt: iso(at + end - 3 * minuteMs),
    ci,
    causeClass: theme.cause,
    problemRef: problemNumber(demo, theme.category),
    resolveChildren: true,
    comment: phrase('done', 'zh-CN', random),
  });
  for (const [n, child] of children.entries())
    await confirmed(demo, child, at + end + (20 + n * 3) * minuteMs, plan);
  await led?.reviewOpened(end + 3 * hourMs);
  await act('p.jiang', 'close', end + 26 * hourMs, { closureCode: 'confirmed_through_desk', reason: phrase('confirmed', 'zh-CN', random) }); // prettier-ignore
  await led?.reviewed(end + 50 * hourMs, calls);
}

const callers = [
  'p.tian',
  'p.fan',
  'p.qiu',
  'p.bai',
  'p.maple1',
  'p.spruce1',
  'p.orchid1',
  'p.kestrel1',
  'p.maple2',
  'p.wei',
];

async function call(demo: Demo, plan: Plan, parent: Row): Promise<Row> {
  const { random, theme, at } = plan;
  const requester = random.pick(callers);
  const english = ['p.maple1', 'p.maple2', 'p.kestrel1'].includes(requester);
  const told = { ...plan, language: english ? ('en' as const) : ('zh-CN' as const) };
  const text = theme[english ? 'en' : 'zh'];
  const agent = await demo.as(agentAt(demo, at, plan), at);
  const child = await demo.create('incident', agent, at, {
    title: fill(random.pick(text.titles), told),
    symptom: fill(random.pick(text.symptoms), told),
    serviceId: parent.serviceId,
    requesterId: demo.id(requester),
    channel: random.pick(['phone', 'chat', 'phone']),
  });
  return demo.act(child, 'set_parent', agent, at + minuteMs, { parentId: parent.id });
}

async function confirmed(demo: Demo, child: Row, at: number, plan: Plan): Promise<void> {
  if (at > demo.until) return;
  const agent = await demo.as(agentAt(demo, at, plan), at);
  await demo.act(child, 'close', agent, at, {
    closureCode: 'confirmed_through_desk',
    reason: phrase('confirmed', plan.language, plan.random),
  });
}
