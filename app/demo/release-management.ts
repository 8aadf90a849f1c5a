import { createHash } from 'node:crypto';
import { decideApproval } from '../../kernel/approval/decide.ts';
import { hands } from './change.told.ts';
import { specials } from './change.data.ts';
import { dayMs, hourMs, minuteMs, type Demo, type Input, type Row } from './context.ts';
import { people } from './organisation.data.ts';
import type { Life } from './timeline.ts';

/** What goes out as a release of its own, by the key of the change that carries it. */
const carried = ['fix.payment', 'fix.queue', 'fix.storefront', 'fix.voice', 'major.pay', 'major.split', 'fix.index', 'fix.wave'] as const; // prettier-ignore
const manager = 'p.osei';
/** The service desk hears of it three days before. */
const noticeMs = 76 * hourMs;

export const releaseLives = (demo: Demo): Life[] =>
  carried.flatMap((key, i) => {
    const change = specials.find((one) => one.key === key);
    return change && demo.until - change.ago * dayMs > demo.from + 40 * dayMs
      ? [releaseLife(demo, change, i)]
      : [];
  });

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** 8.5.3: built, tested by another, accepted, approved, brought out in two waves within the change’s window, observed. */
async function* releaseLife(demo: Demo, change: (typeof specials)[number], i: number): Life {
  const { key, team, title, ago } = change;
  const open = demo.until - (ago + 40) * dayMs;
  let at = open;
  for (; !demo.ids.has(`change.${key}`); at += 12 * hourMs) yield at;
  type Window = { state: string; from: Date | string; to: Date | string };
  const windowNow = async () =>
    (await demo.house.pool.query<Window>('select r.state, c.planned_start_at as "from", c.planned_end_at as "to" from change c join record r on r.id = c.id where r.id = $1', [demo.id(`change.${key}`)])).rows[0];
  let found = await windowNow();
  for (; found?.state !== 'scheduled'; found = await windowNow()) {
    yield (at += 2 * hourMs);
    if (found && ['closed', 'rejected', 'cancelled', 'implementing'].includes(found.state)) return;
  }
  const [from, to] = [new Date(found.from).getTime(), new Date(found.to).getTime()];
  // Everything before the window has its share of the time that is left.
  const share = Math.min(6 * hourMs, (from - at - noticeMs) / 12);
  if (share < 2 * minuteMs) return;
  const crew = hands(team);
  const [developer = '', builder = developer, tester = ''] = crew.length > 2 ? crew : [crew[0] ?? '', crew[0] ?? '', crew[1] ?? ''];
  const deployer = crew[3] ?? tester;
  const name = key.split('.')[1] ?? key;
  const version = `${4 + (i % 3)}.${i + 1}.0`;
  const deliverables = [`${name}.image`, `${name}-schema.sql`].map((one) => ({ name: one, version, sha256: hashOf(one + version) }));
  yield (at += share);
  const stop = [{ metric: '错误率 Error rate', above: 1, unit: '%' }];
  let release: Row = await demo.create('release', await demo.as(manager, at), Math.round(at), {
    title: `${title.zh} ${version} · ${title.en}`.slice(0, 190), kind: change.category === 'major' ? 'major' : 'minor', versionName: version,
    teamId: demo.id(`team.${team}`), changeIds: [demo.id(`change.${key}`)],
    developerIds: [demo.id(developer)], builderId: demo.id(builder), deployerId: demo.id(deployer), testerId: demo.id(tester),
    criteria: [{ title: '核心用例全部通过 All core cases pass', kind: 'functional' }, { title: '承受大促峰值 Bears the peak of a sale', kind: 'load', target: 3000, unit: 'TPS' }],
    waves: [{ title: '灰度 Canary', way: 'canary', share: 5, stopCriteria: stop }, { title: '全量 Everybody', way: 'all', share: 100, stopCriteria: stop }],
    method: '逐个实例替换，先灰度后全量。 Instance by instance, canary first.',
    rollbackPlan: '部署指回上一镜像，逐个重启；窗口结束前三十分钟决定。 Point back to the image before and restart one by one; decided thirty minutes before the end.',
    plannedStartAt: new Date(from).toISOString(), plannedEndAt: new Date(to).toISOString(),
  });
  const does = async (who: string, action: string, input: Input = {}) => {
    release = await demo.act(release, action, await demo.as(who, at), at, input);
  };
  const next = (ms: number) => (at = Math.round(at + ms));
  yield next(share);
  await does(builder, 'build', { deliverables });
  yield next(share);
  await does(manager, 'start_test', { testerId: demo.id(tester) });
  yield next(share);
  await does(tester, 'record_results', { verdicts: [{ criterion: 1, passed: true, evidence: `TST-${40 + i}` }, { criterion: 2, passed: true, measured: 3200 + i * 90, evidence: `LOAD-${20 + i}` }] });
  yield next(share);
  await does(tester, 'accept');
  yield next(share);
  await does(manager, 'request_approval');
  yield* approved(demo, release, () => next(share), [developer, builder]);
  yield next(share);
  await does(manager, 'publish_schedule');
  await does(manager, 'take_baseline');
  yield (at = from + 13 * minuteMs);
  await does(deployer, 'start', { hashes: deliverables.map(({ name: one, sha256 }) => ({ name: one, sha256 })) });
  for (let wave = 0; wave < 2; wave += 1) {
    yield next(4 * minuteMs);
    await does(deployer, 'start_wave');
    yield next(6 * minuteMs);
    await does(deployer, 'record_figures', { figures: [{ criterion: 1, value: 0.1 + wave / 10 }] });
    await does(deployer, 'decide_wave', { decision: 'go' });
  }
  yield next(3 * minuteMs);
  await does(deployer, 'smoke_test', { smokeResult: 'passed', smokeEvidence: '十笔测试订单走完全程。 Ten test orders went all the way.' });
  await does(deployer, 'finish');
  yield next(20 * minuteMs);
  await does(deployer, 'watch');
  yield (at = Date.parse(String(release['earlyLifeUntil'])) + 14 * hourMs);
  await does(manager, 'close', { resultAnalysis: '观察期内错误率低于发布前，没有相关事件。 Fewer errors than before in the weeks after; no incident belongs to it.' });
} // prettier-ignore

async function* approved(demo: Demo, release: Row, next: () => number, makers: readonly string[]): Life {
  for (;;) {
    const { rows } = await demo.house.pool.query<{ id: string; approvers: string[] }>(
      `select a.id, s.approver_ids as approvers from approval a join approval_step s on s.approval_id = a.id
       where a.record_id = $1 and a.state = 'open' and s.state = 'open'`,
      [release.id],
    );
    const [open] = rows;
    if (!open) return;
    const at = next();
    yield at;
    const who = people.find(({ key }) => open.approvers.includes(demo.id(key)) && !makers.includes(key) && key !== manager);
    if (!who) return;
    const actor = await demo.as(who.key, at);
    await demo.together(at, (work) => decideApproval(work, open.id, 'approve', { ...actor, id: demo.id(who.key) }, {}));
  }
} // prettier-ignore
