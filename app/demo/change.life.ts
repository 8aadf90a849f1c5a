import { decideApproval } from '../../kernel/approval/decide.ts';
import { Problem } from '../../platform/http/problem.ts';
import { isFrozen, nextBoard } from './change.calendar.ts';
import { carriedOut } from './change.carried-out.ts';
import { filled, hands, leads, office, subjectsOf, Told, type ChangePlan } from './change.told.ts';
import { plans, risks, said } from './change.texts.ts';
import { dayMs, hourMs, iso, minuteMs, type Demo, type Input } from './context.ts';
import { people } from './organisation.data.ts';
import type { Life } from './timeline.ts';

/** 8.5.1: from the request to the review, by the people who would have done it. */
export async function* changeLife(demo: Demo, asPlanned: ChangePlan): Life {
  let plan = asPlanned;
  const { random, team, on } = plan;
  const requester = random.pick(hands(team));
  const implementer = random.pick(hands(team));
  const language = people.find(({ key }) => key === requester)?.language ?? 'zh-CN';
  const words = said[language];
  const inWords = (text: { zh: string; en: string }) => filled(text[language === 'en' ? 'en' : 'zh'], on[0] ?? '', random);
  yield plan.asked;
  const model = plan.category === 'standard' ? demo.ids.get(`model.${plan.model}`) : undefined;
  const category = plan.category === 'standard' && model === undefined ? 'minor' : plan.category;
  const made = await demo.create('change', await demo.as(requester, plan.asked), plan.asked, {
    title: inWords(plan.title),
    category,
    purpose: inWords(plan.purpose),
    objective: words.objective,
    subjectIds: subjectsOf(demo, on),
    plannedStartAt: iso(plan.from),
    plannedEndAt: iso(plan.to),
    teamId: demo.id(`team.${team}`),
    ...(model === undefined ? {} : { modelId: model }),
  });
  if (plan.key !== undefined) demo.ids.set(`change.${plan.key}`, made.id).set(`number.${plan.key}`, made.number);
  if (plan.end === 'refused') demo.ids.set(`refuse.${made.id}`, 'by the board');
  const told = new Told(demo, plan.asked, made);
  const step = (later: number) => (told.at = Math.round(office(told.at + later)));
  yield step(random.between(4, 30) * minuteMs);
  await told.does(requester, 'submit');
  if (plan.end === 'withdrawn') {
    yield step(2 * dayMs);
    return told.does(requester, 'withdraw', { reason: words.withdrawn });
  }
  const paper = papers(plan, language, demo, implementer);
  // Its model has authorised it already.
  if (category === 'standard') told.change = { ...told.change, state: 'approved' };
  else {
    yield step(random.between(1, category === 'minor' ? 6 : 40) * hourMs);
    await resolving(told, requester, 'assess', {
      ...paper.assessment(category === 'minor'),
      ...(plan.risk === 'high' ? paper.plan : {}),
    }, words.collision);
    yield* decided(told, plan);
  }
  if (told.change.state !== 'approved') return;
  plan = inTime(plan, told.at);
  yield (told.at = Math.round(Math.max(told.at + minuteMs, Math.min(office(told.at + random.between(20, 300) * minuteMs), plan.from - 30 * minuteMs))));
  await resolving(told, requester, 'schedule', { ...paper.plan, plannedStartAt: iso(plan.from), plannedEndAt: iso(plan.to), implementerId: demo.id(implementer) }, words.collision);
  yield* carriedOut(told, plan, { implementer, requester, language });
} // prettier-ignore

/** Decided too late for its window, it takes the next one at the same hour. */
function inTime(plan: ChangePlan, at: number): ChangePlan {
  let { from, to } = plan;
  while (from < at + 40 * minuteMs || isFrozen(from, to)) [from, to] = [from + dayMs, to + dayMs];
  return { ...plan, from, to };
}

/** What collides is talked over with those whose it is, and then it is tried again. */
async function resolving(told: Told, who: string, name: string, input: Input, talked: string): Promise<void> {
  try {
    await told.does(who, name, input);
  } catch (error) {
    const collides = error instanceof Problem && error.fields.some(({ code }) => code === 'change.collides');
    if (!collides) throw error;
    await told.does(who, name, { ...input, collisionResolution: talked });
  }
}

function papers(plan: ChangePlan, language: 'en' | 'zh-CN', demo: Demo, implementer: string) {
  const words = said[language];
  const { steps, back } = plans[plan.work][language];
  const name = (text: string) => text.replaceAll('{on}', plan.on[0] ?? '');
  const nights = plan.risk !== 'low';
  return {
    assessment: (brief: boolean) => ({
      category: plan.category === 'standard' ? 'minor' : plan.category,
      implementerId: demo.id(implementer),
      riskAnswers: risks[plan.risk],
      impactAnswers: Object.fromEntries(
        Object.entries(words.areas).map(([area, text]) => [
          area,
          { affected: area === 'services' && nights, text: brief && area !== 'services' ? '' : text },
        ]),
      ),
      costCents: plan.category === 'major' ? 68_000_000 : plan.random.between(0, 40) * 50_000,
      benefit: words.benefit,
      feasibility: words.feasibility,
      resources: words.resources,
      ...(plan.consent === true ? { needsCustomerApproval: true } : {}),
    }),
    plan: {
      implementationPlan: steps.map((title, i) => ({
        title: name(title),
        responsibleId: demo.id(implementer),
        minutes: 15 + i * 20,
      })),
      backOutPlan: {
        kind: 'reverse',
        steps: back.map((title) => ({ title: name(title) })),
        decisionPoint: words.decision,
        minutes: 20,
        tested: true,
        testNote: words.backTested,
      },
      testEvidence: words.test,
      ...(nights
        ? { windowBasis: 'agreed_maintenance', windowEvidence: words.window, downtimeMinutes: plan.random.between(0, 4) * 5 }
        : { windowBasis: 'no_interruption', downtimeMinutes: 0 }),
    },
  };
} // prettier-ignore

/** Step by step, until everybody who is asked has spoken; the board's changes wait for its day first. */
async function* decided(told: Told, plan: ChangePlan): Life {
  const { demo } = told;
  for (let first = true; ; first = false) {
    const { rows } = await demo.house.pool.query<{ id: string; approvers: string[]; spoken: string[]; state: string }>(
      `select a.id, s.approver_ids as approvers, r.state,
         array(select unnest(array[d.approver_id, d.decided_by]) from approval_decision d where d.approval_id = a.id and d.n = s.n) || a.not_by as spoken
       from record r left join approval a on a.record_id = r.id and a.state = 'open' left join approval_step s on s.approval_id = a.id and s.state = 'open'
       where r.id = $1`,
      [told.change.id],
    );
    const [open] = rows;
    if (!open || open.state !== 'assessed' || open.id === null) {
      told.change = { ...told.change, state: open?.state ?? '' };
      return;
    }
    const again = demo.ids.delete(`waits.${told.change.id}`);
    // What the board is to refuse waits for it as long as there is time.
    const forBoard = demo.ids.has(`refuse.${told.change.id}`) && nextBoard(told.at) + hourMs < plan.from - dayMs;
    if (again || forBoard || (first && (plan.risk === 'high' || plan.category === 'major'))) {
      yield (told.at = nextBoard(told.at) + hourMs);
      continue;
    }
    const waits = first ? plan.random.between(20, 600) : plan.random.between(30, 400);
    yield (told.at = Math.round(Math.max(told.at + minuteMs, Math.min(office(told.at + waits * minuteMs), plan.from - 3 * hourMs))));
    const keys = people.filter(({ key }) => open.approvers.includes(demo.id(key)) && !open.spoken.includes(demo.id(key)));
    const who = keys.find(({ key }) => key === 'p.xie' || key === leads[plan.team]) ?? keys[0];
    if (!who) return;
    // Where the board did not come to it, whoever is asked first refuses it.
    const rejects = plan.end === 'rejected' || plan.end === 'refused';
    const actor = await demo.as(who.key, told.at);
    await demo.together(told.at, (work) =>
      decideApproval(work, open.id, rejects ? 'reject' : 'approve', { ...actor, id: demo.id(who.key) }, rejects ? { reason: said[who.language].rejected } : {}));
    demo.done.acts += 1;
  }
} // prettier-ignore
