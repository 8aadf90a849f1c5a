import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { holds, remitsOf, type Actor } from '../../kernel/access/actor.ts';
import { notYours } from '../../kernel/access/not-yours.ts';
import { dayIn } from '../../kernel/calendar/home-days.ts';
import { staffOf } from '../../kernel/practice/caller.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { begin, create } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, invalidField } from '../../platform/http/problem.ts';
import { query, route } from '../../platform/http/route.ts';
import { standard } from '../../standard/catalogue.ts';
import { phasedPlan, type Gap } from './first-path.ts';

const tag = 'readiness';
const asked = z.strictObject({ startsOn: z.iso.date().optional() });
const chosen = z.strictObject({
  clause: z.string().max(20),
  ownerId: z.uuid(),
  startsOn: z.iso.date(),
  dueOn: z.iso.date(),
});
const body = z.strictObject({ startsOn: z.iso.date(), steps: z.array(chosen).min(1).max(100) });

/** Gaps that people found and that no action closes yet. */
const openGaps = (tx: Tx) =>
  tx.run<Omit<Gap, 'clause'>>(
    'first_path_gaps',
    `select t.requirement, r.owner_id as "ownerId", t.effort_days as "effortDays"
     from requirement_assessment t join record r on r.id = t.id
     where t.standard = $1 and t.gap_status in ('partly', 'missing') and not exists (
       select 1 from gap_action g join record gr on gr.id = g.id where gr.state <> 'cancelled' and t.requirement = any(g.requirements))
     order by t.requirement`,
    [standard().key],
  );

async function stepsOf(tx: Tx, startsOn: string) {
  const clauses = new Map(standard().requirements.map(({ id, clause }) => [id, clause]));
  const gaps = (await openGaps(tx)).flatMap((gap) => {
    const clause = clauses.get(gap.requirement);
    return clause === undefined ? [] : [{ ...gap, clause }];
  });
  return phasedPlan(gaps, startsOn);
}

/** How far a new organisation is: who learnt, what was rated, what is planned. */
async function standing(tx: Tx) {
  const [row] = await tx.run<{ courses: number; held: number; passed: number; rated: number; gaps: number; actions: number }>(
    'first_path_standing',
    `select (select count(*) from record where type = 'training-course' and state = 'offered')::int as courses,
       (select count(*) from record where type = 'training-session' and state in ('held', 'checked'))::int as held,
       (select count(distinct person_id) from quiz_attempt where passed)::int as passed,
       (select count(*) filter (where gap_status <> 'not_assessed') from requirement_assessment where standard = $1)::int as rated,
       (select count(*) filter (where gap_status in ('partly', 'missing')) from requirement_assessment where standard = $1)::int as gaps,
       (select count(*) from record where type = 'gap-action' and state <> 'cancelled')::int as actions`,
    [standard().key],
  );
  return row ?? { courses: 0, held: 0, passed: 0, rated: 0, gaps: 0, actions: 0 };
} // prettier-ignore

const titleOf = (clause: string, { language }: Actor) =>
  standard().requirements.find((one) => one.clause === clause || one.clause.startsWith(`${clause}.`))?.title[
    language
  ] ?? '';

/** Learn, compare, plan in phases: the three steps of an organisation that begins. */
export function firstPathRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const inside = async (request: FastifyRequest, access: 'read' | 'write' = 'read') => {
    const actor = await staffOf(house, request, tag, access);
    if (remitsOf(actor)) throw forbidden('evidence.whole_system_only');
    return actor;
  };
  const today = () => dayIn(house.reference.settings, house.now());

  route(app, {
    method: 'GET', path: '/api/v1/readiness/first-path', id: 'readiness_first_path', tag, query: asked,
    summary: 'The three steps of a beginning: what was learnt, what was rated, and a plan in phases for the gaps without an action',
  }, async (request) => {
    const actor = await inside(request);
    const { startsOn = today() } = parse(asked, query(request), actor.language);
    return onConnection(house.pool, async (tx) => ({
      ...(await standing(tx)),
      of: standard().requirements.length,
      startsOn,
      steps: (await stepsOf(tx, startsOn)).map((step) => ({ ...step, title: titleOf(step.clause, actor) })),
    }));
  });

  route(app, {
    method: 'POST', path: '/api/v1/readiness/first-path', id: 'make_first_path', tag, body,
    summary: 'Makes the chosen actions in one step; gaps that have an action already get no second one',
  }, async (request) => {
    const actor = await inside(request, 'write');
    if (!['sms-manager', 'top-management'].some((role) => holds(actor, role))) throw notYours(['sms-manager', 'top-management']);
    const { startsOn, steps } = parse(body, request.body, actor.language);
    return begin(house, async (work) => ({ made: await make(work, actor, startsOn, steps, words) }));
  });
} // prettier-ignore

async function make(work: Work, actor: Actor, startsOn: string, chosenSteps: readonly z.output<typeof chosen>[], words: WordsFor) {
  await work.run('first_path_lock', `select pg_advisory_xact_lock(hashtextextended('servanda:first-path', 0))`);
  const there = new Map((await stepsOf(work, startsOn)).map((step) => [step.clause, step]));
  const made: string[] = [];
  for (const [i, { clause, ownerId, startsOn: from, dueOn }] of chosenSteps.entries()) {
    if (dueOn < from) throw invalidField(`steps.${i}.dueOn`, 'problem.dates_reversed', { from, to: dueOn });
    const step = there.get(clause);
    // Somebody planned it meanwhile, or it was sent twice.
    if (!step) continue;
    there.delete(clause);
    const title = words('first_path.title_of', { clause, title: titleOf(clause, actor) }, actor.language).slice(0, 200);
    const record = await create(work, 'gap-action', actor, {
      title, requirements: step.requirements.slice(0, 60), ownerId, startsOn: from, dueOn, ...(step.effortDays > 0 ? { effortDays: step.effortDays } : {}),
    }); // prettier-ignore
    made.push(record.number);
  }
  return made;
} // prettier-ignore
