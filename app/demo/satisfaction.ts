import { dayMs, hourMs, iso, minuteMs, type Demo } from './context.ts';
import { inLanes } from './lanes.ts';
import type { Random } from './random.ts';

type Closed = {
  id: string;
  type: string;
  number: string;
  title: string;
  closedAt: string;
  requesterId: string;
  channel: string | null;
  serviceId: string | null;
  teamId: string | null;
  customerId: string | null;
  orgUnitId: string | null;
  problemId: string | null;
  late: boolean;
};
type Survey = { id: string; about: string; days: number };

const quietDays = 7;
const remarks = {
  good: ['处理很快，谢谢。', '讲解得很清楚。', 'Quick and friendly, thank you.', 'Solved on the first call.'],
  poor: [
    '等了太久才有人回复。',
    '同样的问题第二次出现了。',
    'I had to explain it three times.',
    '说好的时间没有做到。',
  ],
  outcome: [
    '已致电道歉并说明原因，班组复盘时讨论。',
    'Called, apologised and explained; the team has looked at the hand-over.',
    '确认问题不再出现，用户表示接受。',
  ],
} as const;

/** After closing the requester is asked, not oftener than once a week; some answer, and a low score is followed up. */
export async function satisfaction(demo: Demo): Promise<void> {
  const random = demo.random.fork('satisfaction');
  const { rows: surveys } = await demo.house.pool.query<Survey>(
    `select s.id, s.about_type as about, s.answer_days as days from survey s join record r on r.id = s.id where r.state = 'running'`,
  );
  const { rows: closed } = await demo.house.pool.query<Closed>(
    `select r.id, r.type, r.number, r.title, r.closed_at as "closedAt", r.requester_id as "requesterId", i.channel,
       r.service_id as "serviceId", r.team_id as "teamId", r.customer_id as "customerId", r.org_unit_id as "orgUnitId",
       (select l.to_id from link l join record p on p.id = l.to_id and p.type = 'problem'
         where l.from_id = r.id and l.kind = 'caused_by' order by l.at desc limit 1) as "problemId",
       exists (select 1 from clock c where c.record_id = r.id and c.breached_at is not null) as late
     from record r left join incident i on i.id = r.id
     where r.type = any($1::text[]) and r.state = 'closed' and r.requester_id is not null order by r.closed_at, r.id`,
    [surveys.map(({ about }) => about)],
  );
  const asked = new Map<string, number>();
  const asks: Given[] = [];
  for (const about of closed) {
    const at = Date.parse(about.closedAt) + minuteMs;
    const survey = surveys.find((one) => one.about === about.type);
    if (!survey || at > demo.until || at < (asked.get(about.requesterId) ?? 0) + quietDays * dayMs) continue;
    asked.set(about.requesterId, at);
    asks.push({ about, survey, at, random: random.fork(about.number) });
  }
  await inLanes(asks, (ask) => rating(demo, ask));
}

type Given = { about: Closed; survey: Survey; at: number; random: Random };

async function rating(demo: Demo, { about, survey, at, random }: Given): Promise<void> {
  const { channel, serviceId, teamId, customerId, orgUnitId, problemId } = about;
  const placed = Object.entries({ channel, serviceId, teamId, customerId, orgUnitId, problemId }).filter(
    ([, v]) => v !== null,
  );
  const expires = at + survey.days * dayMs;
  const made = await demo.create('rating', demo.software, at, {
    title: `${about.number} ${about.title}`.slice(0, 200),
    surveyId: survey.id,
    aboutId: about.id,
    aboutType: about.type,
    requesterId: about.requesterId,
    askedAt: iso(at),
    expiresAt: iso(expires),
    ...Object.fromEntries(placed),
  });
  if (!random.chance(0.46)) {
    if (expires + 10 * minuteMs < demo.until)
      await demo.act(made, 'expire', demo.software, expires + 10 * minuteMs);
    return;
  }
  const answered = at + random.between(5, 1600) * minuteMs;
  const who = [...demo.ids].find(([, id]) => id === about.requesterId)?.[0];
  if (answered > Math.min(demo.until, expires) || who === undefined) return;
  const spread = about.late
    ? ([[1, 12], [2, 18], [3, 26], [4, 28], [5, 16]] as const)
    : ([[1, 1], [2, 3], [3, 10], [4, 38], [5, 48]] as const); // prettier-ignore
  const score = random.weighted(spread);
  const remark =
    score <= 2 ? random.pick(remarks.poor) : random.chance(0.3) ? random.pick(remarks.good) : undefined;
  const after = await demo.act(made, 'answer', await demo.as(who, answered), answered, {
    score,
    ...(remark === undefined ? {} : { remark }),
  });
  if (after.state !== 'follow_up') return;
  const done = answered + random.between(2, 40) * hourMs;
  if (done > demo.until) return;
  const lead = await demo.as('p.jiang', done);
  await demo.act(after, 'take', lead, done - hourMs);
  await demo.act(after, 'finish_follow_up', lead, done, { followUpOutcome: random.pick(remarks.outcome) });
}
