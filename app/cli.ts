#!/usr/bin/env node
import { parseArgs } from 'node:util';
import type { Language } from '../kernel/access/actor.ts';
import { errorCode, StartProblem } from '../platform/config/problem.ts';
import { Problem } from '../platform/http/problem.ts';
import { asDate, filtersFrom, Refused, UsageError } from './cli/arguments.ts';
import type { Globals, Session } from './cli/session.ts';
import { words } from './words.ts';

// What a command needs is loaded when it is called: help and mistakes are answered at once.
const people = () => import('./cli/people.ts');
const reports = () => import('./cli/report.ts');

const options = {
  help: { type: 'boolean', short: 'h' },
  data: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean' },
  rejected: { type: 'string' },
  as: { type: 'string' },
  format: { type: 'string' },
  filter: { type: 'string', multiple: true },
  out: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string', multiple: true },
  add: { type: 'string', multiple: true },
  remove: { type: 'string', multiple: true },
  'password-stdin': { type: 'boolean' },
  scope: { type: 'string', multiple: true },
  expires: { type: 'string' },
  clause: { type: 'string' },
  process: { type: 'string' },
  secret: { type: 'boolean' },
} as const;
type Given = ReturnType<typeof readArguments>;
type Values = Given['values'];

function readArguments() {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  } catch (error) {
    throw new UsageError('wrong_use', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** First reads what it was given, which costs nothing when it is wrong; then works on the database. */
type Command = (args: readonly string[], values: Values) => (session: Session) => Promise<void>;
/** The same for what opens the database itself. */
type Alone = (args: readonly string[]) => (globals: Globals) => Promise<void>;

const need = (value: string | undefined, what: string): string => {
  if (value === undefined || value === '') throw new UsageError('missing', { what });
  return value;
};

/** Options that mean something to a command; the others would be a mistake that nobody notices. */
const commands: Readonly<Record<string, { readonly takes: readonly (keyof Values)[]; readonly args: number; readonly run: Command; readonly alone?: Alone }>> = {
  'import': {
    takes: ['mapping', 'dry-run', 'rejected', 'as'],
    args: 2,
    run: ([type, file], v) => {
      const given = { type: need(type, 'TYPE'), file: need(file, 'FILE'), mapping: v.mapping, dryRun: v['dry-run'] ?? false, rejected: v.rejected, as: v.as };
      return async (session) => (await import('./cli/import.ts')).importFile(session, given);
    },
  },
  'export': {
    takes: ['format', 'filter', 'out'],
    args: 1,
    run: ([type], v) => {
      const given = { type: need(type, 'TYPE'), format: v.format ?? 'csv', filters: filtersFrom(v.filter ?? []), out: v.out };
      return async (session) => (await import('./cli/export.ts')).exportRecords(session, given);
    },
  },
  'report import': {
    takes: [],
    args: 1,
    run: ([id]) => {
      const given = need(id, 'ID');
      return async (session) => (await reports()).reportImport(session, given);
    },
  },
  'report measures': {
    takes: ['from', 'to', 'filter'],
    args: 0,
    run: (_, v) => {
      const given = { from: v.from && asDate(v.from), to: v.to && asDate(v.to), filters: filtersFrom(v.filter ?? []) };
      return async (session) => (await reports()).reportMeasures(session, given);
    },
  },
  'backup': {
    takes: [],
    args: 1,
    run: ([file]) => {
      const given = need(file, 'FILE');
      return async (session) => (await import('./cli/backup/backup.ts')).backup(session, given);
    },
  },
  'restore': {
    takes: [],
    args: 1,
    run: () => async () => {},
    alone: ([file]) => {
      const given = need(file, 'FILE');
      return async (globals) => (await import('./cli/backup/restore.ts')).restore(globals, given);
    },
  },
  'verify': { takes: [], args: 0, run: () => async (session) => (await reports()).verifyTrail(session) },
  'sample verify': {
    takes: [],
    args: 1,
    run: ([number]) => {
      const given = need(number, 'SMP-…');
      return async (session) => (await import('./cli/audit.ts')).verifyAuditSample(session, given);
    },
  },
  'pack': {
    takes: ['clause', 'process', 'from', 'to', 'name', 'out', 'secret'],
    args: 0,
    run: (_, v) => {
      const given = {
        title: v.name ?? ['Evidence', v.clause, v.process].filter(Boolean).join(' '),
        clause: v.clause,
        process: v.process,
        from: v.from && asDate(v.from),
        to: v.to && asDate(v.to),
        out: v.out,
        secret: v.secret ?? false,
      };
      return async (session) => (await import('./cli/audit.ts')).makePack(session, given);
    },
  },
  'people list': { takes: [], args: 0, run: () => async (session) => (await people()).listPeople(session) },
  'people add': {
    takes: ['name', 'email', 'role', 'password-stdin'],
    args: 0,
    run: (_, v) => {
      const withPassword = v['password-stdin'] ?? false;
      const email = withPassword ? need(v.email, '--email') : v.email;
      const given = { name: need(v.name, '--name'), email, roles: v.role ?? [], withPassword };
      return async (session) => (await people()).addPerson(session, given);
    },
  },
  'people roles': {
    takes: ['add', 'remove'],
    args: 1,
    run: ([who], v) => {
      const person = need(who, 'PERSON');
      return async (session) => (await people()).changeRoles(session, person, v.add ?? [], v.remove ?? []);
    },
  },
  'tokens list': {
    takes: [],
    args: 1,
    run: ([who]) => {
      const person = need(who, 'PERSON');
      return async (session) => (await people()).listTokens(session, person);
    },
  },
  'tokens create': {
    takes: ['name', 'scope', 'expires'],
    args: 1,
    run: ([who], v) => {
      const person = need(who, 'PERSON');
      const given = { name: need(v.name, '--name'), scopes: v.scope ?? [], expires: v.expires && asDate(v.expires) };
      return async (session) => (await people()).createToken(session, person, given);
    },
  },
  'tokens revoke': {
    takes: [],
    args: 2,
    run: ([who, id]) => {
      const [person, token] = [need(who, 'PERSON'), need(id, 'ID')];
      return async (session) => (await people()).revokeToken(session, person, token);
    },
  },
}; // prettier-ignore
const everywhere: readonly (keyof Values)[] = ['help', 'data', 'lang', 'json'];

function languageOf(lang: string | undefined): Language {
  if (lang === undefined) return /^zh/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh-CN' : 'en';
  if (/^zh/i.test(lang)) return 'zh-CN';
  if (/^en/i.test(lang)) return 'en';
  throw new UsageError('wrong_use', { detail: `--lang ${lang}: en | zh-CN.` });
}

/** The language that errors are told in, also when the arguments cannot be read. */
const asked = process.argv.flatMap((arg, i, all) =>
  arg === '--lang' ? [all[i + 1] ?? ''] : arg.startsWith('--lang=') ? [arg.slice(7)] : [],
)[0];
let language: Language = /^zh/i.test(asked ?? process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh-CN' : 'en';

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  language = languageOf(values.lang);
  if (values.help || positionals.length === 0) {
    if (!values.help) throw new UsageError('usage');
    return console.log(words('cli.usage', {}, language));
  }
  const name = [positionals.slice(0, 2).join(' '), positionals[0] ?? ''].find((n) =>
    Object.hasOwn(commands, n),
  );
  const command = name === undefined ? undefined : commands[name];
  if (name === undefined || !command)
    throw new UsageError('unknown_command', { command: positionals.slice(0, 2).join(' ') });
  const args = positionals.slice(name.split(' ').length);
  const extra =
    args[command.args] ??
    Object.keys(values).find((key) => ![...everywhere, ...command.takes].includes(key as keyof Values));
  if (extra !== undefined) throw new UsageError('wrong_use', { detail: `${name}: ${extra}?` });
  const [run, alone] = [command.run(args, values), command.alone?.(args)];
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => interrupted.abort());
  // Behind a starter (scripts/servanda.mjs): should it be killed outright, nobody else would tell us.
  const starter = process.ppid;
  if (process.env.SERVANDA_STARTER === String(starter))
    setInterval(() => process.ppid === starter || interrupted.abort(), 500).unref();
  const { openSession } = await import('./cli/session.ts');
  const globals = { data: values.data, language, json: values.json ?? false, signal: interrupted.signal };
  if (alone) return alone(globals);
  const session = await openSession(globals);
  try {
    await run(session);
  } catch (error) {
    const { mapError } = await import('../kernel/practice/map-error.ts');
    throw mapError(session.house, error) ?? error;
  } finally {
    await session.close();
  }
  if (interrupted.signal.aborted) process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return words(`cli.${error.code}`, error.params, language);
  if (error instanceof StartProblem || error instanceof Refused) return error.message;
  if (error instanceof Problem) {
    const fields = error.fields.map(
      ({ field, code, params, found, message }) =>
        `  ${field}: ${message ?? words(code, { field, ...params }, language)}${found === undefined ? '' : ` (${found})`}`,
    );
    return [words(error.code, error.params, language), ...fields].join('\n');
  }
  if (errorCode(error) === 'ECONNREFUSED')
    return words('cli.failed', { detail: 'PostgreSQL: ECONNREFUSED' }, language);
  return words(
    'cli.failed',
    { detail: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    language,
  );
}

// Whoever reads our output may have read enough (`| head`).
process.stdout.on('error', (error) => process.exit(errorCode(error) === 'EPIPE' ? 0 : 1));

try {
  await main();
} catch (error) {
  const text = explain(error);
  if (text !== '') console.error(text);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
