import { areas, type planItems } from '../../practices/service-design-and-transition/server.ts';
import { dateOf, dayMs, hourMs, type Demo, type Input, type Row } from './context.ts';
import type { Life } from './timeline.ts';

type Story = { readonly title: string; readonly why: string; readonly design: string; readonly service: string; readonly owner: string; readonly team: string; readonly party: string; readonly peak: number }; // prettier-ignore

const finished: Story = {
  title: '支付网关：双区域运行 · Payment gateway in two regions',
  why: '支付只在一个区域，区域故障即停收款。 Payment lives in one region; when that fails nobody can pay.',
  design: '两个区域同时收款，账务异步对齐。 Both regions take payments; the books follow asynchronously.',
  service: 'service.payment', owner: 'p.chen', team: 'team.order', party: 'p.bai', peak: 3000,
}; // prettier-ignore
const inWork: Story = {
  title: '物流平台：预约送达服务 · Logistics: delivery by appointment',
  why: '商家要求顾客能选择送达时段。 Merchants want their customers to choose the hour of delivery.',
  design: '在承运商接口之前加时段服务，库存不变。 Slots are kept before the carrier interface; stock stays as it is.',
  service: 'service.warehouse', owner: 'p.koh', team: 'team.logistics', party: 'p.bai', peak: 2500,
}; // prettier-ignore

const planned: Readonly<Record<(typeof planItems)[number], string>> = {
  responsibilities: '服务负责人对结果负责，平台组构建。 The service owner answers for the outcome, the platform team builds.',
  activities: '设计六周，构建八周，试运行两周。 Six weeks of design, eight of building, two on trial.',
  resources: '四名工程师、两名坐席、120 万预算。 Four engineers, two agents, 1.2 million.',
  dependencies: '依赖订单系统接口 v4。 Needs version 4 of the order interface.',
  tests: '功能、峰值和回退演练。 Functions, peak load, and the way back rehearsed.',
  acceptance: '两项验收标准，由未参与构建的人判定。 Two criteria, judged by somebody who did not build it.',
  outcomes: '见预期成果，上线三个月后对照。 As the outcomes say, compared three months after.',
  impact: '班次、知识库和合同随之调整。 Shifts, knowledge base and contract follow.',
}; // prettier-ignore

const manager = 'p.osei';
const [developer, tester] = ['p.deng', 'p.han'];

type Act = (who: string, name: string, input?: Input) => Promise<void>;
/** What is told of it, and on which day before now: never before what was told last. */
type Telling = { readonly on: (days: number) => number; readonly does: Act };

/** 8.5.2: a changed service that came to its closure report, and a new one that is being designed. */
export const transitionLives = (demo: Demo): Life[] => [
  ...(demo.until - 228 * dayMs > demo.from + 20 * dayMs ? [closed(demo)] : []),
  ...(demo.until - 26 * dayMs > demo.from + 20 * dayMs ? [designed(demo)] : []),
];

async function* designed(demo: Demo): Life {
  const { on, does } = yield* begun(demo, inWork, 'new', 26);
  yield on(24);
  await does(inWork.owner, 'prioritise', { rank: 2 });
  yield on(22);
  await does(manager, 'start_planning');
  yield on(15);
  await does(inWork.owner, 'approve_plan');
  yield on(12);
  await does(manager, 'start_design', { designerIds: [demo.id(developer)] });
  yield on(5);
  await does(developer, 'write_design', { requirements: [{ text: inWork.why, design: '设计第 3 节 Section 3 of the design' }, { text: '高峰期时段不超卖 No hour is promised twice at the peak' }] });
} // prettier-ignore

/** By the change and the release that carried it. */
async function* closed(demo: Demo): Life {
  const { on, does } = yield* begun(demo, finished, 'changed', 228);
  yield on(226);
  await does(finished.owner, 'prioritise', { rank: 1 });
  yield on(224);
  await does(manager, 'start_planning');
  yield on(214);
  await does(finished.owner, 'approve_plan');
  yield on(212);
  await does(manager, 'start_design', { designerIds: [demo.id(developer)] });
  yield on(180);
  await does(finished.owner, 'approve_design');
  yield on(150);
  for (let state = await stateOf(demo); state !== 'approved' && state !== 'scheduled'; state = await stateOf(demo)) {
    if (state !== undefined && over.has(state)) return;
    yield on(0.25);
  }
  await does(manager, 'start_build', { changeIds: [demo.id(change)], developerIds: [demo.id(developer)] });
  yield on(119);
  await does(manager, 'start_test', { testerId: demo.id(tester) });
  yield on(117);
  await does(tester, 'record_results', { verdicts: [{ criterion: 1, passed: true, evidence: 'TST-71' }, { criterion: 2, passed: true, measured: 3400, evidence: 'LOAD-33' }] });
  yield on(116);
  await does(tester, 'accept');
  yield on(109);
  const { rows } = await demo.house.pool.query<{ id: string }>(
    `select id from release where $1 = any(change_ids) and deployed_at is not null`,
    [demo.id(change)],
  );
  const [release] = rows;
  if (!release) return;
  await does(manager, 'begin_transition', { releaseIds: [release.id] });
  for (const area of areas) await does(finished.owner, 'check_item', { area, reference: `PAY2-${area.toUpperCase()}` });
  yield on(108);
  await does(manager, 'go_live');
  yield on(74);
  await does(manager, 'report_closure', { figures: [99.98], closureReport: '两次区域演练收款未中断；费用比计划高百分之六。 Payments went on in both rehearsals; cost six per cent above the plan.' });
  yield on(70);
  await does(tester, 'evaluate', { evaluation: { satisfaction: 4, wentWell: '演练两次，切换没有人察觉。 Two rehearsals; nobody noticed the switch.', improvements: '账务对齐的监控来得太晚。 The alarm on the books came too late.' } });
  yield on(69);
  await does(manager, 'close');
} // prettier-ignore

const change = 'change.major.pay';
const over = new Set(['implementing', 'implemented', 'closed', 'rejected', 'cancelled']);
const stateOf = async (demo: Demo): Promise<string | undefined> =>
  (await demo.house.pool.query<{ state: string }>('select state from record where id = $1', [demo.ids.get(change)]))
    .rows[0]?.state; // prettier-ignore

async function* begun(
  demo: Demo,
  story: Story,
  kind: 'new' | 'changed',
  ago: number,
): AsyncGenerator<number, Telling, void> {
  const when = (days: number) => demo.until - days * dayMs + 3 * hourMs;
  let at = when(ago);
  yield at;
  let it: Row = await demo.create('transition', await demo.as(manager, at), at, {
    title: story.title, kind, reasonFor: story.why, ownerId: demo.id(story.owner), teamId: demo.id(story.team), partyIds: [demo.id(story.party)],
    ...(kind === 'new' ? {} : { serviceId: demo.id(story.service) }), plannedLiveOn: dateOf(when(ago - 115)), plan: planned, plannerId: demo.id(manager),
    outcomes: [{ metric: '可用率 Availability', way: 'at_least', target: 99.95, unit: '%' }],
    criteria: [{ title: '核心流程全部走通 Every core case passes', kind: 'functional' }, { title: '承受高峰 Bears the peak', kind: 'load', target: story.peak, unit: 'TPS' }],
    requirements: [{ text: story.why, design: '设计第 3 节 Section 3 of the design' }], designSummary: story.design,
    checklist: areas.map((area) => ({ area, ownerId: demo.id(story.owner) })),
  });
  return {
    // Less than a day: so much later than what was told last.
    on: (days) => (at = days < 1 ? at + days * dayMs : Math.max(at + hourMs, when(days))),
    does: async (who, name, input = {}) => {
      it = await demo.act(it, name, await demo.as(who, at), at, input);
    },
  };
} // prettier-ignore
