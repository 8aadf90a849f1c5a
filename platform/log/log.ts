import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Keys whose values never reach a log, at the top of an entry or one or two levels down. */
const secretKeys = [
  'password',
  'passwd',
  'secret',
  'token',
  'authorization',
  'cookie',
  'apiKey',
  'connectionString',
];
const paths = [
  ...secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
  '*.headers["set-cookie"]',
  '*.headers["x-api-key"]',
];

/** One JSON object per line in production, readable lines otherwise. */
export function createLog(options: { level: string; production: boolean }): Log {
  const destination = options.production ? pino.destination({ fd: 1, sync: true }) : readable;
  return pino({ level: options.level, base: null, redact: { paths, censor: '[hidden]' } }, destination);
}

const readable = {
  write(line: string): void {
    process.stdout.write(toReadable(line));
  },
};

/** `12:30:05 warn  message key=value`, with a stack below when there is one. */
function toReadable(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as {
    level: number;
    time: number;
    msg?: string;
    err?: { message?: string; stack?: string };
    [key: string]: unknown;
  };
  const label = (pino.levels.labels[level] ?? String(level)).padEnd(5);
  const clock = new Date(time).toTimeString().slice(0, 8);
  const details = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const stack = err ? `\n${err.stack ?? err.message ?? ''}` : '';
  return `${[clock, label, msg ?? '', ...details].join(' ').trimEnd()}${stack}\n`;
}
