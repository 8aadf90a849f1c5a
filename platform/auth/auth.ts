import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware, getIP } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { PostgresDialect } from 'kysely';
import { randomUUIDv7 } from 'node:crypto';
import pg from 'pg';
import type { Log } from '../log/log.ts';
import { ownOrigins } from './origin.ts';
import { attemptSignIn, consume, forgetFailures, signInsPerAddress } from './rate-limit.ts';

export type AuthOptions = {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** The public address. https makes the cookies Secure. */
  readonly baseUrl: string;
  readonly schema: string;
  readonly log?: Log;
  /** Sign-ins per minute from one address. */
  readonly signInsPerMinute?: number;
};

export type Auth = ReturnType<typeof createAuth>;

export const passwordLength = { min: 10, max: 128 };
/** Where routes.ts writes who calls. Nothing else is believed: a client could send any other header itself. */
export const addressHeader = 'x-servanda-client-address';

const minute = 60;
const day = 24 * 60 * minute;
const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Passwords, sessions and second factors: better-auth, on our tables. */
export function createAuth({ pool, secret, baseUrl, schema, log, signInsPerMinute }: AuthOptions) {
  const perAddress = { ...signInsPerAddress, max: signInsPerMinute ?? signInsPerAddress.max };
  const auth = betterAuth({
    appName: 'Servanda',
    // With a path in it, better-auth would look for its own paths below that.
    baseURL: new URL(baseUrl).origin,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    ...(log ? { logger: { level: 'info' as const, log: logTo(log) } } : {}),
    database: {
      dialect: new PostgresDialect({ pool: withDates(pool) }),
      type: 'postgres',
      schemaName: schema,
      transaction: true,
    },
    trustedOrigins: (request) => (request ? ownOrigins(new URL(request.url).host, baseUrl) : []),
    advanced: {
      // Cookies know no ports: two Servandas on one machine must not sign each other out.
      cookiePrefix: schema,
      // better-auth switches these off by itself when NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => randomUUIDv7(), joins: true },
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', ...timestamps },
      additionalFields: {
        disabledAt: { type: 'date', required: false, input: false, fieldName: 'disabled_at' },
      },
    },
    // No cookie cache: a session that was ended must end at once, and looking it up takes about a millisecond.
    session: {
      modelName: 'auth_session',
      expiresIn: 7 * day,
      updateAge: day,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...timestamps,
      },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...timestamps,
      },
    },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...timestamps } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    rateLimit: {
      enabled: true,
      window: minute,
      max: 300,
      customStorage: { consume: (key, limit) => consume(pool, key, limit) },
      customRules: {
        '/sign-in/email': perAddress,
        '/change-password': { window: minute, max: 10 },
        '/two-factor/*': { window: minute, max: 20 },
        // Asked on every load of a page, and guesses nothing.
        '/get-session': false,
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Servanda',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'auth_two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    databaseHooks: { session: { create: { before: ({ userId }) => refuseDisabled(userId) } } },
    hooks: {
      before: createAuthMiddleware(async ({ path, body, headers, context }) => {
        const email = emailIn(body);
        if (path !== '/sign-in/email' || email === undefined) return;
        const seconds = await attemptSignIn(pool, email, addressIn(headers, context.options));
        if (seconds !== undefined) {
          throw new APIError(
            'TOO_MANY_REQUESTS',
            { code: 'RATE_LIMITED' },
            { 'X-Retry-After': String(seconds) },
          );
        }
      }),
      after: createAuthMiddleware(async ({ path, body, headers, context }) => {
        const email = emailIn(body);
        if (path !== '/sign-in/email' || email === undefined || !context.newSession) return;
        await forgetFailures(pool, email, addressIn(headers, context.options));
      }),
    },
  });

  /** Asked when the password was right, so that it tells nothing to those who guess. */
  async function refuseDisabled(userId: string): Promise<void> {
    const { adapter } = await auth.$context;
    const user = await adapter.findOne<{ disabledAt?: Date | null }>({
      model: 'user',
      where: [{ field: 'id', value: userId }],
    });
    if (user?.disabledAt) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED' });
  }

  return auth;
}

function emailIn(body: unknown): string | undefined {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined;
  return typeof email === 'string' ? email : undefined;
}

const addressIn = (headers: Headers | undefined, options: Parameters<typeof getIP>[1]) =>
  (headers && getIP(headers, options)) ?? 'unknown';

/**
 * The same pool, answering Date for timestamptz. Our pool answers ISO text, and better-auth compares `expiresAt` with
 * `<`: against text that is always false, and no session would ever expire.
 */
function withDates(pool: pg.Pool): pg.Pool {
  const connect = async () => {
    const client = await pool.connect();
    return {
      query: (text: string, values: unknown[]) => client.query({ text, values, types: pg.types }),
      release: () => client.release(),
    };
  };
  return { connect, end: async () => {} } as unknown as pg.Pool;
}

// "Invalid password", "Invalid origin": what guessing and forging look like from here. Only an Error is a fault.
const logTo =
  (log: Log) =>
  (_level: string, message: string, ...args: unknown[]) => {
    const err = args.find((arg) => arg instanceof Error);
    if (err) log.error({ err }, `sign-in: ${message}`);
    else log.debug(`sign-in: ${message}`);
  };
