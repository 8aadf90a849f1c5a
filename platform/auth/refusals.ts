import { invalidField, Problem, type Params } from '../http/problem.ts';
import { passwordLength } from './auth.ts';

type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly params?: Params;
  readonly field?: string;
};

const field = (name: string, code: string, params: Params = {}): Refusal => ({
  status: 422,
  code,
  params,
  field: name,
});
const restart: Refusal = { status: 401, code: 'auth.sign_in_again' };
const foreign: Refusal = { status: 403, code: 'auth.foreign_origin' };
const signedOut: Refusal = { status: 401, code: 'auth.not_signed_in' };
const twoFactorOff: Refusal = { status: 409, code: 'auth.two_factor_off' };

/** better-auth's codes in our words. */
const refusals: Readonly<Record<string, Refusal>> = {
  INVALID_EMAIL_OR_PASSWORD: { status: 401, code: 'auth.invalid_credentials' },
  ACCOUNT_DISABLED: { status: 403, code: 'auth.account_disabled' },
  INVALID_EMAIL: field('email', 'auth.invalid_email'),
  INVALID_PASSWORD: field('password', 'auth.invalid_password'),
  PASSWORD_TOO_SHORT: field('password', 'auth.password_too_short', { min: passwordLength.min }),
  PASSWORD_TOO_LONG: field('password', 'auth.password_too_long', { max: passwordLength.max }),
  CREDENTIAL_ACCOUNT_NOT_FOUND: { status: 404, code: 'auth.no_account' },
  UNAUTHORIZED: signedOut,
  FAILED_TO_GET_SESSION: signedOut,
  SESSION_EXPIRED: restart,
  SESSION_NOT_FRESH: restart,
  INVALID_TWO_FACTOR_COOKIE: restart,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: restart,
  INVALID_CODE: field('code', 'auth.invalid_code'),
  INVALID_BACKUP_CODE: field('code', 'auth.invalid_backup_code'),
  TOTP_NOT_ENABLED: twoFactorOff,
  TWO_FACTOR_NOT_ENABLED: twoFactorOff,
  BACKUP_CODES_NOT_ENABLED: twoFactorOff,
  TOTP_ALREADY_ENABLED: { status: 409, code: 'auth.two_factor_on' },
  INVALID_ORIGIN: foreign,
  MISSING_OR_NULL_ORIGIN: foreign,
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: foreign,
};

/** Codes of a person's second factor lock for this long after ten failures (better-auth's own rule). */
const twoFactorLockSeconds = 15 * 60;

/**
 * A response of better-auth that is no success, as our problem. `fieldNames` are the fields of the request, so that
 * a fault of "the password" is shown at the field that the form has. Throws when it is a failure of ours.
 */
export async function refusal(response: Response, fieldNames: readonly string[]): Promise<Problem> {
  const code = codeIn(await response.text());
  if (response.status === 429)
    return rateLimited(Number(response.headers.get('x-retry-after')) || twoFactorLockSeconds);
  const known = refusals[code];
  if (known?.field !== undefined) {
    return invalidField(formField(code, known.field, fieldNames), known.code, known.params);
  }
  if (known) return new Problem(known.status, known.code, known.params);
  if (response.status === 401) return new Problem(401, signedOut.code);
  if (response.status < 500)
    return new Problem(response.status, 'auth.refused', { reason: code || response.status });
  throw new Error(`better-auth answered ${response.status} ${code}`);
}

export const rateLimited = (seconds: number) =>
  new Problem(429, 'auth.rate_limited', { seconds, minutes: Math.ceil(seconds / 60) });

/** When a password is changed there are two: the old one may be wrong, the new one too short. */
function formField(code: string, name: string, fieldNames: readonly string[]): string {
  if (name !== 'password' || !fieldNames.includes('newPassword')) return name;
  return code === 'INVALID_PASSWORD' ? 'currentPassword' : 'newPassword';
}

function codeIn(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  } catch {
    return '';
  }
}
