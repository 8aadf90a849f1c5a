import pg from 'pg';
import { z } from 'zod';
import { conflict, invalidField, Problem } from '../http/problem.ts';
import { passwordLength, type Auth } from './auth.ts';

export type NewAccount = {
  /** The person's record; it must exist. */
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

const byId = (personId: string) => [{ field: 'id', value: personId }];
const byUser = (personId: string) => [{ field: 'userId', value: personId }];

/** Lets a person sign in. Throws `auth.email_taken`, `auth.account_exists`, or what is wrong with a field. */
export async function createAccount(
  auth: Auth,
  { personId, name, email, password }: NewAccount,
): Promise<void> {
  const { adapter, password: passwords } = await auth.$context;
  const address = checkedEmail(email);
  const hash = await passwords.hash(checkedPassword(password));
  const now = new Date();
  await adapter
    .transaction(async (tx) => {
      await tx.create({
        model: 'user',
        data: { id: personId, name, email: address, emailVerified: true, createdAt: now, updatedAt: now },
        forceAllowId: true,
      });
      await tx.create({
        model: 'account',
        data: {
          userId: personId,
          providerId: 'credential',
          accountId: personId,
          password: hash,
          createdAt: now,
          updatedAt: now,
        },
      });
    })
    .catch(explainTaken(address));
}

/** Follows the person's record when its name or e-mail address changes. */
export async function updateAccount(
  auth: Auth,
  personId: string,
  { name, email }: { readonly name?: string; readonly email?: string },
): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const address = email === undefined ? undefined : checkedEmail(email);
  await internalAdapter
    .updateUser(personId, { ...(name === undefined ? {} : { name }), ...(address ? { email: address } : {}) })
    .catch(explainTaken(address ?? ''));
}

/** Sets a new password without the old one, and ends every session that the old one opened. */
export async function setPassword(auth: Auth, personId: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  if (!(await internalAdapter.findCredentialAccount(personId))) throw noAccount();
  await internalAdapter.updatePassword(personId, await passwords.hash(checkedPassword(password)));
  await internalAdapter.deleteUserSessions(personId);
}

/** Ends all sessions and allows no new one; the person's API tokens stop with it (see tokens.ts). */
export const disableAccount = (auth: Auth, personId: string) => setDisabled(auth, personId, new Date());
export const enableAccount = (auth: Auth, personId: string) => setDisabled(auth, personId, null);

async function setDisabled(auth: Auth, personId: string, disabledAt: Date | null): Promise<void> {
  const { internalAdapter } = await auth.$context;
  // Disabled first: a sign-in that is under way finds the door closed, or its session deleted.
  await internalAdapter.updateUser(personId, { disabledAt });
  if (disabledAt) await internalAdapter.deleteUserSessions(personId);
}

export async function hasTwoFactor(auth: Auth, personId: string): Promise<boolean> {
  const { adapter } = await auth.$context;
  const user = await adapter.findOne<{ twoFactorEnabled?: boolean }>({
    model: 'user',
    where: byId(personId),
  });
  return user?.twoFactorEnabled === true;
}

/** For a person who lost their phone and their backup codes. Ends their sessions. */
export async function removeTwoFactor(auth: Auth, personId: string): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context;
  await internalAdapter.updateUser(personId, { twoFactorEnabled: false });
  await adapter.deleteMany({ model: 'twoFactor', where: byUser(personId) });
  await internalAdapter.deleteUserSessions(personId);
}

function checkedPassword(password: string): string {
  const { min, max } = passwordLength;
  if (password.length < min) throw invalidField('password', 'auth.password_too_short', { min });
  if (password.length > max) throw invalidField('password', 'auth.password_too_long', { max });
  // Sign-in refuses it like every text that holds one; see routes.ts.
  if (password.includes('\u0000')) throw invalidField('password', 'auth.field_null_character');
  return password;
}

function checkedEmail(email: string): string {
  const parsed = z.email().safeParse(email.trim().toLowerCase());
  if (!parsed.success) throw invalidField('email', 'auth.invalid_email', {}, email.slice(0, 200));
  return parsed.data;
}

const noAccount = () => new Problem(404, 'auth.no_account');

const explainTaken =
  (email: string) =>
  (error: unknown): never => {
    if (error instanceof pg.DatabaseError && error.code === '23505') {
      if (error.constraint === 'auth_user_email_key')
        throw invalidField('email', 'auth.email_taken', {}, email);
      throw conflict('auth.account_exists');
    }
    throw error;
  };
