import { describe, expect, test } from 'vitest';
import { problemDesk, type Items, type Row } from './problem.fixture.ts';
import { isRejected, keyOf } from './trend.candidates.ts';
import { clusters } from './trend.cluster.ts';
import { askMonthly, runTrends } from './trend.run.ts';

const desk = await problemDesk();
const { agent, manager, auditor, user, other, report, house, at } = desk;
const day = 86_400_000;
const begins = Date.parse('2026-03-01T00:00:00Z');
const iso = (days: number) => new Date(begins + days * day).toISOString();

type Candidate = {
  id: string; way: string; title: string; terms: string[]; ci: string | null; state: string; reason: string | null;
  figures: { n: number; previous: number; share: number; lostMs: number; series: number[] };
  problem: { number: string } | null;
}; // prettier-ignore

/** Thirty days with two payment faults and one in thirty others, after thirty quieter days. */
at(iso(0));
for (let i = 0; i < 4; i += 1) {
  at(iso(i * 5));
  await report({ title: 'Scanner offline in warehouse', categoryId: other.id });
}
for (let i = 0; i < 12; i += 1) {
  at(iso(31 + i * 2));
  await report({ title: `Card payment hangs at gateway, terminal ${i}` });
  await report({ title: `收银台扫码支付超时 门店${i}` });
  if (i % 3 === 0) await report({ title: 'Refund list empty', ci: 'REFUND-1' });
}
at(iso(61));

const analysed = async (input: Record<string, unknown> = {}): Promise<Row> => {
  const asked = await manager.post('/trend-analyses', {
    title: 'March against February',
    periodFrom: iso(30),
    periodTo: iso(60),
    ...input,
  });
  await runTrends(house);
  return manager.get(`/trend-analyses/${asked.number}`);
};
const candidatesOf = async ({ number }: Row) =>
  ((await manager.get(`/trend-analyses/${number}/candidates`)) as unknown as Items<Candidate>).items;
const named = (list: readonly Candidate[], way: string, part = '') =>
  list.find((c) => c.way === way && c.title.includes(part)) as Candidate;

describe('asking', () => {
  test('the period is past, not reversed and not endless; users see nothing of it', async () => {
    const asked = { title: 'x', periodFrom: iso(30), periodTo: iso(60) };
    await manager
      .post('/trend-analyses', { ...asked, periodTo: iso(20) })
      .refused('trend.period_reversed', 'periodTo');
    await manager
      .post('/trend-analyses', { ...asked, periodTo: iso(70) })
      .refused('trend.period_ahead', 'periodTo');
    await manager
      .post('/trend-analyses', { ...asked, periodFrom: iso(-2000) })
      .refused('trend.period_too_long', 'periodTo');
    await manager
      .post('/trend-analyses', { title: 'x', periodTo: iso(1) })
      .refused('problem.required', 'periodFrom');
    await agent.post('/trend-analyses', asked).status(403);
    await auditor.post('/trend-analyses', asked).status(403);
    const seen = (await user.get('/trend-analyses')) as unknown as Items;
    expect(seen.items).toEqual([]);
  });
});

describe('candidates', () => {
  test('repeats by service, category, item and like texts, each with the numbers that justify it', async () => {
    const done = await analysed();
    expect(done).toMatchObject({
      state: 'ready',
      progress: 100,
      incidents: 28,
      previousIncidents: 4,
      explained: 0,
    });
    const found = await candidatesOf(done);
    expect(named(found, 'service').figures).toMatchObject({ n: 28, previous: 4, share: 1 });
    expect(named(found, 'category', 'Payment').figures).toMatchObject({ n: 28, previous: 0 });
    expect(named(found, 'ci', 'REFUND-1').figures).toMatchObject({ n: 4, previous: 0 });
    const english = named(found, 'text', 'gateway');
    expect(english.figures).toMatchObject({ n: 12, previous: 0 });
    expect(english.figures.share).toBeCloseTo(12 / 28);
    expect(english.figures.series.reduce((sum, n) => sum + n, 0)).toBe(12);
    expect(english.figures.lostMs).toBeGreaterThan(0);
    const chinese = found.find((c) => c.way === 'text' && /\p{Script=Han}/u.test(c.title));
    expect(chinese?.figures).toMatchObject({ n: 12 });
    expect(await desk.told('trend.ready', done.id)).toMatchObject([{ person_id: manager.id }]);
    const behind = (await manager.get(
      `/trend-analyses/${done.number}/candidates/${english.id}/incidents`,
    )) as unknown as Items;
    expect(behind.items).toHaveLength(12);
  });
  test('accepted, it is a problem with its incidents linked, which the next analysis explains', async () => {
    const done = await analysed();
    const english = named(await candidatesOf(done), 'text', 'gateway');
    await agent.does(done, 'accept_candidate', { candidate: { id: english.id } }).status(403);
    await manager.does(done, 'accept_candidate', { candidate: { id: english.id, title: 'Gateway hangs' } });
    const decided = named(await candidatesOf(done), 'text', 'gateway');
    expect(decided).toMatchObject({ state: 'accepted' });
    const problem = await manager.get(`/problems/${decided.problem?.number ?? ''}`);
    expect(problem).toMatchObject({
      title: 'Gateway hangs',
      origin: 'trend',
      originId: done.id,
      incidentCount: 12,
      state: 'new',
    });
    await manager
      .does(done, 'accept_candidate', { candidate: { id: english.id } })
      .refused('trend.decided_already');
    const next = await analysed();
    expect(next).toMatchObject({ incidents: 28, explained: 12 });
    expect(named(await candidatesOf(next), 'text', 'gateway')).toBeUndefined();
  });
  test('rejected with a reason, it is not proposed again until it has become worse', async () => {
    const done = await analysed();
    const item = named(await candidatesOf(done), 'ci', 'REFUND-1');
    await manager
      .does(done, 'reject_candidate', { candidate: { id: item.id } })
      .refused('problem.required', 'reason');
    await manager.does(done, 'reject_candidate', { candidate: { id: item.id }, reason: 'A test list' });
    expect(named(await candidatesOf(done), 'ci', 'REFUND-1')).toMatchObject({
      state: 'rejected',
      reason: 'A test list',
    });
    expect(named(await candidatesOf(await analysed()), 'ci', 'REFUND-1')).toBeUndefined();
    const rule = { least: 5, leastOfCi: 3, growth: 1.25, worsened: 1.25, mostOfWay: 25 };
    const same = { way: 'ci', serviceId: 's', categoryId: 'c', ci: 'X', terms: [] } as const;
    const before = [{ ...same, key: keyOf(same), n: 4 }];
    expect(isRejected({ ...same, n: 4 }, before, rule)).toBe(true);
    expect(isRejected({ ...same, n: 5 }, before, rule)).toBe(false);
    await manager
      .does(done, 'reject_candidate', {
        candidate: { id: '019c0000-0000-7000-8000-000000000000' },
        reason: 'x',
      })
      .refused('trend.no_such_candidate', 'candidate');
  });
});

describe('concluding', () => {
  test('an analysis is closed with conclusions and every candidate decided', async () => {
    const done = await analysed();
    await manager.does(done, 'close', { conclusions: 'Payments grow' }).refused('trend.undecided');
    for (const { id, state } of await candidatesOf(done))
      if (state === 'proposed')
        await manager.does(done, 'reject_candidate', { candidate: { id }, reason: 'Known' });
    await manager.does(done, 'close').refused('problem.required', 'conclusions');
    expect(
      await manager.does(done, 'close', { conclusions: 'Payments grow; the gateway is asked.' }),
    ).toMatchObject({ state: 'closed' });
  });
  test('the month before is analysed by itself, once', async () => {
    await askMonthly(house);
    await askMonthly(house);
    const { items } = (await manager.get('/trend-analyses?filter[kind]=monthly')) as unknown as Items<Row>;
    expect(items).toMatchObject([{ kind: 'monthly', title: 'Trends of 2026-04', state: 'queued' }]);
    expect([manager.id, desk.second.id]).toContain(items[0]?.['ownerId']);
    await runTrends(house);
  });
});

describe('like texts', () => {
  test('are grouped by what they share, whatever else stands in them', () => {
    const titles = [
      ...Array.from({ length: 8 }, (_, i) => `Printer ${i} offline after driver update`),
      ...Array.from({ length: 6 }, (_, i) => `VPN drops every hour for user${i}`),
      'Monitor flickers', 'New keyboard please', 'Mailbox full',
    ]; // prettier-ignore
    const found = clusters([{ key: 'k', titles, weight: 2 }], 5);
    expect(found.map(({ estimate }) => estimate).sort((a, b) => a - b)).toEqual([12, 16]);
    expect(found.find(({ estimate }) => estimate === 16)?.terms).toContain('offline');
    expect(found.find(({ estimate }) => estimate === 12)?.terms).toContain('vpn');
  });
});
