import { expect, test } from 'vitest';
import { announcedTo, forgetAnnouncements } from './mass.announcements.ts';
import { majorDesk, type Items } from './major.fixture.ts';
import { runMassJobs } from './mass.run.ts';

const desk = await majorDesk();
const { agent, engineer, manager, user, report, owner, house } = desk;
const many = Number(process.env['SERVANDA_MASS'] ?? 500);

const jobs = async (number: string) =>
  (await agent.get(`/incidents/${number}/mass-jobs`)) as unknown as {
    items: Record<string, number | string | object[]>[];
  };
const childrenOf = async (id: string) =>
  Number((await owner.query('select count(*) as n from incident where parent_id = $1', [id])).rows[0].n);
const texts = { en: 'Payment is down. We are on it.', 'zh-CN': '支付中断，正在处理。' };

test(`${many} reports are linked to one parent, answered and resolved, nothing twice`, async () => {
  const parent = await report();
  const numbers: string[] = [];
  for (let i = 0; i < many; i += 1)
    numbers.push(
      (await report({ title: `Cannot pay ${i}`, requesterId: i % 2 ? user.id : engineer.id })).number,
    );
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    const ms = Math.round(performance.now() - from);
    process.stdout.write(`${what} ${many} children: ${ms} ms, ${(ms / many).toFixed(1)} ms each\n`);
  };
  await agent
    .post(`/incidents/${parent.number}/children`, { numbers: [...numbers, numbers[0], 'INC-999999999'] })
    .status(202);
  // Two processes at once.
  await timed('linked', () => Promise.all([runMassJobs(house), runMassJobs(house)]));
  await runMassJobs(house);
  expect(await childrenOf(parent.id)).toBe(many);
  expect((await jobs(parent.number)).items[0]).toMatchObject({
    kind: 'link',
    state: 'done',
    total: many + 1,
    done: many,
    skipped: 0,
    refused: 1,
    refusals: [{ number: 'INC-999999999' }],
  });
  const linked = await owner.query(`select count(*) as n from trail_event where action = 'set_parent'`);
  expect(Number(linked.rows[0].n)).toBe(many);

  desk.at('2026-03-02T01:05:00Z');
  await agent.post(`/incidents/${parent.number}/children`, { numbers }).status(202);
  await runMassJobs(house);
  expect((await jobs(parent.number)).items[0]).toMatchObject({ done: 0, skipped: many });

  await agent.post(`/incidents/${parent.number}/answers`, { texts }).status(202);
  await timed('answered', () => Promise.all([runMassJobs(house), runMassJobs(house)]));
  const answers = await owner.query<{ body: string; n: number }>(
    'select c.body, count(*) as n from comment c join incident i on i.id = c.record_id where c.public and (i.parent_id = $1 or i.id = $1) group by 1 order by 2',
    [parent.id],
  );
  expect(answers.rows.reduce((sum, row) => sum + row.n, 0)).toBe(many + 1);
  expect(answers.rows.map((row) => row.body).toSorted()).toEqual(Object.values(texts).toSorted());

  await agent.does(parent, 'triage', {
    serviceId: desk.service.id,
    categoryId: desk.category.id,
    impact: 1,
    urgency: 1,
  });
  await agent.does(parent, 'start', {});
  await agent.does(parent, 'resolve', {
    resolution: 'Renewed.',
    resolutionCode: 'fixed',
    causeClass: 'configuration',
    ci: 'CERT',
    resolveChildren: true,
  });
  await timed('resolved', () => runMassJobs(house));
  const states = await owner.query(
    'select r.state, count(*) as n from incident i join record r on r.id = i.id where i.parent_id = $1 group by 1',
    [parent.id],
  );
  expect(states.rows.map((row) => [row.state, Number(row.n)])).toEqual([['resolved', many]]);
  // Follow-up: each is confirmed by whoever reported it, or closed after its notices, like any other.
  const one = await user.get(`/incidents/${numbers[1]}`);
  expect(one['closesAt']).not.toBeNull();
  await user.does({ number: String(numbers[1]) }, 'close', { closureCode: 'confirmed_by_requester' });
}, 240_000);

test('a job that was interrupted goes on where it stood', async () => {
  const parent = await report();
  const children = [await report(), await report(), await report()];
  const numbers = children.map((c) => c.number);
  await agent.post(`/incidents/${parent.number}/children`, { numbers });
  await owner.query(`update mass_job_item set state = 'done' where number = $1`, [numbers[0]]);
  await runMassJobs(house);
  expect(await childrenOf(parent.id)).toBe(2);
  expect((await jobs(parent.number)).items[0]).toMatchObject({ state: 'done', done: 3 });
});

test('what cannot be linked is refused with its reason, and keeps nothing else from being linked', async () => {
  const parent = await report();
  const family = await report();
  const child = await report();
  await agent.does(child, 'set_parent', { parentId: family.id });
  const free = await report();
  await agent.post(`/incidents/${parent.number}/children`, {
    numbers: [family.number, free.number, parent.number],
  });
  await runMassJobs(house);
  const [job] = (await jobs(parent.number)).items;
  expect(job).toMatchObject({ done: 1, refused: 2 });
  const refusals = job?.['refusals'] as { number: string; words: string }[];
  expect(refusals.find((r) => r.number === family.number)?.words).toBe(
    'Other incidents belong to this one. Move them to the new parent first.',
  );
});

test('it takes an open parent, a number at least and ten thousand at most, and somebody who works on incidents', async () => {
  const parent = await report();
  const path = `/incidents/${parent.number}/children`;
  await agent.post(path, { numbers: [] }).refused('problem.field', 'numbers');
  await agent
    .post(path, { numbers: Array.from({ length: 10_001 }, (_, i) => `INC-${i}`) })
    .refused('problem.field', 'numbers');
  await user.post(path, { numbers: ['INC-1'] }).refused('problem.not_your_role');
  await desk.boss.post(path, { numbers: ['INC-1'] }).refused('problem.not_your_role');
  await agent.does(parent, 'cancel', { closureCode: 'recorded_in_error', reason: 'x' });
  await agent.post(path, { numbers: ['INC-1'] }).refused('incident.parent_is_over');
});

test('what is announced is told in both languages, linked to in one step, and ends with the incident', async () => {
  const parent = await report();
  const announced = async (who: typeof user) => {
    forgetAnnouncements(house);
    return ((await who.get('/announcements')) as unknown as Items).items.filter(
      (item) => item['number'] === parent.number,
    );
  };
  await user
    .post(`/incidents/${parent.number}/transitions/announce`, { texts })
    .refused('problem.not_your_role');
  await engineer
    .post(`/incidents/${parent.number}/transitions/announce`, { texts })
    .refused('problem.not_your_role');
  await agent
    .post(`/incidents/${parent.number}/transitions/announce`, { texts: { en: 'x' } })
    .refused('problem.required');
  await agent.does(parent, 'announce', { texts });
  expect(await announced(user)).toMatchObject([
    { texts, text: texts['zh-CN'], service: { title: 'Online shop' } },
  ]);
  expect(await announced(agent)).toMatchObject([{ text: texts.en }]);
  const mine = await user.post(`/announcements/${parent.number}/reports`, { symptom: 'Card refused' });
  const { rows } = await owner.query(
    'select parent_id, requester_id, service_id from incident i join record r using (id) where r.number = $1',
    [mine.number],
  );
  expect(rows[0]).toEqual({ parent_id: parent.id, requester_id: user.id, service_id: desk.service.id });
  const forSomebody = await agent.post(`/announcements/${parent.number}/reports`, {
    requesterId: user.id,
    channel: 'phone',
  });
  expect(forSomebody).toMatchObject({ parentId: parent.id, channel: 'phone' });
  await user.post('/announcements/INC-999999999/reports').refused('problem.not_found');
  await agent.does(parent, 'withdraw_announcement');
  expect(await announced(user)).toEqual([]);
  await agent
    .post(`/incidents/${parent.number}/transitions/withdraw_announcement`)
    .refused('incident.not_announced');
});

test('a disturbance of one customer is not told to another', async () => {
  const [a, b] = await Promise.all(
    ['A', 'B'].map((title) =>
      desk
        .create('organisation', manager.actor, { title, kind: 'customer' })
        .catch(() =>
          desk.create(
            'organisation',
            { ...manager.actor, holdings: [{ role: 'system' }] },
            { title, kind: 'customer' },
          ),
        ),
    ),
  );
  const ofA = await desk.someone('Of A', ['customer-contact'], {
    kind: 'customer_contact',
    customerId: a?.id,
  });
  const ofB = await desk.someone('Of B', ['customer-contact'], {
    kind: 'customer_contact',
    customerId: b?.id,
  });
  const parent = await report({ customerId: a?.id });
  await agent.does(parent, 'announce', { texts });
  forgetAnnouncements(house);
  const numbers = async (who: typeof ofA) => (await announcedTo(house, who.actor)).map((item) => item.number);
  expect(await numbers(ofA)).toContain(parent.number);
  expect(await numbers(ofB)).not.toContain(parent.number);
});
