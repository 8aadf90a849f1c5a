import type pg from 'pg';
import { z } from 'zod';
import type { Target } from '../clock/replay.ts';
import { definePractice } from '../practice/practice.ts';
import { definePracticeServer } from '../practice/practice-server.ts';
import { defineProcess } from '../process/process.ts';
import { text } from '../record/field.ts';
import { defineRecord, type RecordOf } from '../record/record.ts';

const fields = { note: text() };
const base = ['title', 'priority', 'requesterId', 'teamId', 'occurredAt'] as const;
type Probe = RecordOf<typeof fields>;

/** A record with every kind of clock and nothing else: runs, pauses, stops; one clock begins again with each update. */
const probe = defineRecord({
  type: 'probe',
  plural: 'probes',
  prefix: 'PRB',
  fields,
  base,
  search: [],
  list: ['number'],
  process: defineProcess<Probe>()({
    states: { open: 'active', waiting: 'waiting', done: 'done', shut: 'closed' },
    initial: 'open',
    create: { by: ['*'], fields: [...base, 'note'] },
    edit: { from: ['open', 'waiting', 'done'], by: ['*'], fields: [...base, 'note'] },
    transitions: {
      wait: { from: ['open'], to: 'waiting', by: ['*'] },
      resume: { from: ['waiting'], to: 'open', by: ['*'] },
      finish: { from: ['open', 'waiting'], to: 'done', by: ['*'] },
      reopen: { from: ['done'], to: 'open', by: ['*'] },
      close: { from: ['done'], to: 'shut', by: ['*'] },
      update: { from: ['open', 'waiting'], by: ['*'], input: { note: z.string() }, restarts: ['update'] },
    },
    clocks: {
      response: { open: 'run', waiting: 'stop', done: 'stop', shut: 'stop' },
      resolution: { open: 'run', waiting: 'pause', done: 'stop', shut: 'stop' },
      update: { open: 'run', waiting: 'pause', done: 'stop', shut: 'stop' },
    },
    recurring: ['update'],
  }),
  access: {
    engineer: { view: 'team', act: 'team' },
    administrator: { view: 'all', act: 'all' },
    user: { view: 'own', act: 'own' },
  },
});

export type Promised = {
  agreementId: string;
  agreementVersion: number;
  calendarId: string;
  minutes: Readonly<Record<number, number>>;
};

/** `promise.now` is what its records are promised, by priority; a test changes it as an agreement would change. */
export function probes() {
  const promise: { now: Promised | null } = { now: null };
  const server = definePracticeServer({
    practice: definePractice({ name: 'probes', code: 'PRB', clauses: [], records: [probe], roles: [] }),
    targets: (_reference, record): Target | null => {
      const { now } = promise;
      const minutes = now?.minutes[record.priority ?? 0];
      if (!now || minutes === undefined) return null;
      const { agreementId, agreementVersion, calendarId } = now;
      return { agreementId, agreementVersion, calendarId, targetMs: minutes * 60_000 };
    },
  });
  const tables = async (owner: pg.Pool) => {
    await owner.query(
      'create table probe (id uuid primary key references record, note text); create sequence number_probe',
    );
  };
  return { server, promise, tables };
}
