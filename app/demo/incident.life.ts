import { addWorkingTime, workingTimeBetween } from '../../kernel/calendar/working-time.ts';
import { decideSecondPerson } from '../../kernel/approval/second-person.ts';
import { act } from '../../kernel/record/act.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { words } from '../words.ts';
import { dayMs, hourMs, iso, local, minuteMs, type Demo, type Input, type Row } from './context.ts';
import type { Plan } from './incident.plan.ts';
import { fill, phrase, placeOf } from './incident.words.ts';
import { people } from './organisation.data.ts';
import { problemNumber } from './problem-management.ts';

/** Equal incidents in a month from which a problem must be named: this firm's shops are busy. */
export const repeatsFrom = 8;

/** Told as far as the year goes: what would come later has not happened yet. */
export class NotYet extends Error {}

type Story = {
  readonly demo: Demo;
  readonly plan: Plan;
  /** When each equal incident was reported, by service, category and configuration item. */
  readonly seen: Map<string, number[]>;
  incident: Row;
  /** Now, in this story. */
  at: number;
  /** Who works on it. */
  owner: string;
  /** When the resolution falls due, as far as it is promised. */
  due: number;
};

/** Reports it at once; what is answered tells the rest of its life. */
export async function incidentLife(
  demo: Demo,
  plan: Plan,
  seen: Map<string, number[]>,
): Promise<() => Promise<void>> {
  const agent = agentAt(demo, plan.at, plan);
  const incident = await report(demo, plan, agent);
  note(seen, plan, plan.at);
  const story: Story = { demo, plan, seen, incident, at: plan.at, owner: agent, due: Infinity };
  return async () => {
    try {
      await live(story, agent);
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
    }
  };
}

const equal = ({ theme, ci }: Plan) => `${theme.category} ${ci}`;
export function note(seen: Map<string, number[]>, plan: Plan, at: number): void {
  seen.set(equal(plan), [...(seen.get(equal(plan)) ?? []), at]);
}

const agents = people.filter((p) => p.roles.some((r) => r.role === 'service-desk-agent'));
const nightShift = ['p.becker', 'p.huang', 'p.li'];

export function agentAt({ from }: Demo, at: number, { random }: Pick<Plan, 'random'>): string {
  const { hour } = local(at);
  if (hour < 8 || hour >= 22) return random.pick(nightShift);
  const here = agents.filter(({ roles }) => {
    const months = roles[0]?.afterMonths ?? 0;
    return months === 0 || at > from + (months + 0.2) * 31 * dayMs;
  });
  return random.pick(here).key;
}

const channels = {
  staff: [['portal', 45], ['phone', 20], ['email', 15], ['chat', 15], ['walk_in', 5]],
  merchant: [['portal', 40], ['phone', 25], ['email', 35]],
  hotline: [['phone', 30], ['chat', 40], ['portal', 30]],
  warehouse: [['phone', 60], ['portal', 25], ['chat', 15]],
  monitoring: [['monitoring', 1]],
} as const; // prettier-ignore

async function report(demo: Demo, plan: Plan, agent: string): Promise<Row> {
  const { theme, random, language, requester, at } = plan;
  const text = theme[language === 'en' ? 'en' : 'zh'];
  const channel = random.weighted<string>(channels[plan.seen]);
  const said = {
    title: fill(random.pick(text.titles), plan),
    symptom: fill(random.pick(text.symptoms), plan),
    serviceId: demo.id(`service.${theme.service}`),
    channel,
    ...(placeOf(plan) === '' ? {} : { location: placeOf(plan) }),
  };
  if (requester === undefined) {
    const dedupKey = `mon:${plan.ci}:${plan.n}`;
    return demo.create('incident', demo.software, at, { ...said, ci: plan.ci, dedupKey });
  }
  if (channel === 'portal') return demo.create('incident', await demo.as(requester, at), at, said);
  // A call is written down while it is heard; a mail or a word in the corridor a little later.
  const heard = channel === 'phone' || channel === 'chat' || isUrgent(plan);
  const late = heard ? random.between(1, 4) : random.between(5, 45);
  return demo.create('incident', await demo.as(agent, at), at, {
    ...said,
    requesterId: demo.id(requester),
    occurredAt: iso(at - late * minuteMs),
  });
}

const isUrgent = ({ impact, urgency }: Plan) => impact === 1 || (impact === 2 && urgency <= 2);

async function live(story: Story, agent: string): Promise<void> {
  const { plan, demo } = story;
  const { random, theme } = plan;
  const urgent = isUrgent(plan);
  await step(story, agent, 'triage', (urgent ? random.between(1, 4) : random.between(3, 22)) * minuteMs, {
    serviceId: demo.id(`service.${theme.service}`),
    categoryId: demo.id(`category.${theme.category}`),
    impact: plan.impact,
    urgency: plan.urgency,
    ci: plan.ci,
    ...itemIn(demo, plan),
  });
  if (!urgent && random.chance(0.03)) return withdraw(story, agent);
  await route(story, agent);
  await work(story);
  await resolve(story);
  if (random.chance(0.045)) await reopenOnce(story);
  await end(story);
}

/** The next act, so much later. Whoever acts is named by key; the software by its own name. */
export async function step(
  story: Pick<Story, 'demo' | 'incident' | 'at'>,
  who: string | Actor,
  name: string,
  later: number,
  input: Input = {},
): Promise<void> {
  const { demo } = story;
  story.at += Math.max(1000, Math.round(later));
  if (story.at > demo.until) throw new NotYet();
  const actor = typeof who === 'string' ? await demo.as(who, story.at) : who;
  story.incident = await demo.act(story.incident, name, actor, story.at, input);
}

/** What is recorded is found by its name; in a hurry, or by its user's name for it, it stays words. */
function itemIn({ ids }: Demo, { ci, random }: Plan): { readonly ciId?: string } {
  const id = ids.get(`ci.${ci}`);
  return id !== undefined && random.chance(0.85) ? { ciId: id } : {};
}

async function withdraw(story: Story, agent: string): Promise<void> {
  const { plan } = story;
  await step(story, agent, 'cancel', plan.random.between(1, 4) * minuteMs, {
    reason: phrase('withdrawn', plan.language, plan.random),
    closureCode: plan.random.pick(['withdrawn', 'cleared_itself', 'recorded_in_error']),
  });
}

/** Settled by the desk, or given to the team that has the system; now and then to the wrong one first. */
async function route(story: Story, agent: string): Promise<void> {
  const { demo, plan } = story;
  const { random, theme, language } = plan;
  const hello = random.chance(0.5) ? { comment: phrase('hello', language, random) } : {};
  if (random.chance(theme.firstLine)) {
    await step(story, agent, 'start', random.between(1, 9) * minuteMs, {
      teamId: demo.id('team.desk'),
      ...hello,
    });
    story.owner = agent;
    return;
  }
  const right = `team.${theme.team}`;
  const wrong = !isUrgent(plan) && random.chance(0.07) ? random.pick(['team.order', 'team.logistics', 'team.platform'].filter((t) => t !== right)) : right; // prettier-ignore
  await step(story, agent, 'assign', random.between(1, isUrgent(plan) ? 3 : 6) * minuteMs, {
    teamId: demo.id(wrong),
  });
  if (wrong !== right) {
    const member = random.pick(membersOf(wrong));
    await step(story, member, 'reassign', random.between(6, 40) * minuteMs, {
      teamId: demo.id(right),
      comment: phrase('wrongTeam', language, random),
    });
  }
  story.owner = random.pick(membersOf(right));
  await step(story, story.owner, 'start', untilStart(story), hello);
}

export const membersOf = (team: string) => people.filter((p) => p.teams.includes(team)).map((p) => p.key);

/** Within the promised response, but for a few. */
function untilStart({ demo, plan, incident, at }: Story): number {
  const target = demo.house.reference.targetFor(incident, 'response');
  if (!target) return plan.random.between(5, 60) * minuteMs;
  const late = plan.random.chance(0.045);
  const share = late ? 1.1 + plan.random.next() : 0.06 + 0.6 * plan.random.bell();
  const calendar = demo.house.reference.calendarOf(target.calendarId);
  const then = addWorkingTime(calendar, Date.parse(incident.occurredAt), share * target.targetMs);
  return Math.max(then - at, plan.random.between(1, isUrgent(plan) ? 2 : 4) * minuteMs);
}

/** When the resolution will be there: some share of the promised time, worked over its calendar. */
function resolvedAt(story: Story): number {
  const { demo, plan, incident, at } = story;
  const { random } = plan;
  const target = demo.house.reference.targetFor(incident, 'resolution');
  if (!target) return at + random.between(1, 30) * hourMs;
  const atDesk = incident.teamId === demo.id('team.desk') && random.chance(0.72);
  const late = random.chance((incident.priority ?? 4) <= 2 ? 0.095 : 0.06);
  const share = late
    ? 1.05 + random.next() * (random.chance(0.2) ? 3 : 0.8)
    : 0.08 + 0.8 * random.next() * random.bell() * 1.6;
  const calendar = demo.house.reference.calendarOf(target.calendarId);
  const after = (ms: number) => addWorkingTime(calendar, Date.parse(incident.occurredAt), ms);
  story.due = after(target.targetMs);
  if (atDesk) return at + random.between(4, 38) * minuteMs;
  return after(Math.min(share, late ? 9 : 0.93) * target.targetMs);
}

async function work(story: Story): Promise<void> {
  const { demo, plan } = story;
  const { random, language } = plan;
  if (random.chance(0.012)) await override(story);
  let end = Math.max(resolvedAt(story), story.at + random.between(3, 25) * minuteMs);
  if (random.chance(0.12)) {
    const share = (end - story.at) * 0.3;
    await step(story, story.owner, 'comment', share, {
      comment: phrase('note', language, random),
      public: false,
    });
  }
  if (plan.requester !== undefined && end - story.at > hourMs && random.chance(0.16))
    end = await askTheRequester(story, end);
  else if (random.chance(0.05)) {
    await step(story, story.owner, 'await_supplier', (end - story.at) * 0.2, {
      pendingReason: 'supplier_analysis',
      reason: phrase('supplier', language, random),
    });
    await step(story, story.owner, 'resume', (end - story.at) * 0.6);
  }
  if (!membersOf('team.platform').includes(story.owner) && random.chance(0.035)) {
    await step(story, story.owner, 'escalate_to_team', (end - story.at) * 0.3, {
      reason: phrase('handUp', language, random),
    });
    story.owner = random.pick(membersOf('team.platform'));
    await step(story, story.owner, 'take', Math.min((end - story.at) * 0.2, hourMs));
  }
  await updates(story, end);
  await climb(story, end);
  story.at = Math.max(story.at, Math.round(end) - 1000);
  if (story.at > demo.until) throw new NotYet();
}

/** Two people for what one could misuse (S6): an engineer or agent asks, the incident manager agrees. */
async function override(story: Story): Promise<void> {
  const { demo, plan, incident } = story;
  const higher = Math.max(1, (incident.priority ?? 4) - 1);
  if (higher === incident.priority) return;
  const agent = await demo.as(agentAt(demo, story.at, plan), story.at);
  const manager = await demo.as('p.shen', story.at);
  const at = story.at + 4 * minuteMs;
  if (at + 6 * minuteMs > demo.until) throw new NotYet();
  const named = { type: 'incident', id: incident.id };
  const { pending } = await demo.together(at, (work) =>
    act(work, named, 'override_priority', agent, {
      priorityOverride: higher,
      reason: phrase('escalate', plan.language, plan.random),
    }, { at }),
  ); // prettier-ignore
  if (pending === undefined) return;
  story.at = at + 6 * minuteMs;
  const { record } = await demo.together(story.at, (work) =>
    decideSecondPerson(work, named, pending, 'confirm', manager, (asked) =>
      act(work, named, asked.action, manager, asked.input, { at: story.at, confirmed: { requestedBy: asked.requested_by } }),
    ),
  ); // prettier-ignore
  story.incident = { ...record };
}

/** A question, the silence that stops the clock, the answer. What was left of the time begins again then. */
async function askTheRequester(story: Story, end: number): Promise<number> {
  const { demo, plan } = story;
  const { random, language, requester } = plan;
  const target = demo.house.reference.targetFor(story.incident, 'resolution');
  const asked = story.at + (end - story.at) * 0.35;
  // A pause after the promised time would need a second person, and would look like one, too.
  if (requester === undefined || asked >= story.due) return end;
  await step(story, story.owner, 'await_customer', asked - story.at, {
    pendingReason: random.pick(['information', 'access', 'confirmation', 'appointment']),
    reason: phrase('ask', language, random),
    comment: phrase('ask', language, random),
  });
  const stopped = story.at;
  await step(story, requester, 'comment', random.between(15, 1500) * minuteMs, {
    comment: phrase('answer', language, random),
    public: true,
  });
  await step(story, demo.software, 'resume', 400, { reason: '@incident.reason.customer_answered' });
  if (target === null) return end + (story.at - stopped);
  const calendar = demo.house.reference.calendarOf(target.calendarId);
  const shifted = (then: number) =>
    addWorkingTime(calendar, story.at, Math.max(workingTimeBetween(calendar, stopped, then), 5 * minuteMs));
  story.due = shifted(story.due);
  return shifted(end);
}

/** Priorities 1 and 2 are promised news every so often. */
async function updates(story: Story, end: number): Promise<void> {
  const { demo, plan } = story;
  const target = demo.house.reference.targetFor(story.incident, 'update');
  if (!target) return;
  for (let n = 0; n < 5 && story.at + target.targetMs * 0.9 < end; n += 1) {
    await step(story, story.owner, 'comment', target.targetMs * (0.6 + 0.35 * plan.random.next()), {
      comment: phrase('progress', plan.language, plan.random),
      public: true,
    });
  }
}

/** The ladder is climbed by the software at three quarters of the promised time, and when it is over. */
async function climb(story: Story, end: number): Promise<void> {
  const { demo, incident, due } = story;
  const target = demo.house.reference.targetFor(incident, 'resolution');
  if (!target) return;
  const near = due - target.targetMs * 0.25;
  if (end > near && near > story.at && (incident['escalationLevel'] ?? 0) === 0)
    await step(story, demo.software, 'escalate', near - story.at, {
      level: 1,
      reason: '@incident.reason.resolution_near',
    });
  if (end > due && due + minuteMs > story.at)
    await step(story, demo.software, 'escalate', due + minuteMs - story.at, {
      level: 2,
      reason: '@incident.reason.resolution_over',
    });
}

async function resolve(story: Story): Promise<void> {
  const { plan, seen } = story;
  const { random, theme, language } = plan;
  const fix = theme[language === 'en' ? 'en' : 'zh'].fixes;
  const times = (seen.get(equal(plan)) ?? []).filter((at) => at > story.at - 31 * dayMs);
  const known =
    times.length >= repeatsFrom ? { problemRef: problemNumber(story.demo, plan.theme.category) } : {};
  const begun = Date.parse(story.incident.occurredAt);
  await step(story, story.owner, 'resolve', 1000, {
    resolution: fill(random.pick(fix), plan),
    resolutionCode: random.chance(0.12) ? 'workaround' : theme.code,
    restoredAt: iso(Math.max(begun, story.at - random.between(0, 6) * minuteMs)),
    ci: plan.ci,
    causeClass: random.chance(0.1) ? 'unknown' : theme.cause,
    knowledgeUsed: random.chance(0.35),
    ...known,
    ...(random.chance(0.6) ? { comment: phrase('done', language, random) } : {}),
  });
}

async function reopenOnce(story: Story): Promise<void> {
  const { plan } = story;
  if (plan.requester === undefined) return;
  const { random, language } = plan;
  await step(story, plan.requester, 'reopen', random.between(40, 2600) * minuteMs, {
    comment: phrase('again', language, random),
  });
  await step(story, story.owner, 'start', random.between(10, 90) * minuteMs);
  story.at += random.between(30, 300) * minuteMs;
  await resolve(story);
}

/** Confirmed by whoever reported it, by telephone through the desk, or after two notices without an answer. */
async function end(story: Story): Promise<void> {
  const { demo, plan } = story;
  const { random, requester, language } = plan;
  const way = random.next();
  if (requester !== undefined && way < 0.36)
    return step(story, requester, 'close', random.between(10, 2200) * minuteMs);
  if (requester === undefined || way < 0.66) {
    const later = random.between(30, 1500) * minuteMs;
    const agent = agentAt(demo, story.at + later, plan);
    return step(story, agent, 'close', later, {
      closureCode: 'confirmed_through_desk',
      reason: phrase('confirmed', language, random),
    });
  }
  for (let n = 0; n < 2; n += 1) {
    await step(story, demo.software, 'notify_closing', untilTenth(story, 'nextNoticeAt'), {
      comment: closingWords(story),
    });
  }
  await step(story, demo.software, 'auto_close', untilTenth(story, 'closesAt'), {
    reason: '@incident.reason.no_answer',
  });
}

/** The job that sends them runs every ten minutes. */
function untilTenth({ incident, at }: Story, field: 'nextNoticeAt' | 'closesAt'): number {
  const due = Date.parse(String(incident[field]));
  return Math.ceil(due / (10 * minuteMs)) * 10 * minuteMs + 2000 - at;
}

function closingWords({ incident, plan }: Story): string {
  const on = new Intl.DateTimeFormat(plan.language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  });
  const closes = on.format(new Date(String(incident['closesAt'])));
  return words('incident.notice.closing', { number: incident.number, on: closes }, plan.language);
}
