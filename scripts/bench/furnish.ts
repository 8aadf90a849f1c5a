import type { Plant } from './plant.ts';
import type { Request } from './load.ts';

export type House = {
  readonly token: string;
  /** Of an engineer: sees every incident, acts on their team's. */
  readonly engineerToken: string;
  readonly userToken: string;
  readonly teams: readonly string[];
  readonly services: readonly string[];
  readonly people: readonly string[];
  readonly categories: readonly string[];
  readonly organisation: string;
  readonly agreement: string;
  readonly always: string;
};

type Made = { id: string; number: string };
const password = 'a long bench password 2026';

/** An organisation as the first visit and its administrator would make it, all of it through the API. */
export async function furnish({ port, sql }: Plant): Promise<House> {
  const base = `http://127.0.0.1:${port}`;
  await call(base, {}, 'POST', '/api/v1/setup', {
    language: 'en', name: 'Ada Bench', email: 'ada@bench.test', password, organisation: 'Bench', profile: 'M', zone: 'Asia/Shanghai',
  }); // prettier-ignore
  const ada = await signIn(base, 'ada@bench.test');
  const post = (path: string, body: object) => call<Made>(base, ada, 'POST', path, body);
  const token = await tokenFor(base, ada);
  const [organisation] = (
    await call<{ items: Made[] }>(base, ada, 'GET', '/api/v1/organisations?filter[kind]=own_unit')
  ).items;
  if (!organisation) throw new Error('setup made no organisation');
  const people = await many(2000, (i) =>
    post('/api/v1/people', { title: `Person ${i}`, email: `p${i}@bench.test`, orgUnitId: organisation.id }),
  );
  const teams = await many(40, (i) =>
    post('/api/v1/teams', {
      title: `Team ${i}`,
      memberIds: [1, 2, 3, 4, 5].map((k) => people[(i * 5 + k) % 200]),
    }),
  );
  const services = await many(200, (i) =>
    post('/api/v1/services', { title: `Service ${i}`, description: `What service ${i} does` }),
  );
  const categories = await many(30, (i) => post('/api/v1/categories', { title: `Category ${i}` }));
  await post('/api/v1/role-holders', {
    title: 'Engineer',
    personId: people[1],
    role: 'engineer',
    validFrom: '2020-01-01',
  });
  const numbers = await numbersOf(sql, people.slice(1, 3));
  for (const number of numbers) await post(`/api/v1/people/${number}/account`, { password });
  const { agreement, always } = await promises(base, ada);
  return {
    token,
    engineerToken: await tokenFor(base, await signIn(base, 'p1@bench.test')),
    userToken: await tokenFor(base, await signIn(base, 'p2@bench.test')),
    teams, services, people, categories, organisation: organisation.id, agreement, always,
  }; // prettier-ignore
}

/** The standing offer that the setup makes; made here as the same sequence of acts where it does not. */
async function promises(base: string, ada: Headers): Promise<{ agreement: string; always: string }> {
  const offered = (await call<{ items: Made[] }>(base, ada, 'GET', '/api/v1/agreements?filter[state]=active'))
    .items[0];
  const calendars = (
    await call<{ items: (Made & { title: string })[] }>(base, ada, 'GET', '/api/v1/calendars')
  ).items;
  const known = calendars.find((c) => c.title === '24×7');
  if (offered && known) return { agreement: offered.id, always: known.id };
  throw new Error('the setup made no standing offer');
}

type Headers = Readonly<Record<string, string>>;

async function signIn(base: string, email: string): Promise<Headers> {
  const answer = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((c) => c.split(';', 1)[0])
      .join('; '),
  };
}

const tokenFor = async (base: string, who: Headers) =>
  (
    await call<{ token: string }>(base, who, 'POST', '/api/v1/tokens', {
      name: 'bench',
      scopes: ['*:read', '*:write'],
    })
  ).token;

export async function call<T>(
  base: string,
  headers: Headers,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const answer = await fetch(base + path, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function many(count: number, make: (i: number) => Promise<Made>): Promise<string[]> {
  const made: string[] = [];
  for (let i = 0; i < count; i += 8) {
    const batch = Array.from({ length: Math.min(8, count - i) }, (_, k) => make(i + k));
    made.push(...(await Promise.all(batch)).map(({ id }) => id));
  }
  return made;
}

async function numbersOf(sql: Plant['sql'], ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ number: string }>(
    'select number from record where id = any($1::uuid[])',
    [ids],
  );
  return rows.map((row) => row.number);
}

export const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
export const get = (path: string): Request => ({ method: 'GET', path });
