import { describe, expect, test } from 'vitest';
import { problemDesk, type Items, type Row } from './problem.fixture.ts';
import { runReviews } from './problem.jobs.ts';
import { runPushes } from './problem.push.ts';
import { linkByNumber, recountLinks, watchRecurrence } from './problem.subscribers.ts';

const desk = await problemDesk();
const { agent, engineer, manager, second, serviceOwner, auditor, user, service, category, other, house, at } =
  desk;
const { report, started, raised, causeKnown, knownError, solved, follow, told } = desk;
const day = 86_400_000;
const begins = Date.parse('2026-03-02T01:00:00Z');
const goTo = (days: number) => at(new Date(begins + days * day).toISOString());
const on = (days: number) => new Date(begins + days * day).toISOString().slice(0, 10);
goTo(0);
type Error = {
  number: string;
  score: number;
  sameService: boolean;
  words: string[];
  workaround: string;
  used?: boolean;
};
const shown = async (path: string) => ((await agent.get(path)) as unknown as Items<Error>).items;
const draft = (values: Record<string, string>) => `/known-errors?${new URLSearchParams(values)}`;

describe('while an incident is written', () => {
  test('known errors in force of its service and its words are shown, and no others', async () => {
    const problem = await knownError({ title: 'Card payment hangs at the gateway' });
    const [first] = await shown(
      draft({ text: 'card payment hangs', serviceId: service.id, categoryId: category.id }),
    );
    expect(first).toMatchObject({
      number: problem.number,
      sameService: true,
      workaround: 'Restart the payment client.',
    });
    expect(first?.words).toContain('hangs');
    const found = await shown(draft({ text: 'the card payment hangs again' }));
    expect(found.map(({ number }) => number)).toContain(problem.number);
    expect(await shown(draft({ text: 'monitor flickers' }))).toEqual([]);
    expect(
      await shown(draft({ text: 'search list empty', serviceId: service.id, categoryId: other.id })),
    ).toEqual([]);
    await user.get('/known-errors').status(403);
    await manager.does(problem, 'retire_known_error', { reason: 'Replaced by another' });
    expect((await shown(draft({ text: 'card payment hangs' }))).map(({ number }) => number)).not.toContain(
      problem.number,
    );
  });
  test('Chinese is matched like English', async () => {
    const problem = await knownError({ title: '收银台扫码支付超时' });
    expect((await shown(draft({ text: '门店扫码支付超时' }))).map(({ number }) => number)).toEqual([
      problem.number,
    ]);
    await manager.does(problem, 'retire_known_error', { reason: 'x' });
  });
  test('users are told what was written for them, in their language, and nothing else', async () => {
    const problem = await causeKnown({ title: 'Vouchers vanish' });
    await manager.does(problem, 'publish', { workaround: 'Internal steps' });
    const asked = '/known-errors/public?text=Vouchers%20vanish';
    expect(((await user.get(asked)) as unknown as Items).items).toEqual([]);
    await manager
      .does(problem, 'revise_workaround', { publicText: { en: 'Vouchers vanish after a reload.' } })
      .refused('problem.required', 'publicText.zh-CN');
    await manager.does(problem, 'revise_workaround', {
      publicText: {
        en: 'Vouchers vanish after a reload: wait a minute.',
        'zh-CN': '刷新后优惠券消失:请等待一分钟。',
      },
    });
    const { items } = (await user.get(asked)) as unknown as Items;
    expect(items).toMatchObject([{ number: problem.number, text: '刷新后优惠券消失:请等待一分钟。' }]);
    expect(JSON.stringify(items)).not.toContain('Internal');
    await manager.does(problem, 'retire_known_error', { reason: 'x' });
  });
});

describe('applying the workaround', () => {
  test('resolves the incident in one call, links it and counts the use once', async () => {
    const problem = await knownError();
    const incident = await started();
    const beside = await shown(`/incidents/${incident.number}/known-errors`);
    expect(beside[0]).toMatchObject({ number: problem.number, used: false });
    const path = `/incidents/${incident.number}/known-errors`;
    await auditor.post(path, { problem: problem.number }).status(403);
    await agent.post(path, { problem: 'PRB-999999' }).status(404);
    await agent.post(path, {}).refused('problem.required', 'problem');
    expect(await agent.post(path, { problem: problem.number })).toMatchObject({ resolved: true });
    expect(await agent.get(`/incidents/${incident.number}`)).toMatchObject({
      state: 'resolved',
      resolution: 'Restart the payment client.',
      resolutionCode: 'workaround',
      problemRef: problem.number,
    });
    expect(await manager.get(`/problems/${problem.number}`)).toMatchObject({ workaroundUses: 1 });
    const links = (await agent.get(`/incidents/${incident.number}/links`)) as unknown as Items;
    expect(links.items).toMatchObject([{ kind: 'caused_by', record: { number: problem.number } }]);
    await agent.post(path, { problem: problem.number }).status(409);
    expect(await manager.get(`/problems/${problem.number}`)).toMatchObject({ workaroundUses: 1 });
  });
  test('an incident that cannot be resolved yet is linked, and its problem named', async () => {
    const problem = await knownError();
    const incident = await report();
    expect(
      await agent.post(`/incidents/${incident.number}/known-errors`, { problem: problem.number }),
    ).toMatchObject({ resolved: false });
    expect(await agent.get(`/incidents/${incident.number}`)).toMatchObject({
      state: 'new',
      problemRef: problem.number,
    });
  });
  test('what is not in force is not applied', async () => {
    const problem = await causeKnown();
    const incident = await started();
    await agent
      .post(`/incidents/${incident.number}/known-errors`, { problem: problem.number })
      .refused('problem.no_known_error');
  });
});

describe('links made elsewhere', () => {
  test('an incident that names its problem is linked, and the effect is counted again', async () => {
    const problem = await raised();
    const incident = await report({ impact: 1 });
    await agent.patch(`/incidents/${incident.number}`, { problemRef: problem.number });
    await follow(linkByNumber, incident.id);
    expect(await manager.get(`/problems/${problem.number}`)).toMatchObject({ incidentCount: 2, impact: 1 });
  });
  test('so does a link from the incident page, and taking it away', async () => {
    const problem = await raised();
    const incident = await report();
    await agent.post(`/incidents/${incident.number}/links`, { kind: 'caused_by', to: problem.number });
    await follow(recountLinks, problem.id);
    expect(await manager.get(`/problems/${problem.number}`)).toMatchObject({ incidentCount: 2 });
    await agent.delete(`/incidents/${incident.number}/links`, { kind: 'caused_by', to: problem.number });
    await follow(recountLinks, problem.id);
    expect(await manager.get(`/problems/${problem.number}`)).toMatchObject({ incidentCount: 1 });
  });
});

describe('the fix', () => {
  test('reaches the linked incidents: a comment, a notice to the owner, and what waited for it goes on', async () => {
    const waits = await started({ title: 'Waits for the problem' });
    await agent.does(waits, 'await_problem', { pendingReason: 'root_cause', reason: 'The pool' });
    const closed = await report();
    const problem = await solved({ incidents: [waits.number, closed.number] });
    await runPushes(house);
    await runPushes(house);
    expect(await agent.get(`/incidents/${waits.number}`)).toMatchObject({ state: 'in_progress' });
    const { items } = (await agent.get(`/incidents/${waits.number}/comments`)) as unknown as Items<{
      body: string;
      public: boolean;
    }>;
    const fix = items.filter(({ body }) => body.includes(`${problem.number} is solved: Client 4.2`));
    expect(fix).toHaveLength(1);
    expect(fix[0]?.public).toBe(false);
    expect(await told('problem.fix_available', waits.id)).toMatchObject([
      { person_id: agent.id, params: { problem: problem.number } },
    ]);
  });
});

describe('recurrence', () => {
  const recurring = async (problem: Row) =>
    ((await manager.get(`/problems/${problem.number}/recurrences`)) as unknown as Items).items;
  test('an incident like those it was solved for is proposed, once, and its owner is told', async () => {
    goTo(0);
    const before = await report({ title: 'Basket loses its items after login', ci: 'BASKET-1' });
    const problem = await solved({ title: 'Basket loses items', incidents: [before.number] });
    goTo(10);
    const again = await report({ title: 'After login the basket loses items', ci: 'OTHER' });
    const same = await report({ title: 'Cannot order', ci: 'BASKET-1' });
    const strange = await report({ title: 'Basket loses its items after login', categoryId: other.id });
    for (let i = 0; i < 2; i += 1) await follow(watchRecurrence, again.id, same.id, strange.id);
    const found = await recurring(problem);
    expect(found.map((x) => x['number'])).toEqual([again.number]);
    expect(found[0]).toMatchObject({ state: 'proposed', likeness: { ci: false } });
    expect((await told('problem.came_back', problem.id)).map((t) => t.person_id).sort()).toEqual(
      [manager.id, second.id].sort(),
    );
    await manager
      .does(problem, 'dismiss_recurrence', { recurrence: { incident: again.number } })
      .refused('problem.required', 'reason');
    await manager.does(problem, 'confirm_recurrence', { recurrence: { incident: again.number } });
    await manager
      .does(problem, 'confirm_recurrence', { recurrence: { incident: again.number } })
      .refused('problem.no_such_recurrence', 'recurrence');
    expect(await manager.does(problem, 'reopen', { reason: 'It came back' })).toMatchObject({
      state: 'investigating',
      recurrences: 1,
    });
  });
  test('after the watched days nothing is proposed', async () => {
    goTo(0);
    const before = await report({ title: 'Invoices print twice', ci: 'INV-1' });
    const problem = await solved({ title: 'Invoices print twice', incidents: [before.number] });
    await desk.owner.query(
      `update record set open = false, state = 'closed' where id in (select from_id from link where to_id = $1)`,
      [problem.id],
    );
    await manager.does(problem, 'retire_known_error');
    goTo(31);
    await manager.does(problem, 'close');
    goTo(62);
    const late = await report({ title: 'Invoices print twice' });
    await follow(watchRecurrence, late.id);
    expect(await recurring(problem)).toEqual([]);
    goTo(0);
  });
});

describe('reviews that fall due', () => {
  test('a suspension and a decision end by themselves on their day, with a notice to the owner', async () => {
    goTo(0);
    const suspended = await causeKnown();
    await manager.does(suspended, 'suspend', { reason: 'Waits for the vendor', reviewOn: on(20) });
    const accepted = await knownError();
    await serviceOwner.does(accepted, 'accept_risk', { reason: 'Rare', reviewOn: on(20) });
    goTo(19);
    await runReviews(house);
    expect(await manager.get(`/problems/${suspended.number}`)).toMatchObject({ state: 'suspended' });
    goTo(21);
    await runReviews(house);
    expect(await manager.get(`/problems/${suspended.number}`)).toMatchObject({
      state: 'cause_known',
      reviewOn: null,
    });
    expect(await manager.get(`/problems/${accepted.number}`)).toMatchObject({
      state: 'known_error',
      decision: null,
    });
    expect(await told('problem.review_due', suspended.id)).toMatchObject([{ person_id: manager.id }]);
  });
  test('an effectiveness review is in the day of somebody who did not solve it, until it is done', async () => {
    goTo(0);
    const problem = await solved();
    goTo(91);
    await runReviews(house);
    await runReviews(house);
    const { items } = (await second.get(`/action-items?filter[sourceId]=${problem.id}`)) as unknown as Items<
      Row & { ownerId: string }
    >;
    expect(items).toMatchObject([{ state: 'open', ownerId: second.id }]);
    await second.does(problem, 'review_effectiveness', { effectivenessConclusion: 'None since' });
    expect(await second.get(`/action-items/${items[0]?.number ?? ''}`)).toMatchObject({
      state: 'done',
      result: 'None since',
    });
    goTo(0);
  });
  test('what was before and after is told by month with its numbers', async () => {
    const problem = await solved();
    const effect = (await manager.get(`/problems/${problem.number}/effect`)) as unknown as {
      months: unknown[];
      before: number;
      after: number;
      days: number;
      incidents: unknown[];
    };
    expect(effect).toMatchObject({ before: 0, after: 1, days: 90 });
    expect(effect.months).toHaveLength(12);
    expect(effect.incidents).toHaveLength(1);
    await engineer.get(`/problems/${problem.number}/effect`);
    await user.get(`/problems/${problem.number}/effect`).status(404);
  });
});

describe('figures', () => {
  test('each opens the records that it counted', async () => {
    const { items } = (await manager.get(
      '/measures?practice=problem-management&from=2026-02-01T00:00:00Z&to=2026-07-01T00:00:00Z',
    )) as unknown as Items<{ key: string; n: number; value: number | null; records: { all: string } }>;
    expect(items).toHaveLength(12);
    const of = (key: string) => items.find((item) => item.key === `problem.${key}`);
    expect(of('rca_lead_time')?.n).toBeGreaterThan(5);
    expect(of('known_error_use')?.n).toBeGreaterThan(0);
    expect(of('effectiveness')).toMatchObject({ value: null, n: 0 });
    expect(of('incidents_avoided')).toMatchObject({ n: 1, value: -1 });
    for (const { key, records, n } of items) {
      const [plural, query] = records.all.split('?');
      const { count } = (await manager.get(`/${plural}/count?${query}`)) as unknown as { count: number };
      expect([key, count]).toEqual([key, n]);
    }
  });
});
