import { describe, expect, test } from 'vitest';
import { served, type Client } from '../../app/testing/served.ts';
import { begin } from '../../kernel/record/act.ts';
import type { ReadEvent } from '../../kernel/trail/subscriber.ts';
import { tellMergedReporters } from './incident.subscribers.ts';

const house = await served();
const { owner, at } = house;
const agent = await house.someone('Li Na', ['service-desk-agent']);
const engineer = await house.someone('Zhang Wei', ['engineer']);
const user = await house.someone('Sun Li', []);
const stranger = await house.someone('Zhou Min', []);
const auditor = await house.someone('Zhao Lei', ['internal-auditor']);
await house.join('Desk', [agent]);
await house.join('Servers', [engineer]);

const report = (by: Client, fields: object = {}) =>
  by === agent
    ? agent.post('/incidents', { title: 'No mail', channel: 'phone', requesterId: user.id, ...fields })
    : by.post('/incidents', { title: 'Mail is gone', ...fields });
const say = (who: Client, number: string, body: string, isPublic = true) =>
  who.post(`/incidents/${number}/comments`, { body, public: isPublic });
const file = async (who: Client, number: string, name: string, fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append('file', new File([`bytes of ${name}`], name, { type: 'text/plain' }));
  const body = new Response(form);
  return house.app.inject({
    method: 'POST',
    url: `/api/v1/incidents/${number}/attachments`,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  });
};
type Items<T> = { items: readonly T[] };
const items = async <T>(who: Client, path: string) => ((await who.get(path)) as unknown as Items<T>).items;
type Said = { id: string; body: string; public: boolean; at: string; carriedFrom: string | null };
type File_ = { id: string; name: string; public: boolean; carriedFrom: string | null };
const comments = (who: Client, number: string) => items<Said>(who, `/incidents/${number}/comments`);
const files = (who: Client, number: string) => items<File_>(who, `/incidents/${number}/attachments`);
const events = (number: string) =>
  items<{ action: string; detail: Record<string, unknown> | null; reason: string | null }>(
    agent,
    `/incidents/${number}/events`,
  );

describe('merging', () => {
  test('before anybody merges, it is shown what goes where and which promise remains', async () => {
    at('2026-03-02T02:00:00Z');
    const early = await report(user);
    await say(user, early.number, 'It is urgent for me.');
    await file(user, early.number, 'screen.txt');
    at('2026-03-02T03:00:00Z');
    const late = await report(stranger, { title: 'Cannot read mail' });
    const shown = await agent.get(`/incidents/${early.number}/merge-preview?into=${late.number}`);
    expect(shown).toMatchObject({
      from: { number: early.number, comments: 1, publicComments: 1, attachments: 1 },
      into: { number: late.number, comments: 0, attachments: 0 },
      inside: true,
      laterRemains: true,
      refused: null,
    });
    const other = await agent.get(`/incidents/${late.number}/merge-preview?into=${early.number}`);
    expect(other).toMatchObject({ laterRemains: false });
    await user
      .get(`/incidents/${early.number}/merge-preview?into=${late.number}`)
      .refused('problem.not_your_role');
    await agent.get(`/incidents/${early.number}/merge-preview`).refused('problem.required', 'into');
    await agent
      .get(`/incidents/${early.number}/merge-preview?into=INC-9`)
      .refused('link.no_such_record', 'into');
  });

  test('comments and files go over, those of another reporter as internal; both trails say so', async () => {
    const counts = await report(user);
    const same = await report(stranger);
    await say(stranger, same.number, 'My password hint is blue.');
    await file(stranger, same.number, 'log.txt');
    const merged = await agent.does(same, 'merge', { parentId: counts.id, reason: 'The same fault' });
    expect(merged).toMatchObject({ state: 'duplicate', parentId: counts.id });
    expect(await comments(agent, counts.number)).toMatchObject([
      { body: 'My password hint is blue.', public: false, carriedFrom: same.number },
    ]);
    expect(await files(agent, counts.number)).toMatchObject([
      { name: 'log.txt', public: false, carriedFrom: same.number },
    ]);
    // Who reported the other one reads nothing of it, and the first one keeps its own.
    expect(await comments(user, counts.number)).toEqual([]);
    expect(await files(user, counts.number)).toEqual([]);
    expect(await comments(stranger, same.number)).toHaveLength(1);
    expect((await events(counts.number))[0]).toMatchObject({
      action: 'merged_in',
      detail: { number: same.number, carried: { comments: 1, attachments: 1, links: 0 } },
    });
    expect((await events(same.number)).map((e) => e.action)).toContain('merge');
  });

  test('two reports of the same person keep what was public public, and what is not wanted stays', async () => {
    const counts = await report(user);
    const same = await report(user);
    await say(user, same.number, 'Again.');
    await file(user, same.number, 'again.txt');
    await agent.does(same, 'merge', { parentId: counts.id, reason: 'Twice', carry: { attachments: false } });
    expect(await comments(user, counts.number)).toMatchObject([{ body: 'Again.', public: true }]);
    expect(await files(agent, counts.number)).toEqual([]);
  });

  test('nothing is merged into a closed incident, into itself, into a child, nor by who may not act on both', async () => {
    const one = await report(user);
    const over = await report(user);
    await agent.does(over, 'cancel', { reason: 'Withdrawn', closureCode: 'withdrawn' });
    const closed = await report(user);
    await owner.query(`update record set state = 'closed', open = false, closed_at = now() where id = $1`, [
      closed.id,
    ]);
    await agent
      .does(one, 'merge', { parentId: over.id, reason: 'x' })
      .refused('incident.parent_does_not_count', 'parentId');
    await agent
      .does(one, 'merge', { parentId: closed.id, reason: 'x' })
      .refused('incident.merge_into_closed');
    await agent
      .does(one, 'merge', { parentId: one.id, reason: 'x' })
      .refused('incident.parent_is_itself', 'parentId');
    await agent.does(one, 'merge', { parentId: closed.id }).refused('problem.required', 'reason');
    await auditor.does(one, 'merge', { parentId: over.id, reason: 'x' }).refused('problem.not_your_role');
    await agent.does(over, 'merge', { parentId: one.id, reason: 'x' }).refused('problem.wrong_state');
    const mine = await report(user);
    await owner.query(
      `update record set team_id = (select id from record where type = 'team' and title = 'Servers') where id = $1`,
      [mine.id],
    );
    await engineer
      .does(mine, 'merge', { parentId: one.id, reason: 'x' })
      .refused('incident.merge_not_yours', 'parentId');
    const shown = await agent.get(`/incidents/${one.number}/merge-preview?into=${closed.number}`);
    expect(shown).toMatchObject({ refused: { code: 'incident.merge_into_closed' } });
    expect((await agent.get(`/incidents/${one.number}`)).state).toBe('new');
  });
});

test('whoever reported what was merged hears of the solution by the number of their own report', async () => {
  const counts = await report(user);
  const same = await report(stranger);
  await agent.does(same, 'merge', { parentId: counts.id, reason: 'The same fault' });
  const solved = { action: 'resolve', recordId: counts.id } as ReadEvent;
  await begin(house.house, (work) => tellMergedReporters.handle(work, [solved]));
  const { rows } = await owner.query(
    'select person_id, record_id, params from notification where kind = $1',
    ['incident.merged_resolved'],
  );
  expect(rows).toEqual([{ person_id: stranger.id, record_id: same.id, params: { parent: counts.number } }]);
});

describe('splitting', () => {
  test('the second incident counts from the original report, keeps the reporter, and both trails tell it', async () => {
    at('2026-03-03T02:00:00Z');
    const first = await report(user, { title: 'Mail and printer fail' });
    await say(user, first.number, 'The printer, too.');
    await file(user, first.number, 'printer.txt');
    at('2026-03-03T05:00:00Z');
    const [comment] = await comments(agent, first.number);
    const [attached] = await files(agent, first.number);
    const made = await agent.post(`/incidents/${first.number}/split`, {
      title: 'Printer fails',
      reason: 'Two faults in one report',
      comments: [comment?.id],
      attachments: [attached?.id],
    });
    expect(made).toMatchObject({
      title: 'Printer fails',
      state: 'new',
      requesterId: user.id,
      occurredAt: '2026-03-03T02:00:00.000Z',
    });
    expect(await comments(user, made.number)).toMatchObject([
      { body: 'The printer, too.', public: true, carriedFrom: first.number },
    ]);
    expect(await files(user, made.number)).toMatchObject([
      { name: 'printer.txt', carriedFrom: first.number },
    ]);
    expect((await events(made.number)).at(-1)).toMatchObject({
      action: 'create',
      reason: 'Two faults in one report',
      detail: { number: first.number, note: 'incident.split_note.report' },
    });
    expect((await events(first.number)).map((e) => e.action)).toEqual(
      expect.arrayContaining(['split', 'split_off']),
    );
    expect(await items<object>(agent, `/incidents/${first.number}/links`)).toMatchObject([
      { kind: 'split_from', direction: 'in', record: { number: made.number } },
    ]);
  });

  test('a concern that was first told in a comment counts from that comment', async () => {
    at('2026-03-04T02:00:00Z');
    const first = await report(user);
    at('2026-03-04T04:30:00Z');
    await say(user, first.number, 'Now the printer fails, too.');
    const [comment] = await comments(agent, first.number);
    at('2026-03-04T06:00:00Z');
    const made = await agent.post(`/incidents/${first.number}/split`, {
      title: 'Printer fails',
      reason: 'Told later',
      toldIn: comment?.id,
    });
    expect(Date.parse(String(made['occurredAt']))).toBe(Date.parse('2026-03-04T04:30:00Z'));
    expect((await events(made.number)).at(-1)?.detail?.['note']).toBe('incident.split_note.comment');
  });

  test('what belongs to another incident is not carried, and a closed or unseen one is not split', async () => {
    const first = await report(user);
    const other = await report(user);
    await say(user, other.number, 'Elsewhere.');
    const [strange] = await comments(agent, other.number);
    const split = (who: Client, number: string, more: object = {}) =>
      who.post(`/incidents/${number}/split`, { title: 'Second', reason: 'Two', ...more });
    const before = await events(first.number);
    await split(agent, first.number, { comments: [strange?.id] }).refused(
      'incident.split_no_comment',
      'comments',
    );
    await split(agent, first.number, { toldIn: strange?.id }).refused('incident.split_no_comment', 'toldIn');
    await split(agent, first.number, { attachments: [strange?.id] }).refused(
      'incident.split_no_attachment',
      'attachments',
    );
    await split(agent, first.number, { title: '' }).refused('problem.invalid', 'title');
    await agent
      .post(`/incidents/${first.number}/split`, { title: 'Second' })
      .refused('problem.required', 'reason');
    await split(user, first.number).refused('problem.not_your_role');
    await split(auditor, first.number).refused('problem.not_your_role');
    await split(stranger, first.number).refused('problem.not_found');
    expect(await events(first.number)).toEqual(before);
    await agent.does(first, 'cancel', { reason: 'Withdrawn', closureCode: 'withdrawn' });
    await split(agent, first.number).refused('problem.wrong_state');
  });
});

describe('internal files', () => {
  test('a file for staff only is neither listed nor opened outside, and a public one is', async () => {
    const { number } = await report(user);
    const inside = (await file(agent, number, 'analysis.txt', { public: 'false' })).json<{ id: string }>();
    const outside = (await file(agent, number, 'answer.txt')).json<{ id: string; public: boolean }>();
    expect(outside.public).toBe(true);
    expect((await files(user, number)).map((f) => f.name)).toEqual(['answer.txt']);
    expect((await files(agent, number)).map((f) => f.name).toSorted()).toEqual([
      'analysis.txt',
      'answer.txt',
    ]);
    const mine = (await user.get(`/me/records/${number}`)) as unknown as { attachments: { name: string }[] };
    expect(mine.attachments.map((f) => f.name)).toEqual(['answer.txt']);
    const open = async (who: Client, id: string) =>
      (
        await house.app.inject({
          url: `/api/v1/incidents/${number}/attachments/${id}`,
          headers: { authorization: `Bearer ${who.token}` },
        })
      ).statusCode;
    expect([await open(user, inside.id), await open(user, outside.id), await open(agent, inside.id)]).toEqual(
      [404, 200, 200],
    );
  });

  test('who is outside sends nothing internal, and a word that is neither is refused', async () => {
    const { number } = await report(user);
    for (const [who, word, code] of [
      [user, 'false', 'attachment.public_only'],
      [agent, 'perhaps', 'problem.one_of'],
    ] as const) {
      const answer = await file(who, number, 'x.txt', { public: word });
      expect(answer.statusCode).toBe(422);
      expect(answer.json<{ errors: object[] }>().errors).toMatchObject([{ field: 'public', code }]);
    }
  });
});
