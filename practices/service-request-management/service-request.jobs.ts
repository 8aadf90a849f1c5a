import { system } from '../../kernel/access/actor.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';

type Due = {
  readonly name: string;
  readonly type: 'access-grant' | 'service-request';
  readonly text: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
};

/** Access that has reached its end is taken away. */
const accessOver: Due = {
  name: 'access_over',
  type: 'access-grant',
  text: `select a.id from access_grant a join record r on r.id = a.id
    where r.open and a.until < $1::timestamptz::date order by a.id`,
  action: 'end',
  input: { endCode: 'expired', reason: '@access_grant.reason.expired' },
};

/** [STD] Access is reviewed: when it falls due, its owner has to say whether it is still needed. */
const reviewDue: Due = {
  name: 'access_review_due',
  type: 'access-grant',
  text: `select a.id from access_grant a join record r on r.id = a.id
    where r.state = 'active' and a.recertify_due <= $1::timestamptz::date and a.until >= $1::timestamptz::date order by a.id`,
  action: 'open_review',
  input: {},
};

const unanswered: Due = {
  name: 'requests_to_close',
  type: 'service-request',
  text: `select s.id from service_request s join record r on r.id = s.id
    where s.closes_at <= $1 and r.state = 'fulfilled' order by s.closes_at`,
  action: 'auto_close',
  input: { reason: '@service_request.reason.no_answer' },
};

export const reviewAccess = defineJob({
  name: 'access-reviews',
  cron: '15 * * * *',
  run: async (house) => {
    await actOnEach(house, accessOver);
    await actOnEach(house, reviewDue);
  },
});

export const closeFulfilled = defineJob({
  name: 'service-request-close-fulfilled',
  cron: '*/10 * * * *',
  run: (house) => actOnEach(house, unanswered),
});

/** Each in its own transaction: what one refuses (it changed meanwhile) keeps none of the others back. */
async function actOnEach(house: House, { name, type, text, action, input }: Due): Promise<void> {
  const due = await onConnection(house.pool, (tx) =>
    tx.run<{ id: string }>(name, text, [new Date(house.now()).toISOString()]),
  );
  const failures: unknown[] = [];
  for (const { id } of due) {
    try {
      await begin(house, (work) => act(work, { type, id }, action, system(), input));
    } catch (error) {
      if (!(error instanceof Problem && error.status === 409)) failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${name}: ${failures.length} of ${due.length} failed`);
}
