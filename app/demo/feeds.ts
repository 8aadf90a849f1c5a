import { newId } from '../../kernel/record/id.ts';
import { queueRun, workFeeds } from '../../practices/configuration-management/server.ts';
import { source } from './configuration-management.ts';
import { dayMs, hourMs, iso, minuteMs, type Demo, type Row } from './context.ts';

const keeper = 'p.han';
type Known = { ref: string; class: string; title: string; location: string | null };

/** 8.2.6: the monitoring’s own inventory is compared each month; what it says otherwise waits for somebody to decide. */
export async function feeds(demo: Demo): Promise<void> {
  const first = demo.until - 64 * dayMs;
  if (first < demo.from + 20 * dayMs) return;
  const { rows: known } = await demo.house.pool.query<Known>(
    `select r.source_ref as ref, k.key as class, r.title, i.location
     from record r join ci i on i.id = r.id join ci_class k on k.id = i.class_id
     where r.type = 'ci' and r.open and r.source = $1 order by r.number`,
    [source],
  );
  const actor = await demo.as(keeper, first);
  const feed = await demo.create('feed', actor, first, {
    title: '监控资产清单 · Inventory of the monitoring', origin: source, ownerId: demo.id(keeper), shrinkPercent: 10,
  });
  const isSwitch = ({ title }: Known) => title.startsWith('sw-');
  const moved = (one: Known) => (one === known.find(isSwitch) ? { ...one, location: '成都高新区 / 3 楼弱电间' } : one);
  const added: Known[] = [
    { ref: 'probe-17', class: 'server', title: 'probe-sh-17', location: '上海灯港大厦 / 12 楼机房' },
    { ref: 'cam-cd-9', class: 'server', title: 'cam-gw-cd-9', location: '成都高新区 / 仓库' },
  ];
  const gone = known.findLast(({ title }) => title.startsWith('prn-'));
  // As recorded; then as somebody moved, added and took away without a word.
  await run(demo, feed, first + hourMs, known);
  await run(demo, feed, demo.until - 33 * dayMs, [...known.map(moved), ...added.slice(0, 1)]);
  await decided(demo, demo.until - 31 * dayMs);
  await run(demo, feed, demo.until - 2 * dayMs, [...known.map(moved).filter((one) => one !== gone), ...added]);
} // prettier-ignore

async function run(demo: Demo, feed: Row, at: number, rows: readonly Known[]): Promise<void> {
  const cell = (text: string | null) => `"${(text ?? '').replaceAll('"', '""')}"`;
  const lines = rows.map((row) => [row.ref, row.class, row.title, row.location].map(cell).join(','));
  const document = Buffer.from(['id,class,name,location', ...lines].join('\n'));
  const given = { id: newId(at), feedId: feed.id, mode: 'compare', byId: demo.id(keeper), fileName: 'inventory.csv', document, at: iso(at) }; // prettier-ignore
  await demo.together(at, async (work) => {
    await queueRun(work, given);
    await workFeeds(work.house);
  });
}

/** One of the first differences was nothing but a name in the monitoring; the others are still open. */
async function decided(demo: Demo, at: number): Promise<void> {
  const { rows } = await demo.house.pool.query<{ id: string }>(
    `select r.id from record r join difference d on d.id = r.id where r.type = 'difference' and r.state = 'open' and d.kind = 'new_item' order by r.number limit 1`,
  );
  for (const { id } of rows)
    await demo.act({ type: 'difference', id }, 'reject', await demo.as('p.su', at), at + 5 * minuteMs, {
      reason: '是供应商的测试探针，不归我们管。 A probe of the supplier; it is not ours.',
    });
}
