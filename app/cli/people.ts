import { act, begin, create } from '../../kernel/record/act.ts';
import { createAccount } from '../../platform/auth/accounts.ts';
import { createAuth } from '../../platform/auth/auth.ts';
import { apiTokens } from '../../platform/auth/tokens.ts';
import { Refused, UsageError } from './arguments.ts';
import { personCalled, print, type Session } from './session.ts';

type Listed = { number: string; name: string; email: string | null; state: string; roles: string[] };

/** Everybody, with the roles they hold today. */
export async function listPeople({ house, json }: Session): Promise<void> {
  const { rows } = await house.pool.query<Listed>(
    `select r.number, r.title as name, p.email, r.state,
       array(select h.role from role_holder h join record x on x.id = h.id
             where h.person_id = p.id and x.state = 'active' and h.valid_from <= current_date and (h.valid_to is null or h.valid_to >= current_date)
             order by 1) as roles
     from person p join record r on r.id = p.id order by r.number`,
  );
  if (json) return print(JSON.stringify(rows));
  for (const { number, name, email, state, roles } of rows)
    print([number, name, email ?? '', state === 'active' ? '' : state, roles.join(',')].join('\t'));
}

export async function addPerson(
  session: Session,
  given: { name: string; email: string | undefined; roles: readonly string[]; withPassword: boolean },
): Promise<void> {
  const { house, actor, config, say } = session;
  knownRoles(session, given.roles);
  const password = given.withPassword ? await standardInput() : undefined;
  const person = await begin(house, async (work) => {
    const made = await create(work, 'person', actor, {
      title: given.name,
      language: session.language,
      ...(given.email === undefined ? {} : { email: given.email }),
    });
    for (const role of given.roles)
      await create(work, 'role-holder', actor, holding(made, role, house.now()));
    return made;
  });
  print(say('added', { number: person.number, name: person.title }));
  if (password === undefined || given.email === undefined)
    return void process.stderr.write(`${say('no_account')}\n`);
  const auth = createAuth({
    pool: house.pool,
    secret: config.secret,
    baseUrl: config.publicUrl,
    schema: config.schema,
  });
  await createAccount(auth, { personId: person.id, name: person.title, email: given.email, password });
}

export async function changeRoles(
  session: Session,
  who: string,
  add: readonly string[],
  remove: readonly string[],
): Promise<void> {
  const { house, actor } = session;
  knownRoles(session, [...add, ...remove]);
  const person = await personCalled(session, who);
  const held = await holdings(session, person.id);
  await begin(house, async (work) => {
    for (const role of add)
      if (!held.some((h) => h.role === role))
        await create(work, 'role-holder', actor, holding(person, role, house.now()));
    for (const { id, role } of held)
      if (remove.includes(role)) await act(work, { type: 'role-holder', id }, 'deactivate', actor);
  });
  for (const { role } of await holdings(session, person.id)) print(role);
}

const holding = (person: { id: string; title: string }, role: string, now: number) => ({
  title: `${person.title}: ${role}`.slice(0, 200),
  personId: person.id,
  role,
  validFrom: new Date(now).toISOString().slice(0, 10),
});

async function holdings({ house }: Session, personId: string): Promise<{ id: string; role: string }[]> {
  const { rows } = await house.pool.query<{ id: string; role: string }>(
    `select h.id, h.role from role_holder h join record r on r.id = h.id where h.person_id = $1 and r.state = 'active' order by h.role`,
    [personId],
  );
  return rows;
}

function knownRoles({ house }: Session, roles: readonly string[]): void {
  const all = [...new Set(house.practices.flatMap((p) => p.roles))];
  const wrong = roles.find((role) => !all.includes(role));
  if (wrong !== undefined) throw new UsageError('no_role', { role: wrong, roles: all.join(', ') });
}

async function standardInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8') as AsyncIterable<string>) text += chunk;
  return text.replace(/\r?\n$/, '');
}

export async function listTokens(session: Session, who: string): Promise<void> {
  const person = await personCalled(session, who);
  const tokens = await apiTokens(session.house.pool).list(person.id);
  if (session.json) return print(JSON.stringify(tokens));
  for (const { id, name, scopes, expiresAt, lastUsedAt } of tokens)
    print([id, name, scopes.join(','), expiresAt ?? '', lastUsedAt ?? ''].join('\t'));
}

export async function createToken(
  session: Session,
  who: string,
  given: { name: string; scopes: readonly string[]; expires: string | undefined },
): Promise<void> {
  const person = await personCalled(session, who);
  const expiresAt = given.expires === undefined ? undefined : new Date(given.expires);
  const { token, info } = await apiTokens(session.house.pool).create({
    personId: person.id,
    name: given.name,
    scopes: given.scopes,
    expiresAt,
  });
  print(session.json ? JSON.stringify({ token, ...info }) : session.say('token', { token }));
}

export async function revokeToken(session: Session, who: string, id: string): Promise<void> {
  const person = await personCalled(session, who);
  if (!(await apiTokens(session.house.pool).revoke(person.id, id)))
    throw new Refused(session.say('not_revoked'));
  print(session.say('revoked'));
}
