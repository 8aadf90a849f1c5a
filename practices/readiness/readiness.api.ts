import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { visible } from '../../kernel/access/access.ts';
import { answersTo, remitsOf, type Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { requirementNamed, standard } from '../../standard/catalogue.ts';
import { parts, themes, themesOf } from '../../standard/themes.ts';
import { sql } from 'kysely';
import { gapAction } from './gap-action.record.ts';
import { journey } from './journey.ts';
import { readinessMap } from './readiness.map.ts';
import { trialRun } from './trial-run.ts';
import { typicalGap } from './typical-gaps.ts';

const dayQuery = z.object({ day: z.iso.date().optional() });

/** The map of the standard, the plan, the mapping to other standards and the gate before an audit. For who works inside. */
export function readinessRoutes(app: FastifyInstance, house: House): void {
  const get = (
    path: string,
    id: string,
    summary: string,
    answer: (tx: Tx, actor: Actor, request: FastifyRequest) => Promise<unknown>,
    query?: z.ZodType,
  ) =>
    route(
      app,
      { method: 'GET', path: `/api/v1/readiness${path}`, id, tag: 'readiness', summary, ...(query ? { query } : {}) },
      async (request) => {
        const actor = await actorOf(house, request, 'readiness', 'read');
        if (!isStaff(actor)) throw forbidden('evidence.inside_only');
        return onConnection(house.pool, (tx) => answer(tx, actor, request));
      },
    ); // prettier-ignore

  get('', 'readiness', 'Every requirement with its answer, its gap, and what an auditor would find', (tx, actor, request) =>
    readinessMap(tx, house, actor, dayOf(request)), dayQuery); // prettier-ignore

  get('/requirements/{requirement}', 'readiness_of', 'What stands around one requirement: its typical gap and its themes', async (_tx, actor, request) => {
    const found = requirementNamed(param(request, 'requirement'));
    if (!found) throw notFound('requirement', param(request, 'requirement'));
    if (!answersTo(actor, found.id)) throw forbidden('evidence.outside_audit', { requirement: found.id });
    const { requirements } = standard();
    const at = requirements.indexOf(found);
    const gap = typicalGap(found.id);
    return {
      requirement: found.id,
      before: requirements[at - 1]?.id ?? null,
      after: requirements[at + 1]?.id ?? null,
      typicalGap: gap ? { group: gap.group, text: gap.text[actor.language] } : null,
      standards: themes().standards,
      themes: themesOf(found.clause).map((theme) => shown(theme, actor)),
    };
  }); // prettier-ignore

  get('/themes', 'readiness_themes', 'Where ISO 9001 and ISO/IEC 27001 speak of the same thing, and what can be shared', async (_tx, actor) => ({
    standard: standard().name,
    standards: themes().standards,
    parts: parts().map(({ title, relation, ...part }) => ({ ...part, title: title[actor.language], relation: relation[actor.language] })),
    items: themes().themes.map((theme) => shown(theme, actor)),
  })); // prettier-ignore

  get('/trial-run', 'readiness_trial_run', 'What must be there before the certification audit, as far as it can be computed', (tx, actor) => {
    // The gate looks at everything, and says how it stands.
    if (remitsOf(actor)) throw forbidden('evidence.whole_system_only');
    return trialRun(tx, house);
  }); // prettier-ignore

  get('/journey', 'readiness_journey', 'The way to a certificate, stage by stage, as far as it can be computed', async (tx, actor) => {
    if (remitsOf(actor)) throw forbidden('evidence.whole_system_only');
    return { items: await journey(tx, house) };
  }); // prettier-ignore

  get('/plan', 'readiness_plan', 'All actions that close gaps, with their days and what they depend on', async (tx, actor) => ({
    today: dayIn(house.reference.settings, house.now()),
    items: await planned(tx, actor),
  })); // prettier-ignore
}

type Shown = ReturnType<typeof themesOf>[number];
const shown = ({ key, title, clauses, others, practices, share, how }: Shown, { language }: Actor) => ({
  key,
  title: title[language],
  clauses,
  others,
  practices: practices.map((one) => one[language]),
  share,
  how: how[language],
});

/** More than any plan has; a plan is looked at as a whole. */
const mostShown = 2000;

async function planned(tx: Tx, actor: Actor) {
  const { rows } = await sql<{ id: string }>`
    select r.id, r.number, r.title, r.state, r.version, r.owner_id as "ownerId", o.title as owner, r.created_at as "createdAt",
      to_char(t.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(t.due_on, 'YYYY-MM-DD') as "dueOn", t.progress,
      t.effort_days as "effortDays", t.depends_on_ids as "dependsOnIds", t.requirements, t.done_at as "doneAt"
    from gap_action t join record r on r.id = t.id left join record o on o.id = r.owner_id
    where ${visible(gapAction.access, actor)} order by t.starts_on nulls last, t.due_on, r.id limit ${mostShown}`.execute(
    tx.db,
  );
  return rows;
}

function dayOf(request: FastifyRequest): string | undefined {
  const { day } = query(request);
  if (day === undefined) return undefined;
  if (!z.iso.date().safeParse(day).success) throw invalidField('day', 'calendar.date', {}, day);
  return day;
}
