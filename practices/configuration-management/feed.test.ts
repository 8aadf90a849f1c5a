import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { fetchDocument } from './feed.fetch.ts';
import { isInside } from './feed.hosts.ts';
import { sharedFile } from './configuration.fixture.ts';
import { reconciling } from './reconciliation.fixture.ts';

const desk = await reconciling();
const { keeper, other, engineer, auditor, user, feed, upload, owner } = desk;
const files = [sharedFile('netbox-ci.csv'), sharedFile('netbox-relations.csv')] as const;
if (!files[0] || !files[1])
  // Said aloud: a test that is skipped silently is no test.
  process.stderr.write(
    '\nSKIPPED: ../shared/data/cmdb has no NetBox files; their feed is not tested here.\n',
  );
const approve = async (source: string) => {
  const { left } = (await other.post('/configuration/initial-load/approve', { source })) as unknown as {
    left: number;
  };
  return left;
};

test.skipIf(!files[0] || !files[1])(
  'NetBox twice has no difference; altered, the queue shows exactly what was altered',
  async () => {
    const [items, relations] = files.map((file) =>
      readFileSync(file ?? '', 'utf8').replaceAll('\r\n', '\n'),
    ) as [string, string];
    const netbox = await feed('netbox');
    expect(await desk.run(netbox, items, 'initial')).toMatchObject({
      state: 'done',
      counts: { created: 350, problems: 0 },
    });
    expect(await desk.run(netbox, relations, 'initial')).toMatchObject({
      state: 'done',
      counts: { related: 414, notRelated: 0 },
    });
    expect(await approve('netbox')).toBe(0);
    const { rows } = await owner.query<{ issue: string; n: number }>(
      'select name_issue as issue, count(*)::int as n from ci where name_issue is not null group by 1 order by 1',
    );
    expect(rows).toContainEqual({ issue: 'unnamed', n: 22 });

    expect(await desk.run(netbox, items)).toMatchObject({
      state: 'done',
      counts: { matched: 350, opened: 0, missing: 0, gone: 0 },
    });
    expect(await desk.run(netbox, relations)).toMatchObject({ state: 'done', counts: { opened: 0 } });
    expect(await desk.queue()).toEqual([]);

    const lines = items.trimEnd().split('\n');
    const at = (ref: string) => lines.findIndex((line) => line.startsWith(`${ref},`));
    const gone = lines.findLastIndex((line) => line.startsWith('device:'));
    const goneRef = lines[gone]?.split(',')[0] ?? '';
    lines[at('site:1')] = 'site:1,site,DM-New-York,active,';
    lines[at('rack:1')] = `${lines[at('rack:1')]?.split(',').slice(0, 4).join(',')},SER-4711`;
    lines.splice(gone, 1);
    lines.push('device:9999,server,edge-99,active,SN-99');
    const altered = `${lines.join('\n')}\n`;
    const cables = relations.trimEnd().split('\n');
    const [lost] = cables.splice(1, 1);
    const alteredCables = `${[...cables, 'device:9999,located_in,rack:1'].join('\n')}\n`;

    const one = await desk.run(netbox, altered);
    expect(one).toMatchObject({ state: 'done', counts: { opened: 4, missing: 1 } });
    expect(await desk.run(netbox, alteredCables)).toMatchObject({ state: 'done', counts: { opened: 2 } });
    const shown = (await desk.queue()).map(({ kind, field, ref, found }) => ({
      kind,
      field,
      ref,
      found: kind === 'new_item' ? (found as { title: string }).title : found,
    }));
    expect(shown).toHaveLength(6);
    expect(shown).toEqual(
      expect.arrayContaining([
        { kind: 'attribute', field: 'title', ref: 'site:1', found: 'DM-New-York' },
        { kind: 'attribute', field: 'serialNumber', ref: 'rack:1', found: 'SER-4711' },
        { kind: 'missing_item', field: null, ref: goneRef, found: null },
        { kind: 'new_item', field: null, ref: 'device:9999', found: 'edge-99' },
        { kind: 'new_relation', field: 'located_in', ref: 'device:9999', found: 'located_in' },
        { kind: 'missing_relation', field: lost?.split(',')[1], ref: null, found: null },
      ]),
    );
    // Once more: seen again, not found again. And once the source agrees, they are gone.
    expect(await desk.run(netbox, altered)).toMatchObject({ counts: { opened: 0, seen: 4 } });
    expect(await desk.queue()).toHaveLength(6);
    expect(await desk.run(netbox, items)).toMatchObject({ counts: { opened: 0, gone: 4 } });
    expect(await desk.run(netbox, relations)).toMatchObject({ counts: { opened: 0, gone: 2 } });
    expect(await desk.queue()).toEqual([]);

    // A broken export retires nobody.
    const half = `${items.split('\n').slice(0, 175).join('\n')}\n`;
    expect(await desk.run(netbox, half)).toMatchObject({
      state: 'refused',
      refusal: { code: 'feed.shrunk', params: { before: 350 } },
    });
    expect(await desk.run(netbox, 'external_id,ci_type,name\n')).toMatchObject({
      state: 'refused',
      refusal: { code: 'feed.empty' },
    });
    expect(await desk.queue()).toEqual([]);
    expect(await keeper.get(`/feeds/${netbox.number}`)).toMatchObject({ lastResult: 'refused' });
    const notices = (await keeper.get('/me/notifications')) as unknown as { items: { kind: string }[] };
    expect(notices.items.map(({ kind }) => kind)).toContain('feed.refused');
  },
  240_000,
);

const lab = async (origin: string) => {
  const one = await feed(origin);
  await desk.run(
    one,
    `id,class,name,serial,location\na,Server,${origin}-alpha,${origin}-S1,R1\nb,Server,${origin}-beta,${origin}-S2,R1\n`,
    'initial',
  );
  await approve(origin);
  return one;
};

test('an accepted difference cites its change, and the item is edited by that act; a rejected one does not come again until it claims something else', async () => {
  const one = await lab('lab-1');
  const changed =
    'id,class,name,serial,location\na,Server,lab-1-alpha,lab-1-S1,R9\nb,Server,lab-1-beta,lab-1-S2-X,R1\n';
  await desk.run(one, changed);
  const open = await desk.queue('filter[state]=open&filter[origin]=lab-1');
  const [place, serial] = [
    open.find((d) => d.field === 'location'),
    open.find((d) => d.field === 'serialNumber'),
  ];
  if (!place || !serial) throw new Error('not found');
  await auditor.does(place, 'accept', {}).refused('problem.not_your_role');
  await keeper.does(place, 'accept', {}).refused('difference.cites_no_change', 'changeRef');
  await keeper.does(place, 'accept', { changeRef: 'CHG-000001' }).refused('ci.no_such_change', 'changeRef');
  await keeper
    .does(place, 'accept', { changeRef: await desk.authorised({ id: serial.ciId ?? '' }) })
    .refused('change.not_about', 'changeRef');
  const change = await desk.authorised({ id: place.ciId ?? '' });
  expect(await keeper.does(place, 'accept', { changeRef: change })).toMatchObject({
    state: 'accepted',
    changeRef: change,
  });
  const { rows } = await owner.query<{ location: string; unlinked: string | null }>(
    'select location, unlinked_edit_at as unlinked from ci where id = $1',
    [place.ciId],
  );
  expect(rows).toEqual([{ location: 'R9', unlinked: null }]);
  await keeper.does(serial, 'reject', {}).refused('problem.required', 'reason');
  await keeper.does(serial, 'reject', { reason: 'typo in the source' });
  expect(await desk.run(one, changed)).toMatchObject({ counts: { opened: 0, seen: 1 } });
  expect(await desk.queue('filter[state]=open&filter[origin]=lab-1')).toEqual([]);
  await desk.run(
    one,
    'id,class,name,serial,location\na,Server,lab-1-alpha,lab-1-S1,R9\nb,Server,lab-1-beta,lab-1-S2-Y,R1\n',
  );
  expect(await desk.queue('filter[state]=open&filter[origin]=lab-1')).toMatchObject([
    { number: serial.number, found: 'lab-1-S2-Y' },
  ]);
});

test('what nobody knows a change of becomes an unauthorised change, and waits there until one covers it', async () => {
  const one = await lab('lab-2');
  await desk.run(
    one,
    'id,class,name,serial,location\na,Server,lab-2-alpha,lab-2-S1,R2\nb,Server,lab-2-beta,lab-2-S2,R1\n',
  );
  const [place] = await desk.queue('filter[state]=open&filter[origin]=lab-2');
  if (!place) throw new Error('not found');
  await engineer.does(place, 'raise').refused('problem.not_your_role');
  const raised = await keeper.does(place, 'raise');
  expect(raised).toMatchObject({ state: 'raised' });
  const shown = await keeper.get(`/differences/${place.number}`);
  const { rows } = await owner.query<{ unauthorised: boolean; about: boolean }>(
    'select c.unauthorised, exists (select from change_subject s where s.change_id = c.id and s.record_id = $2) as about from change c where c.id = $1',
    [shown['raisedChangeId'], place.ciId],
  );
  expect(rows).toEqual([{ unauthorised: true, about: true }]);
});

test('a new item becomes planned, or is one that is recorded already; a relation waits for its ends', async () => {
  const one = await lab('lab-3');
  await desk.run(
    one,
    'id,class,name,serial,location\na,Server,lab-3-alpha,lab-3-S1,R1\nb,Server,lab-3-beta,lab-3-S2,R1\nc,Server,gamma,lab-3-S3,R1\nd,Server,delta,,R1\n',
  );
  await desk.run(one, 'source,type,target\na,connects_to,c\n');
  const open = await desk.queue('filter[state]=open&filter[origin]=lab-3');
  const byRef = (ref: string, kind = 'new_item') =>
    open.find((d) => d.ref === ref && d.kind === kind) ?? { number: '' };
  const relation = byRef('a', 'new_relation');
  const change = await desk.authorised();
  await keeper.does(relation, 'accept', { changeRef: change }).refused('change.not_about', 'changeRef');
  await keeper.does(byRef('c'), 'accept', {}).refused('difference.cites_no_change', 'changeRef');
  await keeper.does(byRef('c'), 'accept', { changeRef: change });
  const { rows } = await owner.query<{ state: string; id: string }>(
    `select state, id from record where source = 'lab-3' and source_ref = 'c'`,
  );
  expect(rows).toMatchObject([{ state: 'planned' }]);
  const recorded = await desk.item('delta at the other rack', 'server');
  await keeper.does(byRef('d'), 'accept', { itemId: recorded.id });
  expect(
    await desk.run(
      one,
      'id,class,name,serial,location\na,Server,lab-3-alpha,lab-3-S1,R1\nb,Server,lab-3-beta,lab-3-S2,R1\nc,Server,gamma,lab-3-S3,R1\nd,Server,delta at the other rack,,\n',
    ),
  ).toMatchObject({ counts: { matched: 4, opened: 0 } });
  const ids = await owner.query<{ id: string }>(
    `select id from record where source = 'lab-3' and source_ref = 'a'`,
  );
  const covering = await desk.authorised({ id: ids.rows[0]?.id ?? '' });
  await keeper.does(relation, 'accept', { changeRef: covering });
  expect(await desk.run(one, 'source,type,target\nc,connects_to,a\n')).toMatchObject({
    counts: { opened: 0 },
  });
});

test('rows that cannot be read are told, and nothing is concluded from their silence', async () => {
  const one = await lab('lab-4');
  const ran = await desk.run(
    one,
    'id,class,name,CPU cores\na,Server,lab-4-alpha,many\nb,Spaceship,lab-4-beta,\na,Server,again,\n,Server,,\n',
  );
  expect(ran).toMatchObject({ state: 'done', counts: { problems: 4, opened: 0, missing: 0 } });
  expect(ran.problems.map(({ code }) => code)).toEqual([
    'ci.attribute.not_integer',
    'ci.class_unknown',
    'feed.ref_twice',
    'feed.nothing_to_know_it_by',
  ]);
});

test('JSON is read like a table, an item is known by its serial number, and only keepers run feeds', async () => {
  const one = await lab('lab-5');
  const json = JSON.stringify({
    items: [
      { class: 'server', name: 'lab-5-alpha', serial: 'lab-5-S1' },
      { id: 'b', class: 'server', name: 'beta-2' },
    ],
    relations: [{ from: 'b', type: 'connects_to', to: 'a' }],
  });
  expect(await desk.run(one, json, 'compare', 'feed.json')).toMatchObject({
    state: 'done',
    counts: { matched: 2, opened: 2 },
  });
  expect((await upload(one, json, 'compare', 'x.json', engineer.token)).statusCode).toBe(403);
  expect((await upload(one, json, 'sideways')).statusCode).toBe(422);
  expect((await upload(one, json, 'initial')).json()).toMatchObject({ code: 'feed.not_first' });
  expect(await desk.run(one, '{"items": [')).toMatchObject({
    state: 'refused',
    refusal: { code: 'feed.broken_json' },
  });
  expect(await desk.run(one, '{"items": 7}')).toMatchObject({
    state: 'refused',
    refusal: { code: 'feed.json_form' },
  });
  await user.get(`/feeds/${one.number}/runs`).status(404);
  await keeper.post(`/feeds/${one.number}/runs`, {}).refused('problem.required', 'file');
});

test('only addresses that are allowed are asked, with a secret that nobody reads back', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers['x-token'] as string | undefined);
    if (request.url === '/elsewhere')
      return response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    if (request.url === '/slow') return undefined;
    return response.end('[{"id":"h1","class":"server","name":"h-1"}]');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(() => (server.closeAllConnections(), server.close()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = { transport: 'http', title: 'x', origin: 'web', ownerId: keeper.id };
  for (const [bad, code] of [
    ['ftp://example.org/x', 'feed.only_http'],
    ['http://10.0.0.1/x', 'feed.host_not_allowed'],
    ['http://localhost/x', 'feed.host_not_allowed'],
    ['http://[::1]/', 'feed.host_not_allowed'],
    ['https://a:b@example.org/', 'feed.no_credentials_in_url'],
    ['nonsense', 'feed.bad_url'],
    [url, 'feed.host_not_allowed'],
  ] as const)
    await keeper.post('/feeds', { ...http, url: bad }).refused(code, 'url');
  await keeper.post('/feeds', http).refused('feed.needs_url', 'url');
  await keeper
    .post('/feeds', { ...http, url: 'https://example.org', headerName: 'Host' })
    .refused('feed.bad_header', 'headerName');
  await keeper
    .post('/feeds', { title: 'x', origin: 'y', ownerId: keeper.id, mapping: { a: 'nowhere' } })
    .refused('feed.no_such_target', 'mapping');
  const admin = await desk.someone('Ada', ['administrator']);
  await keeper.put('/configuration/feed-hosts', { hosts: ['127.0.0.1'] }).refused('problem.not_your_role');
  await admin
    .put('/configuration/feed-hosts', { hosts: ['127.0.0.1', 'http://x'] })
    .refused('feed.bad_host', 'hosts.1');
  await admin.put('/configuration/feed-hosts', { hosts: ['127.0.0.1'] });
  const one = await keeper.post('/feeds', { ...http, url, headerName: 'x-token', everyHours: 6 });
  await keeper.put(`/feeds/${one.number}/secret`, { value: 'swordfish' });
  const told = await keeper.get(`/feeds/${one.number}`);
  expect(told).toMatchObject({ hasSecret: true });
  const { rows } = await owner.query<{ sealed: Buffer }>('select sealed from feed_secret');
  expect(rows[0]?.sealed.toString('latin1')).not.toContain('swordfish');
  expect(JSON.stringify(await keeper.get(`/feeds/${one.number}/trail`).catch(() => ''))).not.toContain(
    'swordfish',
  );
  const started = await keeper.post(`/feeds/${one.number}/runs`, { mode: 'compare' });
  expect(await desk.runOf(one, started.id)).toMatchObject({ state: 'done', counts: { opened: 1 } });
  expect(seen).toEqual(['swordfish']);
  expect((await keeper.get(`/feeds/${one.number}`))['nextRunAt']).not.toBeNull();
  const hosts = ['127.0.0.1'];
  await expect(fetchDocument({ url: `${url}/elsewhere`, hosts })).rejects.toMatchObject({
    code: 'feed.redirected',
  });
  await expect(fetchDocument({ url: `${url}/slow`, hosts, timeoutMs: 100 })).rejects.toMatchObject({
    code: 'feed.timed_out',
  });
  await expect(fetchDocument({ url: 'http://127.0.0.1:1/', hosts })).rejects.toMatchObject({
    code: 'feed.unreachable',
  });
  for (const address of ['127.1.2.3', '::ffff:10.0.0.1', 'fe80::1', '192.168.1.1', '169.254.169.254'])
    expect(isInside(address)).toBe(true);
  expect(isInside('93.184.216.34')).toBe(false);
});
