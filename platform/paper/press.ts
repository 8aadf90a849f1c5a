import { fork, type ChildProcess } from 'node:child_process';
import type { Buffer } from 'node:buffer';
import { fileURLToPath } from 'node:url';
import { Problem } from '../http/problem.ts';
import type { Book } from './book.ts';
import type { Read } from './lost.ts';
import type { Paper } from './paper.ts';
import type { Format, Prints, Reply, Task } from './task.ts';

/**
 * Papers are set in a process of their own, which ends when it has nothing to do: the compiler and its fonts need more
 * memory than the whole server, and a file that was made to hang its reader hangs only that.
 */
const idleMs = 15_000;
const limitMs = 60_000;
/** A book is made in the background, of hundreds of records, on a machine that has other things to do. */
const bookLimitMs = 10 * limitMs;
/** The compiler keeps some of every book that it has set, even after it was let go of; only the end of its process frees that. */
const booksPerPress = 32;
/** Each of the compiler's threads would keep a heap of its own, thirty megabytes of freed memory in all; known to glibc. */
const oneHeap = { MALLOC_ARENA_MAX: '1' };

type Waiting = {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
};
type Press = {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Waiting>;
  idle: NodeJS.Timeout | undefined;
  books: number;
};

let running: Press | undefined;
let last = 0;

function start(): Press {
  const child = fork(fileURLToPath(new URL('press.child.ts', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=384', '--expose-gc'],
    env: { ...process.env, ...oneHeap },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const press: Press = { child, waiting: new Map(), idle: undefined, books: 0 };
  const end = (why: string) => {
    if (running === press) running = undefined;
    for (const one of press.waiting.values()) one.reject(new Error(`the press ended: ${why}`));
    press.waiting.clear();
  };
  child.on('message', (reply: Reply) => press.waiting.get(reply.id)?.resolve(reply));
  child.on('error', (error) => end(error.message));
  child.on('exit', (code, signal) => end(signal ?? String(code)));
  return press;
}

async function ask(task: Task): Promise<Reply> {
  running ??= start();
  const press = running;
  if (task.kind === 'book') press.books += 1;
  const id = (last += 1);
  const limit = task.kind === 'book' ? bookLimitMs : limitMs;
  clearTimeout(press.idle);
  // Whoever waits for an answer is not ended for want of work; whoever has none does not keep the server alive.
  press.child.ref();
  press.child.channel?.ref();
  try {
    return await new Promise<Reply>((resolve, reject) => {
      const tooLong = () => {
        reject(new Problem(422, 'paper.took_too_long', { seconds: limit / 1000 }));
        press.child.kill('SIGKILL');
      };
      press.waiting.set(id, { resolve, reject, timer: setTimeout(tooLong, limit) });
      press.child.send({ id, task }, (error) => {
        if (error) reject(error);
      });
    });
  } finally {
    clearTimeout(press.waiting.get(id)?.timer);
    press.waiting.delete(id);
    if (press.waiting.size === 0) {
      press.child.unref();
      press.child.channel?.unref();
      clearTimeout(press.idle);
      if (press.books < booksPerPress) press.idle = setTimeout(() => press.child.kill(), idleMs).unref();
      else {
        if (running === press) running = undefined;
        press.child.kill();
      }
    }
  }
}

function failure(reply: Reply): Error {
  if ('refused' in reply)
    return new Problem(reply.refused.status, reply.refused.code, reply.refused.params);
  return new Error('failed' in reply ? reply.failed : 'the press gave another answer than was asked for');
} // prettier-ignore

/** The paper in the formats asked for: the same paper is the same bytes. */
export async function print(paper: Paper, formats: readonly Format[]): Promise<Prints> {
  const reply = await ask({ kind: 'print', paper, formats });
  if ('prints' in reply) return reply.prints;
  throw failure(reply);
}

/** The book as a PDF: the same book is the same bytes. */
export async function printBook(book: Book): Promise<Prints> {
  const reply = await ask({ kind: 'book', book });
  if ('prints' in reply) return reply.prints;
  throw failure(reply);
}

/** A Word file as Markdown; throws a Problem that names what is wrong with it. */
export async function readWord(file: Buffer): Promise<Read> {
  const reply = await ask({ kind: 'read', file });
  if ('read' in reply) return reply.read;
  throw failure(reply);
}
