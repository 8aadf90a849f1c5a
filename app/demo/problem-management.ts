import {
  dateOf,
  dayMs,
  hourMs,
  iso,
  local,
  minuteMs,
  startOfDay,
  type Demo,
  type Input,
  type Row,
} from './context.ts';
import { leads } from './change.told.ts';
import { knowns, type Known } from './problem.data.ts';
import { latest, trendOf, trends } from './problem.trends.ts';
import type { Life } from './timeline.ts';

const manager = 'p.zheng';

/** When each is raised: those of a trend with the analysis of their month. */
export const raisedAt = (demo: Demo, { ago, origin }: Known): number => {
  const day = startOfDay(demo.until - ago * dayMs) + 11 * hourMs;
  return origin === 'trend' ? trendOf(day) + hourMs : Math.min(day, demo.until - 40 * minuteMs);
};
export const told = (demo: Demo): Known[] =>
  knowns
    .filter((known) => raisedAt(demo, known) > demo.from + 9 * dayMs)
    .toSorted((a, b) => raisedAt(demo, a) - raisedAt(demo, b));

/** The number that incidents of this category name as their problem at that time. */
export function problemNumber(demo: Demo, category: string): string {
  const all = told(demo);
  const area = category.split('.')[0];
  const same = all.findIndex((known) => known.category === category);
  const n = same < 0 ? all.findIndex((known) => known.category.split('.')[0] === area) : same;
  return `PRB-${String((n < 0 ? 0 : n) + 1).padStart(6, '0')}`;
}

/** 8.6.3: what stands behind the incidents of the year, and the monthly look for more of it. */
export const problemLives = (demo: Demo): Life[] => [
  ...trends(demo, told(demo)),
  ...told(demo).map((known) => problemLife(demo, known)),
];

async function* problemLife(demo: Demo, known: Known): Life {
  let at = raisedAt(demo, known);
  if (known.origin === 'trend') {
    for (at += minuteMs; !demo.ids.has(`problem.${known.key}`); at += dayMs) yield at;
  } else {
    yield at;
    const made = await raise(demo, known, at);
    demo.ids.set(`problem.${known.key}`, made.id);
  }
  const problem = { type: 'problem', id: demo.id(`problem.${known.key}`) };
  const does = async (who: string, name: string, input: Input = {}): Promise<Row> =>
    demo.act(problem, name, await demo.as(who, at), at, input);
  const later = (ms: number) => (at = atWork(at + ms));
  const { stays, owner, team } = known;
  if (stays === 'new') return;
  yield later(5 * hourMs);
  if (stays === 'rejected')
    return void (await does(manager, 'reject', { reason: '只有一家商家、旧浏览器；升级后不再出现。 One merchant with an old browser; gone after its update.' }));
  await does(manager, 'accept', { categoryId: demo.id(`category.${known.category}`), urgency: known.origin === 'major_incident' ? 1 : 2, expectedImpact: known.origin === 'major_incident' ? 1 : 3, ownerId: demo.id(owner), teamId: demo.id(`team.${team}`) });
  if (stays === 'accepted') return;
  yield later(dayMs);
  await does(owner, 'investigate', { comment: '开始排查，先收集三次现场的日志。 Begun: logs of three occurrences first.' });
  if (stays === 'investigating') return;
  yield later(2 * dayMs);
  await explained(known, does, (ms) => later(ms));
  const change = known.fixes ?? [];
  if (stays === 'known_error') return;
  if (stays === 'suspended') {
    yield later(30 * dayMs);
    const reviewOn = dateOf(Math.max(demo.until, at) + 20 * dayMs);
    for (; Date.parse(reviewOn) > at + 88 * dayMs; later(7 * dayMs)) yield at;
    return void (await does(owner, 'suspend', { reviewOn, reason: '等待供应商新固件，预计下季度。 Waiting for the vendor’s firmware, expected next quarter.' }));
  }
  if (stays === 'accepted_risk') {
    yield later(3 * dayMs);
    return void (await does(leads[team] ?? owner, 'accept_risk', { reviewOn: dateOf(at + 180 * dayMs), reason: '更换全部扩展坞代价高于影响，明年随新机型更换。 Replacing all docks costs more than the harm; they go with the next generation.' }));
  }
  for (const [n, key] of change.entries()) {
    for (; !demo.ids.has(`number.${key}`); later(dayMs)) yield at;
    yield (at += 20 * minuteMs);
    await does(owner, 'plan_fix', { change: demo.id(`number.${key}`) });
    for (let outcome = await resultOf(demo, key); ; outcome = await resultOf(demo, key)) {
      if (outcome === 'implemented') break;
      if (outcome !== null && n < change.length - 1) break;
      yield later(dayMs);
    }
  }
  yield later(3 * dayMs);
  await does(owner, 'resolve', {
    resolution: '变更已实施，原因已消除。 The change was carried out and has removed the cause.',
    verification: '同样条件重放三次未再出现，指标平稳一周。 Played through three times without it; figures quiet for a week.',
  });
  yield later(hourMs);
  await does(owner, 'retire_known_error', {});
  yield later(31 * dayMs);
  await does(owner, 'close', { closeStatement: '观察期内的个别报障已逐一核对，原因不同。 The few reports since were looked at one by one; they have other causes.' });
  if (known.comesBack === true) {
    yield later(19 * dayMs);
    await does(owner, 'reopen', { reason: '新站点又装了旧驱动，偏移再次出现。 A new station came with an old driver and labels shift again.' });
    yield later(4 * dayMs);
    return explained({ ...known, cause: '新站点的镜像里带有旧驱动，统一分发没有覆盖。 The image for new stations holds an old driver that the roll-out never reached.' }, does, later);
  }
  yield later(60 * dayMs);
  await does('p.su', 'review_effectiveness', { effectivenessConclusion: '同类事件明显减少，措施有效。 Clearly fewer of their kind: it worked.' });
} // prettier-ignore

const atWork = (at: number): number => {
  const { weekday, hour } = local(at);
  if (weekday === 0 || weekday === 6) return atWork(at + dayMs);
  return hour < 9 || hour > 17 ? startOfDay(at) + 10 * hourMs + (at % hourMs) : at;
};

async function explained(known: Known, does: (who: string, name: string, input?: Input) => Promise<Row>, later: (ms: number) => number): Promise<void> {
  const { owner, whys, cause, class: causeClass, workaround, told: publicText } = known;
  await does(owner, 'analyse', { rcaMethod: 'five_whys', whys: whys.map(([answer, evidence]) => ({ answer, evidence })) });
  later(5 * hourMs);
  await does(owner, 'find_cause', {
    rcaMethod: 'five_whys', rootCause: cause, causeClass, removalPrevents: true,
    removalReason: '在测试环境去掉这一条件后，同样的操作不再出现故障。 Without it the same steps did no harm in the test environment.',
  });
  later(2 * hourMs);
  await does(owner, 'publish', { workaround, ci: known.ci, ...(publicText ? { publicText } : {}) });
} // prettier-ignore

async function resultOf(demo: Demo, key: string): Promise<string | null> {
  const { rows } = await demo.house.pool.query<{ result: string | null; state: string }>(
    'select c.result, r.state from change c join record r on r.id = c.id where c.id = $1',
    [demo.id(`change.${key}`)],
  );
  return rows[0]?.result ?? null;
}

/** The incidents of its category in the weeks before, or the major incident whose review found it. */
async function raise(demo: Demo, known: Known, at: number): Promise<Row> {
  const category = demo.id(`category.${known.category}`);
  const incidents = await latest(demo, category, at);
  const { rows: majors } = await demo.house.pool.query<{ id: string }>(
    `select m.id from major_incident m join record r on r.id = m.id join incident i on i.id = m.leading_incident_id
     where i.category_id = $1 and r.created_at between $2 and $3`,
    [category, iso(at - 6 * dayMs), iso(at)],
  );
  const told = known.origin === 'major_incident' && majors.length === 0 ? 'incidents' : known.origin;
  // A short story has weeks without an incident of some kind.
  const origin = told === 'incidents' && incidents.length === 0 ? 'monitoring' : told;
  return demo.create('problem', await demo.as(manager, at), at, {
    title: known.title,
    origin,
    serviceId: demo.id(`service.${known.service}`),
    categoryId: category,
    ci: known.ci,
    urgency: 2,
    incidents,
    ...(origin === 'major_incident' ? { originId: majors[0]?.id } : {}),
    ...(origin === 'supplier' || origin === 'monitoring' ? { originNote: '供应商公告 FB-2207 / 监控规则 memory-slope · Vendor’s bulletin FB-2207, or rule memory-slope' } : {}),
  });
} // prettier-ignore
