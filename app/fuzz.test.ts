import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { allFields } from '../kernel/record/record.ts';
import { universalActions } from '../kernel/record/universal.ts';
import { isLooker, roles } from '../kernel/access/roles.ts';
import { apiTokens } from '../platform/auth/tokens.ts';
import { describedRoutes, type Described } from '../platform/http/route.ts';
import { fitting, mutated, nasty, nastyBodies, nastyText, type Shape } from './testing/nasty.ts';
import { served } from './testing/served.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_302);
const perRoute = Number(process.env['FUZZ_RUNS'] ?? 8);

const { app, house, owner, someone, join, at } = await served();
const callers = await people();
const known = await records();
const routes = describedRoutes(app);
/**
 * What every record type has is one piece of code (decision 0014), and fifty types would send it four hundred calls:
 * together its routes get four times as many as another, and each of them at least two. Actions are each type's own.
 */
const runs = new Map(
  [...Map.groupBy(routes, shapeOf).values()].flatMap((alike) => {
    const each = Math.min(perRoute, Math.max(2, Math.ceil((4 * perRoute) / alike.length)));
    return alike.map((about) => [about, each] as const);
  }),
);

/** What the tables held after the last call; undefined when it was accepted. */
let unchanged: unknown;

type Call = {
  readonly method: Described['method'];
  readonly url: string;
  readonly caller: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
};

test.each(routes.map((about, i) => [`${about.method} ${about.path}`, about, seed + i] as const))(
  `whatever is sent to %s, the answer tells what is wrong and nothing is half-written`,
  async (_name, about, seed) => {
    const property = fc.asyncProperty(calls(about), async (call) => {
      const before = (unchanged ??= await rows());
      const response = await send(call);
      if (response.statusCode < 400) return void (unchanged = undefined);
      expectProblem(response, call);
      expect(await rows(), 'a refused call wrote something').toEqual(before);
    });
    await fc.assert(property, { seed, numRuns: runs.get(about) ?? perRoute, endOnFailure: true });
  },
);

/**
 * `POST /{type}/{number}/comments`, where its body and query are the same for all types; otherwise the route alone. Lists
 * filter by each type's own fields.
 */
function shapeOf({ method, path, body, query }: Described): string {
  const [, plural, action] = /^\/api\/v1\/([^/]+)(?:\/\{number\}\/transitions\/(\w+))?/.exec(path) ?? [];
  const type = [...house.types.values()].find((one) => one.plural === plural);
  const own =
    action === undefined
      ? method === 'GET' && /^\/api\/v1\/[^/]+(\/count)?$/.test(path)
      : type && !Object.hasOwn(universalActions(type), action);
  if (!type || own) return `${method} ${path}`;
  const taken = [body, query].map((schema) => (schema ? jsonSchema(schema) : null));
  return `${method} ${path.replace(type.plural, '{type}')} ${JSON.stringify(taken)}`;
}

async function send({ method, url, caller, headers, payload }: Call): Promise<LightMyRequestResponse> {
  const token = callers[caller]?.token;
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return app.inject({
    method,
    url,
    headers: { ...authorization, ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
}

/** A problem document in words, in the language it says it is in. */
function expectProblem(response: LightMyRequestResponse, call: Call): void {
  const about = `${response.body.slice(0, 2000)}\n${JSON.stringify(call).slice(0, 2000)}`;
  expect(response.statusCode, about).toBeLessThan(500);
  expect(response.headers['content-type'], about).toMatch(/^application\/problem\+json/);
  const problem = response.json<{
    status: number;
    code: string;
    title: string;
    errors?: { field: string; code: string; message: string }[];
  }>();
  expect(problem.status).toBe(response.statusCode);
  const chinese = response.headers['content-language'] === 'zh-CN';
  for (const words of [problem.title, ...(problem.errors ?? []).map((e) => e.message)]) {
    expect(words, about).not.toMatch(/^[a-z_]+(\.[a-z_]+)+$/);
    expect(words, about).not.toMatch(/\{\{\w+\}\}/);
    expect(words, about).not.toBe('');
    if (chinese) expect(words, about).toMatch(/\p{Script=Han}/u);
  }
  if (problem.code === 'problem.invalid') expect(problem.errors?.length, about).toBeGreaterThan(0);
  expect(problem.code, about).not.toBe('problem.unstorable');
}

/** Every table in which a half-done write could leave something. */
const tables = [
  'record',
  'trail_event',
  'comment',
  'link',
  'attachment',
  'attachment_content',
  'pending_act',
  'idempotency_key',
  'setting',
  'api_token',
  'auth_user',
  'clock',
  'search_entry',
];
const counting = `select ${tables.map((t) => `(select count(*) from ${t})::int as ${t}`).join(', ')}`;
const rows = async () => (await owner.query({ name: 'rows', text: counting })).rows[0] as unknown;

function calls(about: Described): fc.Arbitrary<Call> {
  const base = about.path.split('/')[3] ?? '';
  const caller = /\/(me|tokens|account)/.test(about.path)
    ? fc.constantFrom('own', 'guest', 'narrow', 'nobody')
    : fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('chief', '主管') },
        { weight: 1, arbitrary: fc.constantFrom('guest', 'narrow', 'nobody', 'stranger') },
      );
  const path = fc.tuple(
    ...[...about.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => pathPart(name ?? '', base)),
  );
  const body = about.bodyType
    ? multipart
    : about.body || about.method !== 'GET'
      ? jsonBody(about)
      : fc.constant({ headers: {} });
  return fc.tuple(caller, path, queries(about), body, oddHeaders).map(([who, parts, query, sent, odd]) => {
    let n = 0;
    const url = about.path.replaceAll(/\{\w+\}/g, () => parts[n++] ?? '');
    return {
      method: about.method,
      url: query === '' ? url : `${url}?${query}`,
      caller: who,
      ...sent,
      headers: { ...odd, ...sent.headers },
    };
  });
}

function pathPart(name: string, plural: string): fc.Arbitrary<string> {
  const odd = fc.oneof(
    nastyText.map((t) => encodeURIComponent(t.toWellFormed().slice(0, 1000))),
    fc.constantFrom('%00', '%ZZ', '%C0%AF', '%ff', '%F0%9F'),
  );
  const mine = [...house.types.values()].find((t) => t.plural === plural);
  const usual: readonly string[] =
    name === 'number'
      ? (known.numbers.get(mine?.type ?? '') ?? ['INC-000001'])
      : name === 'key'
        ? house.measures.map((m) => m.key)
        : known.all;
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: odd });
}

function queries(about: Described): fc.Arbitrary<string> {
  if (about.method !== 'GET') return fc.constant('');
  const shape: Shape = about.query ? jsonSchema(about.query) : {};
  const type = [...house.types.values()].find(
    (t) => about.path === `/api/v1/${t.plural}` || about.path === `/api/v1/${t.plural}/count`,
  );
  const filters =
    type || about.path.startsWith('/api/v1/measures')
      ? [
          'q',
          'open',
          'state',
          'phase',
          'number',
          'createdAt',
          'closedAt',
          'due',
          'measure',
          'period',
          'unknown',
          '__proto__',
          'constructor',
          ...Object.keys(type ? allFields(type) : {}),
        ].map((f) => `filter[${f}]`)
      : [];
  const usual = Object.entries(shape.properties ?? {}).map(([key, of]) =>
    fitting(of, key, known.idsFor).map((value) => [key, String(value)] as const),
  );
  const odd = fc.tuple(
    fc.constantFrom(
      ...Object.keys(shape.properties ?? {}),
      ...filters,
      'unknown',
      '__proto__',
      'cursor',
      'limit',
      'sort',
    ),
    fc.oneof(nastyText, cursors),
  );
  return fc
    .tuple(fc.tuple(...usual), fc.array(odd, { maxLength: 3 }))
    .map(([fit, odds]) =>
      [...fit, ...odds]
        .map(
          ([key, value]) =>
            `${encodeURIComponent(key)}=${encodeURIComponent(value.toWellFormed().slice(0, 3000))}`,
        )
        .join('&'),
    );
}

const encoded = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
const cursors = fc.constantFrom(
  'zzz',
  encoded([]),
  encoded(['x', 'y']),
  encoded([1, 2]),
  encoded(['2026-01-01T00:00:00Z', 'y']),
  encoded(['\0', '\0']),
  encoded(['infinity', '019a0000-0000-7000-8000-000000000000']),
  encoded({ length: 2 }),
  '-1',
  '9'.repeat(30),
);

function jsonBody(about: Described): fc.Arbitrary<{ headers: Record<string, string>; payload?: string }> {
  const type = (value: string) => ({ 'content-type': value });
  const shape: Shape = about.body ? jsonSchema(about.body) : {};
  return fc.oneof(
    {
      weight: 8,
      arbitrary: mutated(shape, known.idsFor).map((body) => ({
        headers: type('application/json'),
        payload: JSON.stringify(body),
      })),
    },
    {
      weight: 1,
      arbitrary: nasty.map((body) => ({
        headers: type('application/json'),
        payload: JSON.stringify(body) ?? '',
      })),
    },
    { weight: 1, arbitrary: nastyBodies.map((payload) => ({ headers: type('application/json'), payload })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          'text/plain',
          'application/xml',
          'application/x-www-form-urlencoded',
          'multipart/form-data',
          'x',
          '',
        )
        .map((t) => ({ headers: type(t), payload: 'title=x' })),
    },
    { weight: 1, arbitrary: fc.constant({ headers: {} }) },
  );
}

const multipart: fc.Arbitrary<{ headers: Record<string, string>; payload: string }> = fc
  .tuple(
    fc.constantFrom('text/html', 'image/svg+xml', 'x', '\ud800', 'a/b; charset=x'),
    nastyText,
    nastyText,
    fc.constantFrom('file', '__proto__', 'constructor', 'other', 'file'),
    fc.constantFrom('--b--\r\n', '', '--b\r\n', '--b--'),
  )
  .map(([type, name, content, field, end]) => ({
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: `--b\r\ncontent-disposition: form-data; name="${field}"; filename="${name.replaceAll(/["\r\n]/g, '')}"\r\ncontent-type: ${type}\r\n\r\n${content}\r\n${end}`,
  }));

const oddHeaders = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Record<string, string>>({}) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('"x"', '7', '"99999999999"', 'W/"1"', '*', '""', '"-1"')
      .map((match): Record<string, string> => ({ 'if-match': match })),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(fc.constantFrom('', ' ', 'k', 'x'.repeat(5000), '\u00ff'), fc.uuid())
      .map((key): Record<string, string> => ({ 'idempotency-key': key })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('zh-CN', 'fr;q=x', ',,,', 'zh-TW,en')
      .map((language): Record<string, string> => ({ 'accept-language': language })),
  },
);

function jsonSchema(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

async function people() {
  // Who only looks may do nothing, whatever else they hold.
  const every = roles.filter((r) => r !== 'customer-contact' && r !== 'user' && !isLooker(r));
  const chief = await someone('Chief', every);
  const narrow = await apiTokens(house.pool).create({
    personId: chief.id,
    name: 'narrow',
    scopes: ['teams:read'],
  });
  return {
    chief,
    主管: await someone('主管', every, { language: 'zh-CN' }),
    own: await someone('Own', every),
    guest: await someone('Guest', []),
    narrow: { token: narrow.token, id: chief.id },
    stranger: { token: `svd_${'x'.repeat(43)}`, id: '' },
  } as Record<string, { token: string; id: string }>;
}

/** A few of every type that the calls may name; none of them is one of the callers. */
async function records() {
  const chief = callers['chief'];
  if (!chief) throw new Error('nobody to ask');
  const victim = await someone('Victim', ['engineer']);
  await join('Desk', [chief, victim]);
  at('2026-03-02T02:00:00Z');
  const post = async (path: string, payload: object) => {
    const response = await app.inject({
      method: 'POST',
      url: `/api/v1/${path}`,
      payload,
      headers: { authorization: `Bearer ${chief.token}` },
    });
    expect(response.statusCode, response.body).toBe(201);
  };
  const week = [['09:00', '17:00']];
  await post('organisations', { title: 'Customer', kind: 'customer' });
  await post('calendars', { title: '5×8', zone: 'Asia/Shanghai', weekly: { mon: week, tue: week } });
  await post('services', { title: 'E-mail' });
  await post('categories', { title: 'Mailbox' });
  for (const title of ['a', 'b', 'c'])
    await post('incidents', { title, channel: 'phone', symptom: 'x', requesterId: victim.id });
  await post('agreements', { title: 'Default' });
  const found = (await owner.query('select id, type, number from record order by id')).rows as {
    id: string;
    type: string;
    number: string;
  }[];
  const callerIds = new Set(Object.values(callers).map((c) => c.id));
  const free = found.filter(
    (r) =>
      !callerIds.has(r.id) &&
      (r.type !== 'role-holder' || r === found.findLast((f) => f.type === 'role-holder')),
  );
  const all = free.map((r) => r.id);
  const pointsTo = new Map(
    [...house.types.values()].flatMap((type) =>
      Object.entries(allFields(type)).map(([key, { about }]) => [key, about.to ?? []] as const),
    ),
  );
  return {
    all,
    numbers: Map.groupBy(free, (r) => r.type)
      .entries()
      .reduce(
        (map, [type, list]) =>
          map.set(
            type,
            list.map((r) => r.number),
          ),
        new Map<string, string[]>(),
      ),
    idsFor: (field: string) => {
      const ids = free.filter((r) => pointsTo.get(field)?.includes(r.type)).map((r) => r.id);
      return ids.length > 0 ? ids : all;
    },
  };
}
