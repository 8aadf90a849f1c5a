import { expect, test } from 'vitest';
import { served } from './testing/served.ts';

const { app, someone, join, owner } = await served();
const lead = await someone('Lin', ['service-desk-lead']);
const other = await someone('Ming', ['service-desk-lead']);
const user = await someone('Ursula', []);
await join('Desk', [lead, other]);
const report = (fields = {}) =>
  lead.post('/incidents', {
    title: 'Orders fail',
    channel: 'phone',
    symptom: 'HTTP 500',
    requesterId: user.id,
    ...fields,
  });

test('what cannot be read is a problem document in the caller’s language, never a 500', async () => {
  const bodies = [
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{"title":1}',
    '{"title":"\\u0000"}',
    '{"title":{"$ne":1}}',
    `{"title":"${'x'.repeat(2_000_000)}"}`,
  ];
  for (const payload of bodies) {
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/incidents',
      payload,
      headers: { 'content-type': 'application/json', ...bearer() },
    });
    expect(response.statusCode, payload.slice(0, 40)).toBeGreaterThanOrEqual(400);
    expect(response.statusCode, payload.slice(0, 40)).toBeLessThan(500);
    expect(response.headers['content-type']).toContain('application/problem+json');
  }
});

test('malformed queries name the field and what would be right', async () => {
  await lead.get('/incidents?sort=colour').refused('problem.one_of', 'sort');
  await lead.get('/incidents?filter[colour]=red').refused('problem.no_such_filter', 'filter[colour]');
  await lead.get('/incidents?filter[priority]=9').refused('problem.one_of', 'filter[priority]');
  await lead.get('/incidents?filter[teamId]=abc').refused('problem.reference_filter');
  await lead.get('/incidents?filter[createdAt]=yesterday').refused('problem.range');
  await lead.get('/incidents?cursor=zzz').refused('problem.cursor');
  await lead.get('/incidents?limit=many').refused('problem.whole_number');
  await lead.get('/incidents/INC-999999').refused('problem.not_found');
  await lead.get('/incidents/%00').refused('problem.no_such_page');
  await lead.get('/incidents?filter[q]=%00').refused('problem.characters', 'filter[q]');
});

test('a list tells only the fields that were asked for, and refuses one that there is not', async () => {
  await lead.post('/incidents', { title: 'Few fields', channel: 'phone', requesterId: lead.id });
  const { items } = await lead.get('/incidents?fields=priority,nextDue,custom.colour&limit=1');
  const row = (items as object[])[0] ?? {};
  expect(Object.keys(row).toSorted()).toEqual(
    [
      'id',
      'type',
      'number',
      'title',
      'state',
      'version',
      'priority',
      'nextDue',
      'custom',
      'clocks',
    ].toSorted(),
  );
  await lead.get('/incidents?fields=priority,colour').refused('problem.one_of', 'fields');
});

test('nobody without a token is answered, and a token does no more than its scopes', async () => {
  expect((await app.inject('/api/v1/incidents')).statusCode).toBe(401);
  const wrong = await app.inject({ url: '/api/v1/incidents', headers: { authorization: 'Bearer svd_x' } });
  expect(wrong.json()).toMatchObject({ status: 401, code: 'problem.sign_in' });
});

test('a user sees their own records, in lists, counts, search and exports alike', async () => {
  const mine = await report({ title: 'Zebrafish printer' });
  const theirs = await lead.post('/incidents', {
    title: 'Zebrafish scanner',
    channel: 'phone',
    symptom: 'x',
    requesterId: other.id,
  });
  const page = (await user.get('/incidents')) as unknown as { items: { number: string }[] };
  expect(page.items.map((i) => i.number)).toContain(mine.number);
  expect(page.items.map((i) => i.number)).not.toContain(theirs.number);
  const found = (await user.get('/search?q=zebrafish')) as unknown as { items: { number: string }[] };
  expect(found.items.map((i) => i.number)).toEqual([mine.number]);
  await user.get(`/incidents/${theirs.number}`).refused('problem.not_found');
  expect(await user.get('/incidents/count?filter[q]=zebrafish')).toMatchObject({ count: 1 });
});

test('a second edit of the same version is a 412 and overwrites nothing', async () => {
  const incident = await report();
  await lead.patch(`/incidents/${incident.number}`, { location: 'Hall 1' }, { 'if-match': '"1"' });
  await other
    .patch(`/incidents/${incident.number}`, { location: 'Hall 2' }, { 'if-match': '"1"' })
    .refused('problem.changed_meanwhile');
  expect(await lead.get(`/incidents/${incident.number}`)).toMatchObject({ location: 'Hall 1' });
});

test('a repeated call with one Idempotency-Key makes one record', async () => {
  const body = { title: 'Once', channel: 'phone', symptom: 'x', requesterId: user.id };
  const [first, again] = await Promise.all(
    [1, 2].map(() => lead.post('/incidents', body, { 'idempotency-key': 'k-1' })),
  );
  expect(again?.number).toBe(first?.number);
  await lead
    .post('/incidents', { ...body, title: 'Other' }, { 'idempotency-key': 'k-1' })
    .refused('problem.idempotency_reused');
});

test('uploads come back as bytes that no browser renders, and a wrong one is told', async () => {
  const incident = await report();
  const form = multipart('evil.html', 'text/html', '<script>alert(1)</script>');
  const url = `/api/v1/incidents/${incident.number}/attachments`;
  const made = await app.inject({ method: 'POST', url, ...form, headers: { ...form.headers, ...bearer() } });
  expect(made.statusCode).toBe(201);
  const got = await app.inject({ url: `${url}/${made.json<{ id: string }>().id}`, headers: bearer() });
  expect(got.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(got.headers['content-disposition']).toMatch(/^attachment/);
  expect(got.body).toBe('<script>alert(1)</script>');
  const empty = multipart('a.txt', 'text/plain', '');
  expect(
    (await app.inject({ method: 'POST', url, ...empty, headers: { ...empty.headers, ...bearer() } })).json(),
  ).toMatchObject({ status: 422 });
});

test('a link is in both trails, and the other side shows it', async () => {
  const [a, b] = [await report(), await report()];
  await lead.post(`/incidents/${a.number}/links`, { kind: 'caused_by', to: b.number });
  expect(await lead.get(`/incidents/${b.number}/links`)).toMatchObject({
    items: [{ kind: 'caused_by', direction: 'in', record: { number: a.number } }],
  });
  const { rows } = await owner.query(
    `select 1 from trail_event where action = 'link' and record_id = any($1)`,
    [[a.id, b.id]],
  );
  expect(rows).toHaveLength(2);
  await lead
    .post(`/incidents/${a.number}/links`, { kind: 'caused_by', to: 'INC-999999' })
    .refused('link.no_such_record', 'to');
});

test('outsiders never see an internal comment', async () => {
  const incident = await report();
  await lead.post(`/incidents/${incident.number}/comments`, { body: 'The customer is wrong', public: false });
  await lead.post(`/incidents/${incident.number}/comments`, { body: 'We are on it', public: true });
  const seen = (await user.get(`/incidents/${incident.number}/comments`)) as unknown as {
    items: { body: string }[];
  };
  expect(seen.items.map((c) => c.body)).toEqual(['We are on it']);
  await user
    .post(`/incidents/${incident.number}/comments`, { body: 'x', public: false })
    .refused('comment.public_only');
});

test('the figures open exactly the records that they count', async () => {
  const from = '2020-01-01T00:00:00Z';
  const to = '2030-01-01T00:00:00Z';
  const figures = (await lead.get(`/measures?from=${from}&to=${to}`)) as unknown as {
    items: { key: string; n: number; records: { all: string } }[];
  };
  expect(figures.items.length).toBeGreaterThan(5);
  for (const figure of figures.items) {
    const [plural, query] = figure.records.all.split('?');
    expect(await lead.get(`/${plural}/count?${query}`), figure.key).toMatchObject({ count: figure.n });
  }
});

function bearer() {
  return { authorization: `Bearer ${lead.token}` };
}

function multipart(name: string, type: string, content: string) {
  const boundary = 'servanda-test';
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${content}\r\n--${boundary}--\r\n`;
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

test('what began with a value can be changed but not emptied, and the refusal names it', async () => {
  const incident = await report();
  for (const field of ['title', 'security'])
    await lead.patch(`/incidents/${incident.number}`, { [field]: null }).refused('problem.required', field);
  await lead
    .post('/incidents', {
      title: 'x',
      channel: 'phone',
      symptom: 'x',
      requesterId: user.id,
      occurredAt: null,
    })
    .refused('problem.required', 'occurredAt');
});
