import { runTrends } from '../../practices/problem-management/server.ts';
import { dayMs, hourMs, iso, local, minuteMs, startOfDay, type Demo } from './context.ts';
import type { Known } from './problem.data.ts';
import type { Life } from './timeline.ts';

const manager = 'p.zheng';

/** The analysis of the month that ended last: on the second of a month, at ten. */
export function trendOf(at: number): number {
  let day = startOfDay(at);
  while (local(day).day !== 2) day -= dayMs;
  return day + 10 * hourMs;
}

/** Each month from the second one of the story on. */
export function trends(demo: Demo, knowns: readonly Known[]): Life[] {
  const lives: Life[] = [];
  for (let at = trendOf(demo.until); at > demo.from + 34 * dayMs; at = trendOf(at - 3 * dayMs)) lives.push(monthly(demo, at, knowns));
  return lives;
} // prettier-ignore

const words = {
  known: '已有问题记录在处理。 A problem about it is open already.',
  normal: '与业务量同步增长，没有共同原因。 It grows with the business; there is no common cause.',
};

async function* monthly(demo: Demo, at: number, knowns: readonly Known[]): Life {
  yield at;
  const to = startOfDay(at) - dayMs;
  const from = startOfDay(to - dayMs) - (local(to - dayMs).day - 1) * dayMs;
  const month = local(from + dayMs).date.slice(0, 7);
  const analysis = await demo.create('trend-analysis', demo.software, at, {
    title: `事件趋势分析 · Trends of incidents, ${month}`,
    kind: 'monthly',
    periodFrom: iso(from),
    periodTo: iso(to),
    leastCount: 12,
    ownerId: demo.id(manager),
  });
  await demo.together(at + minuteMs, () => runTrends(demo.house));
  const { rows: candidates } = await demo.house.pool.query<{ id: string; category: string | null; open: boolean }>(
    `select c.id, c.category_id as category, exists (select 1 from problem p join record r on r.id = p.id where p.category_id = c.category_id and r.open) as open
     from trend_candidate c where c.analysis_id = $1 order by c.score desc, c.id`,
    [analysis.id],
  );
  const due = knowns.filter(({ origin, ago }) => origin === 'trend' && trendOf(startOfDay(demo.until - ago * dayMs) + 11 * hourMs) === at);
  yield at + hourMs;
  const actor = await demo.as(manager, at);
  const decided = at + hourMs;
  const raised = new Set<string>();
  for (const { id, category, open } of candidates) {
    const known = due.find((one) => demo.id(`category.${one.category}`) === category && !raised.has(one.key));
    if (known) {
      raised.add(known.key);
      await demo.act(analysis, 'accept_candidate', actor, decided, { candidate: { id, title: known.title } });
    } else await demo.act(analysis, 'reject_candidate', actor, decided, { candidate: { id }, reason: open ? words.known : words.normal });
  }
  for (const known of due) await keep(demo, known, analysis.id, decided, raised.has(known.key));
  yield at + 2 * dayMs;
  await demo.act(analysis, 'close', await demo.as(manager, at + 2 * dayMs), at + 2 * dayMs, {
    conclusions: due.length > 0
      ? `新立 ${due.length} 个问题，其余候选随业务量变化。 ${due.length} new ${due.length === 1 ? 'problem' : 'problems'}; the other candidates follow the business.`
      : '没有新的共同原因；已知错误的规避措施在使用。 No new common cause; the workarounds of known errors are in use.',
  });
} // prettier-ignore

/** Numbers of the last incidents of a category before this instant. */
export async function latest(demo: Demo, categoryId: string, at: number): Promise<string[]> {
  const { rows } = await demo.house.pool.query<{ number: string }>(
    `select r.number from incident i join record r on r.id = i.id
     where i.category_id = $1 and r.occurred_at between $2 and $3 and r.state not in ('cancelled', 'duplicate') order by r.occurred_at desc limit 9`,
    [categoryId, iso(at - 45 * dayMs), iso(at)],
  );
  return rows.map(({ number }) => number);
}

/** What the figures did not propose by themselves is raised all the same: the analysis points to it. */
async function keep(demo: Demo, known: Known, analysisId: string, at: number, accepted: boolean): Promise<void> {
  const serviceId = demo.id(`service.${known.service}`);
  const categoryId = demo.id(`category.${known.category}`);
  if (!accepted) {
    const given = { title: known.title, origin: 'trend', originId: analysisId, serviceId, categoryId, ci: known.ci, urgency: 2, incidents: await latest(demo, categoryId, at) };
    const { id } = await demo.create('problem', await demo.as(manager, at), at, given);
    demo.ids.set(`problem.${known.key}`, id);
    return;
  }
  const { rows } = await demo.house.pool.query<{ id: string }>('select id from problem where origin_id = $1 and category_id = $2', [analysisId, categoryId]);
  demo.ids.set(`problem.${known.key}`, rows[0]?.id ?? '');
} // prettier-ignore
