import { decideApproval } from '../../kernel/approval/decide.ts';
import { delegate } from '../../kernel/approval/delegation.ts';
import { dateOf, dayMs, hourMs, local, minuteMs, startOfDay, type Demo, type Row } from './context.ts';
import { agentAt } from './incident.life.ts';
import { inLanes } from './lanes.ts';
import { people } from './organisation.data.ts';
import type { Random } from './random.ts';
import { answersTo, type Question } from './request.answers.ts';

type Model = { id: string; title: string; category: string; version: number; questions: readonly Question[] };

/** How often what is asked for, by the model's category. */
const weights: Readonly<Record<string, number>> = { access: 9, information: 8, hardware: 5, software: 4, communication: 3, change: 3, people: 2, facilities: 5, travel: 4 }; // prettier-ignore
const teamOf: Readonly<Record<string, string>> = { access: 'team.workplace', hardware: 'team.workplace', software: 'team.workplace', communication: 'team.workplace', people: 'team.workplace', change: 'team.platform', facilities: 'team.administration', travel: 'team.administration' }; // prettier-ignore
/** Offered to the firm's own units: no customer asks it for a business trip. */
const ofTheHouse = new Set(['hardware', 'software', 'people', 'facilities', 'travel']);
const perDay = 1.15;

/** 8.6.2: a year of requests from the twelve models, with their approvals and tasks. */
export async function serviceRequests(demo: Demo): Promise<void> {
  const models = await modelsIn(demo);
  for (const { id, category } of models) {
    const team = teamOf[category];
    if (team === undefined) continue;
    const at = demo.from + 30 * hourMs;
    await demo.act({ type: 'request-model', id }, 'edit', await demo.as('p.jiang', at), at, {
      teamId: demo.id(team),
      ...(ofTheHouse.has(category) ? { entitledUnitIds: [demo.id('unit.head')] } : {}),
    });
  }
  await absences(demo);
  const random = demo.random.fork('requests');
  const asked: Asked[] = [];
  for (let day = startOfDay(demo.from) + 3 * dayMs; day < demo.until; day += dayMs) {
    const { weekday } = local(day);
    const expected = weekday === 0 || weekday === 6 ? 0.2 : perDay * (weekday === 1 ? 1.5 : 1);
    const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
    for (let n = 0; n < count; n += 1) {
      const at = day + random.between(9 * 60, 18 * 60) * minuteMs;
      if (at < demo.until - 10 * minuteMs) asked.push({ at, models, random: random.fork(`${day}.${n}`) });
    }
  }
  asked.push(...askedOfDeputies(demo, models, random));
  // Whenever the demo is looked at, some wait for their approval or their first pair of hands.
  for (let n = 8; n > 0; n -= 1)
    asked.push({ at: demo.until - n * 23 * minuteMs, models, random: random.fork(`now ${n}`) });
  asked.sort((a, b) => a.at - b.at);
  for (let i = 0; i < asked.length; i += chunk) {
    const lives = [];
    // First all of them, so that their numbers are in the order in which they were asked for.
    for (const one of asked.slice(i, i + chunk)) lives.push(await request(demo, one));
    await inLanes(lives, (live) => live());
  }
}

const chunk = 40;
/** Without `by` anybody asks. */
type Asked = {
  readonly at: number;
  readonly models: readonly Model[];
  readonly random: Random;
  readonly by?: string;
};

/** While a lead is away somebody of the team asks for what only the lead approves: the deputy decides. */
function askedOfDeputies(demo: Demo, models: readonly Model[], random: Random): Asked[] {
  const remote = models.filter(({ title }) => title.includes('VPN'));
  return away.flatMap(({ who, from, to }) => {
    const at = officeTime(demo.until - Math.max(from, to) * dayMs + dayMs);
    if (at > demo.until || at < demo.from + 6 * dayMs) return [];
    return [
      { at, models: remote, random: random.fork(`away ${from}`), by: who === 'p.yu' ? 'p.dong' : 'p.xie' },
    ];
  });
}

async function modelsIn(demo: Demo): Promise<Model[]> {
  const { rows } = await demo.house.pool.query<
    Omit<Model, 'questions'> & { form: { questions: Question[] } }
  >(
    `select m.id, r.title, m.category, m.form_version as version, m.form from request_model m join record r on r.id = m.id
     where r.state = 'active' order by r.number`,
  );
  return rows.map(({ form, ...model }) => ({ ...model, questions: form.questions }));
}

/** Who is away while approvals wait: once in the summer, and now. */
const away = [
  { who: 'p.yu', deputy: 'p.cheng', from: 150, to: 164 },
  { who: 'p.zhao', deputy: 'p.su', from: 60, to: 68 },
  { who: 'p.yu', deputy: 'p.cheng', from: 1, to: -4 },
] as const;

async function absences(demo: Demo): Promise<void> {
  for (const { who, deputy, from, to } of away) {
    const [first, last] = [Math.max(from, to), Math.min(from, to)].map((days) => demo.until - days * dayMs);
    if (first === undefined || last === undefined || first < demo.from + 5 * dayMs) continue;
    const at = first - dayMs;
    const actor = await demo.as(who, at);
    const given = { deputyId: demo.id(deputy), from: dateOf(first), to: dateOf(last) };
    await demo.together(at, (work) => delegate(work, { ...actor, id: demo.id(who) }, given));
  }
}

const askers = people.filter(
  (p) => p.unit.startsWith('unit.') && !p.roles.some((r) => r.role === 'top-management'),
);

/** Asks for it; what is answered tells the rest of its life. */
async function request(demo: Demo, { at: asked, models, random, by }: Asked): Promise<() => Promise<void>> {
  const model = random.weighted(models.map((m) => [m, weights[m.category] ?? 1] as const));
  const asker = askers.find(({ key }) => key === by) ?? random.pick(askers);
  const { language, email, phone } = asker;
  const answers = answersTo(model.questions, { demo, at: asked, random, language, email, phone });
  const made = await demo.create('service-request', await demo.as(asker.key, asked), asked, {
    modelId: model.id,
    formVersion: model.version,
    answers,
  });
  return async () => {
    if (random.chance(0.03)) {
      const reason = language === 'en' ? 'No longer needed.' : '不再需要。';
      await demo.act(made, 'cancel', await demo.as(asker.key, asked), asked + 3 * minuteMs, { reason });
      return;
    }
    const decided = await approvals(demo, made, asked, random);
    if (decided === undefined) return;
    const worked = await tasks(demo, made, decided, random);
    if (worked === undefined) return;
    await ending(demo, made, worked, random, asker.key);
  };
}

const keyOf = (demo: Demo, id: string) => [...demo.ids].find(([, known]) => known === id)?.[0];

/** Step by step until it is approved; undefined when it was rejected, or still waits. */
async function approvals(
  demo: Demo,
  { id }: Row,
  since: number,
  random: Random,
): Promise<number | undefined> {
  for (let at = since; ;) {
    const { rows } = await demo.house.pool.query<{ id: string; approvers: string[]; spoken: string[] }>(
      `select a.id, s.approver_ids as approvers,
         array(select unnest(array[d.approver_id, d.decided_by]) from approval_decision d where d.approval_id = a.id and d.n = s.n) || a.not_by as spoken
       from approval a join approval_step s on s.approval_id = a.id
       where a.record_id = $1 and a.state = 'open' and s.state = 'open'`,
      [id],
    );
    const [open] = rows;
    if (!open) return (await stateOf(demo, id)) === 'rejected' ? undefined : at;
    at = officeTime(at + random.between(8, 900) * minuteMs);
    if (at > demo.until) return undefined;
    const who = open.approvers
      .filter((one) => !open.spoken.includes(one))
      .flatMap((one) => keyOf(demo, one) ?? [])
      .flatMap((approver) => [deputyOf(demo, approver, at), approver])
      .find((one) => !open.spoken.includes(demo.id(one)));
    if (who === undefined) return undefined;
    const rejects = random.chance(0.06);
    const reason = rejects
      ? '本季度预算已用完，请下季度再申请。 The budget of this quarter is spent; please ask again.'
      : undefined;
    const decider = await demo.as(who, at);
    await demo.together(at, (work) =>
      decideApproval(
        work,
        open.id,
        rejects ? 'reject' : 'approve',
        { ...decider, id: demo.id(who) },
        { reason },
      ),
    );
  }
}

function deputyOf(demo: Demo, approver: string, at: number): string {
  const absent = away.find(({ who, from, to }) => {
    const [first, last] = [demo.until - Math.max(from, to) * dayMs, demo.until - Math.min(from, to) * dayMs];
    return (
      who === approver &&
      first > demo.from + 5 * dayMs &&
      dateOf(at) >= dateOf(first) &&
      dateOf(at) <= dateOf(last)
    );
  });
  return absent?.deputy ?? approver;
}

const stateOf = async (demo: Demo, id: string) =>
  (await demo.house.pool.query<{ state: string }>('select state from record where id = $1', [id])).rows[0]
    ?.state;

/** In working hours: what comes in the evening is looked at the next morning. */
function officeTime(at: number): number {
  const { hour, weekday } = local(at);
  if (weekday === 0 || weekday === 6) return officeTime(startOfDay(at) + dayMs + 9.2 * hourMs);
  if (hour < 9) return startOfDay(at) + 9.1 * hourMs;
  return hour >= 18 ? officeTime(startOfDay(at) + dayMs + 9.1 * hourMs) : Math.round(at);
}

type Task = { id: string; team: string | null; deciders: string[] };

async function tasks(demo: Demo, { id }: Row, since: number, random: Random): Promise<number | undefined> {
  const pace = random.chance(0.07) ? 5 : 1;
  for (let at = since; ;) {
    const { rows } = await demo.house.pool.query<Task>(
      `select t.id, r.team_id as team,
         array(select d.decided_by from approval a join approval_decision d on d.approval_id = a.id where a.record_id = t.request_id
               union select d.approver_id from approval a join approval_decision d on d.approval_id = a.id where a.record_id = t.request_id) as deciders
       from fulfilment_task t join record r on r.id = t.id
       where t.request_id = $1 and r.state = 'open' order by t.position limit 1`,
      [id],
    );
    const [task] = rows;
    if (!task) return at;
    const team = task.team === null ? 'team.desk' : (keyOf(demo, task.team) ?? 'team.desk');
    const members = people.filter(
      (p) => p.teams.includes(team) && !task.deciders.includes(demo.id(p.key)) && p.key !== 'p.xu',
    );
    const who = random.pick(members).key;
    const named = { type: 'fulfilment-task', id: task.id };
    at = officeTime(at + random.between(6, 70) * minuteMs * pace);
    if (at > demo.until) return undefined;
    await demo.act(named, 'start', await demo.as(who, at), at);
    const minutes = random.between(5, 55);
    at = officeTime(at + minutes * minuteMs * pace);
    if (at > demo.until) return undefined;
    await demo.act(named, 'finish', await demo.as(who, at), at, { minutesSpent: minutes });
  }
}

async function ending(demo: Demo, made: Row, since: number, random: Random, asker: string): Promise<void> {
  // The last task fulfils it, unless there were none.
  const at =
    (await stateOf(demo, made.id)) === 'fulfilled'
      ? since
      : officeTime(since + random.between(4, 30) * minuteMs);
  if (at > demo.until) return;
  if ((await stateOf(demo, made.id)) === 'fulfilling') {
    const assetUpdate = random.chance(0.4) ? 'updated' : 'not_affected';
    await demo.act(made, 'fulfil', await demo.as(agentAt(demo, at, { random }), at), at, { assetUpdate });
  }
  const { rows } = await demo.house.pool.query<{ closes: string }>(
    `select t.closes_at as closes from service_request t join record r on r.id = t.id where t.id = $1 and r.state = 'fulfilled'`,
    [made.id],
  );
  if (!rows[0]) return;
  const confirmed = at + random.between(20, 3000) * minuteMs;
  const closes = Date.parse(rows[0].closes);
  if (random.chance(0.55) && confirmed < closes) {
    if (confirmed < demo.until) await demo.act(made, 'close', await demo.as(asker, confirmed), confirmed);
  } else if (closes + 5 * minuteMs < demo.until)
    await demo.act(made, 'auto_close', demo.software, closes + 5 * minuteMs, {
      reason: '@service_request.reason.no_answer',
    });
}
