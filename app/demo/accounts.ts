import { randomBytes } from 'node:crypto';
import { createAuth } from '../../platform/auth/auth.ts';
import { demoPassword, people, signIns } from './organisation.data.ts';
import type { Demo } from './context.ts';

/** Everybody may know it: these accounts exist in a demo only. */

/** The people of the sign-in page can sign in; written in the demo's own transaction, with the password hashed once. */
export async function accounts(demo: Demo): Promise<void> {
  const auth = createAuth({
    pool: demo.house.pool,
    secret: randomBytes(32).toString('hex'),
    baseUrl: 'http://localhost',
    schema: 'public',
  });
  const { password } = await auth.$context;
  const hash = await password.hash(demoPassword);
  for (const { key } of signIns) {
    const person = people.find((p) => p.key === key);
    if (!person) throw new Error(`the demo has no ${key}`);
    const id = demo.id(key);
    await demo.house.pool.query(
      `insert into auth_user (id, name, email, email_verified) values ($1, $2, $3, true)`,
      [id, person.name, person.email],
    );
    await demo.house.pool.query(
      `insert into auth_account (id, user_id, provider_id, account_id, password) values (gen_random_uuid(), $1, 'credential', $2, $3)`,
      [id, id, hash],
    );
  }
}
