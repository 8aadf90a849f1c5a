import { notYours } from '../../kernel/access/not-yours.ts';
import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { staff } from '../../kernel/access/roles.ts';
import { staffOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { begin } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import type { RecordType } from '../../kernel/record/record.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { acknowledgeCampaign, addresseesOf, countsOf, saidOf } from './acknowledgement.store.ts';
import { awarenessCampaign } from './campaign.record.ts';
import { leaders } from './competence.access.ts';
import { leads } from './competence.rules.ts';
import { trainingCourse } from './course.record.ts';
import { coursesFor, standings, type Asked } from './learning.queries.ts';
import { quizInUse } from './training.queries.ts';

const looksOn = (actor: Actor) =>
  leads(actor) || holds(actor, 'internal-auditor') || holds(actor, 'external-auditor');

async function insider(house: House, request: FastifyRequest, scope: 'read' | 'write', of: string): Promise<Actor & { id: string }> {
  const actor = await staffOf(house, request, of, scope);
  const { id } = actor;
  if (id === null) throw notYours(staff);
  return { ...actor, id };
} // prettier-ignore

async function found(tx: Tx, type: RecordType, actor: Actor, number: string) {
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
  return stored.record;
}

/** Running campaigns, and whether this person is asked by each. */
async function campaignsOf(tx: Tx, personId: string, day: string): Promise<Asked[]> {
  const rows = await tx.run<Asked & { id: string }>(
    'campaigns_running',
    `select r.id, r.number, r.title, t.topics, t.due_on::text as "dueOn", k.at from awareness_campaign t join record r on r.id = t.id
     left join awareness_acknowledgement k on k.campaign_id = r.id and k.person_id = $1
     where r.state = 'running' order by t.due_on, r.number limit 50`,
    [personId],
  );
  const mine: Asked[] = [];
  for (const { id, ...row } of rows) if ((await addresseesOf(tx, id, day)).includes(personId)) mine.push(row);
  return mine;
}

const said = z.strictObject({ contribution: plain(2000).optional() });

export const competenceRoutes: RouteSet = (app, house) => {
  const today = () => dayIn(house.reference.settings, house.now());

  route(app, {
    method: 'GET', path: '/api/v1/competence/overview', id: 'competence_overview', tag: 'competence',
    summary: 'Every role that is held, by whom, with profile, assessment and open gaps',
  }, async (request) => {
    const actor = await insider(house, request, 'read', 'competence-assessments');
    if (!looksOn(actor)) throw notYours(leaders);
    return onConnection(house.pool, async (tx) => ({ today: today(), items: await standings(tx, today()) }));
  });

  route(app, {
    method: 'GET', path: '/api/v1/learning/mine', id: 'my_learning', tag: 'competence',
    summary: 'My learning path by role with what I attended and passed, and what I am asked to know',
  }, async (request) => {
    const actor = await insider(house, request, 'read', 'training-courses');
    const now = new Date(house.now()).toISOString();
    return onConnection(house.pool, async (tx) => ({
      today: today(),
      personId: actor.id,
      courses: await coursesFor(tx, actor.id, today(), now),
      campaigns: await campaignsOf(tx, actor.id, today()),
    }));
  });

  route(app, {
    method: 'GET', path: '/api/v1/training-courses/{number}/quiz', id: 'course_quiz', tag: 'training-courses',
    summary: 'The questions of a course as they are put: without the right answers',
  }, async (request) => {
    const actor = await insider(house, request, 'read', 'training-courses');
    return onConnection(house.pool, async (tx) => {
      const course = await found(tx, trainingCourse, actor, param(request, 'number'));
      const quiz = await quizInUse(tx, course.id);
      if (!quiz) throw conflict('quiz_attempt.no_quiz');
      return {
        courseId: course.id,
        title: course.title,
        passMark: quiz.passMark,
        questions: quiz.questions.map(({ question, options, right }) => ({ question, options, several: right.length > 1 })),
      };
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/awareness-campaigns/{number}/coverage', id: 'campaign_coverage', tag: 'awareness-campaigns',
    summary: 'How many are asked and have said that they know; who, for those who lead',
  }, async (request) => {
    const actor = await insider(house, request, 'read', 'awareness-campaigns');
    return onConnection(house.pool, async (tx) => {
      const { id } = await found(tx, awarenessCampaign, actor, param(request, 'number'));
      const counts = await countsOf(tx, id, today());
      const people = await saidOf(tx, id, today());
      const me = people.find((one) => one.id === actor.id);
      return { ...counts, mine: { asked: me !== undefined, at: me?.at ?? null }, people: looksOn(actor) ? people : [] };
    });
  });

  route(app, {
    method: 'POST', path: '/api/v1/awareness-campaigns/{number}/acknowledgement', id: 'acknowledge_campaign', tag: 'awareness-campaigns',
    body: said, status: 201,
    summary: 'I know it; where the campaign asks for it, with how my own work contributes',
  }, async (request) => {
    const actor = await insider(house, request, 'write', 'awareness-campaigns');
    const { contribution } = parse(said, request.body ?? {}, actor.language);
    await begin(house, async (work) => {
      const { id } = await found(work, awarenessCampaign, actor, param(request, 'number'));
      await acknowledgeCampaign(work, id, actor, contribution ?? null, today());
    });
    return { acknowledged: true };
  });
}; // prettier-ignore
