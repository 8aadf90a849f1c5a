import { onClock } from './on-clock.ts';

/** One field's fault in a problem document. */
export type FieldError = {
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly found?: string;
};

type ProblemDocument = {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly code: string;
  readonly requestId?: string;
  readonly errors?: readonly FieldError[];
};

/** What every failed call throws: the server's RFC 9457 document, or ours when there was no answer. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldError[];
  /** The whole document: some problems bring what is needed to go on. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(problem: ProblemDocument) {
    super(onClock(problem.detail ?? problem.title, language));
    this.name = 'ProblemError';
    this.status = problem.status;
    this.code = problem.code;
    this.title = onClock(problem.title, language);
    this.detail = problem.detail === undefined ? undefined : onClock(problem.detail, language);
    this.requestId = problem.requestId;
    this.errors = (problem.errors ?? []).map((one) => ({ ...one, message: onClock(one.message, language) }));
    this.more = { ...problem };
  }
}

export const isProblem = (error: unknown, ...statuses: number[]): error is ProblemError =>
  error instanceof ProblemError && (statuses.length === 0 || statuses.includes(error.status));

type Options = {
  readonly body?: unknown;
  /** The version the caller saw; sent as If-Match. */
  readonly version?: number;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
};
export type Answer<T> = { readonly status: number; readonly data: T };

let language = 'en';
/** Set by the i18n start and by every change of language. */
export const speak = (next: string) => {
  language = next;
};

/** `path` from the root (`/api/…`), or below `/api/v1` when it starts with neither. */
const address = (path: string) => (path.startsWith('/api/') ? path : `/api/v1${path}`);

export async function call<T>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
  const { body, version, signal, idempotencyKey } = options;
  const form = body instanceof FormData;
  const headers = new Headers({ accept: 'application/json', 'accept-language': language });
  if (body !== undefined && !form) headers.set('content-type', 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  const response = await reach(address(path), {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const data: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, data);
  return { status: response.status, data: data as T };
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError({ status: 0, code: 'ui.offline', title: 'offline' });
  }
}

function problemOf(status: number, data: unknown): ProblemError {
  const found =
    typeof data === 'object' && data !== null
      ? (data as Partial<ProblemDocument> & { message?: string })
      : {};
  return new ProblemError({
    ...found,
    status,
    code: found.code ?? 'ui.unexpected',
    title: found.title ?? found.message ?? '',
  });
}

const only =
  (method: string) =>
  async <T>(path: string, body?: unknown, options: Omit<Options, 'body'> = {}): Promise<T> =>
    (await call<T>(method, path, { ...options, body })).data;

export const api = {
  get: async <T>(path: string, signal?: AbortSignal): Promise<T> =>
    (await call<T>('GET', path, signal === undefined ? {} : { signal })).data,
  post: only('POST'),
  put: only('PUT'),
  patch: only('PATCH'),
  delete: only('DELETE'),
};
