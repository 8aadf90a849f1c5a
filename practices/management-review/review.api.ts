import { paperQuery, sendPaper } from '../../platform/paper/serve.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { parse } from '../../kernel/record/input.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, notFound, Problem } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { buildInputs, differences } from './review.inputs.ts';
import type { ManagementReview } from './review.fields.ts';
import { minutesPaper } from './review.paper.ts';
import { managementReview } from './review.record.ts';

const about = { tag: 'management-reviews', method: 'GET' } as const;

/** The inputs as they were and as they would be now, and the minutes on paper. */
export function reviewRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const inside = async (request: FastifyRequest) => {
    const actor = await actorOf(house, request, 'management-reviews', 'read');
    if (!isStaff(actor)) throw forbidden('evidence.inside_only');
    return actor;
  };

  route(app, {
    ...about, path: '/api/v1/management-reviews/{number}/inputs', id: 'review_inputs',
    summary: 'The twelve inputs as they were frozen, as they would be now, and what differs',
  }, async (request) => {
    const actor = await inside(request);
    return onConnection(house.pool, async (tx) => {
      const review = await seen(tx, actor, param(request, 'number'));
      const now = await buildInputs(tx, house, review);
      return { frozenAt: review.frozenAt, frozen: review.inputs, now, notes: review.inputNotes ?? {}, changes: review.inputs ? differences(review.inputs, now) : [] };
    });
  }); // prettier-ignore

  route(app, {
    ...about, path: '/api/v1/management-reviews/{number}/minutes', id: 'review_minutes', query: paperQuery, responseType: 'application/pdf',
    summary: 'The signed minutes, as PDF or Word',
  }, async (request, reply) => {
    const actor = await inside(request);
    const { format, language = actor.language } = parse(paperQuery, query(request), actor.language);
    const { review, publisher } = await onConnection(house.pool, async (tx) => ({
      review: await seen(tx, actor, param(request, 'number')),
      publisher: await publisherOf(tx),
    }));
    if (!review.minutes || review.signedAt === null) throw new Problem(404, 'management_review.no_minutes');
    const paper = minutesPaper(review.minutes, review.minutesHash ?? '', review.signedAt, publisher, language, (key) => words(key, {}, language));
    return sendPaper(reply, paper, format, `inline; filename="${review.number}.${format}"`);
  }); // prettier-ignore
}

type Seen = Pick<
  ManagementReview,
  'id' | 'number' | 'periodFrom' | 'periodTo' | 'inputs' | 'inputNotes' | 'frozenAt' | 'minutes' | 'minutesHash' | 'signedAt'
>; // prettier-ignore

async function seen(tx: Tx, actor: Actor, number: string): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select r.id, r.number, t.period_from::text as "periodFrom", t.period_to::text as "periodTo", t.inputs, t.input_notes as "inputNotes",
      t.frozen_at as "frozenAt", t.minutes, t.minutes_hash as "minutesHash", t.signed_at as "signedAt"
    from management_review t join record r on r.id = t.id
    where r.number = ${number.toUpperCase()} and ${visible(managementReview.access, actor)}`.execute(tx.db);
  if (!rows[0]) throw notFound('management-review', number);
  return rows[0];
}

async function publisherOf(tx: Tx): Promise<string> {
  const [own] = await tx.run<{ title: string }>(
    'review_publisher',
    `select r.title from organisation o join record r on r.id = o.id
     where o.kind = 'own_unit' and o.parent_id is null and r.state = 'active' order by r.id limit 1`,
  );
  return own?.title ?? '–';
}
