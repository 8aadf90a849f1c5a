import { changeLink } from '../../kernel/link/link.ts';
import type { emergencies } from './change.data.ts';
import { filled, hands, leads, subjectsOf, Told } from './change.told.ts';
import { plans, risks, said } from './change.texts.ts';
import { dayMs, hourMs, iso, minuteMs, startOfDay, type Demo } from './context.ts';
import type { Life } from './timeline.ts';

/** The outage that it is to end leads to it. */
async function cures({ demo, at, change }: Told): Promise<void> {
  const { rows } = await demo.house.pool.query<{ id: string }>(
    `select r.id from incident i join record r on r.id = i.id
     where i.dedup_key like 'outage:%' and r.occurred_at between $1 and $2 order by r.occurred_at desc limit 1`,
    [iso(at - 3 * hourMs), iso(at)],
  );
  const [incident] = rows;
  if (!incident) return;
  const actor = await demo.as('p.shen', at);
  await demo.together(at, (work) =>
    changeLink(work, { type: 'incident', id: incident.id }, actor, 'link', 'solved_by', change.number),
  );
}

/** Authorised by telephone, done at once, written down the next day, looked back upon as every other. */
export async function* emergencyLife(demo: Demo, given: (typeof emergencies)[number]): Life {
  const { key, ago, hour, team, on, title, why } = given;
  const random = demo.random.fork(key);
  const [requester, implementer] = [hands(team)[0] ?? '', hands(team)[1] ?? ''];
  const words = said['zh-CN'];
  const at = Math.round(startOfDay(demo.until - ago * dayMs) + hour * hourMs);
  const { steps, back } = plans.system['zh-CN'];
  const plan = {
    implementationPlan: steps.map((text) => ({ title: filled(text, on[0] ?? '', random), responsibleId: demo.id(implementer), minutes: 10 })),
    backOutPlan: { kind: 'reverse', steps: back.map((text) => ({ title: filled(text, on[0] ?? '', random) })), decisionPoint: words.decision, minutes: 15, tested: false, testNote: '来不及演练，步骤与上次相同。' },
  };
  yield at;
  const made = await demo.create('change', await demo.as(requester, at), at, {
    title: `${title.zh} · ${title.en}`,
    category: 'emergency',
    purpose: `${why.zh} ${why.en}`,
    subjectIds: subjectsOf(demo, on),
    teamId: demo.id(`team.${team}`),
  });
  demo.ids.set(`change.${key}`, made.id).set(`number.${key}`, made.number);
  const told = new Told(demo, at, made);
  yield (told.at = at + 4 * minuteMs);
  await told.does(requester, 'authorise', {
    implementerId: demo.id(implementer),
    emergencyGround: key === 'em.security' ? 'security' : key === 'em.disk' ? 'imminent_failure' : 'restore_service',
    emergencyReason: `${why.zh} ${why.en}`,
    authorisedById: demo.id('p.shen'),
    authorisedAt: iso(at + 3 * minuteMs),
    authorisedVia: 'phone',
    ...plan,
  });
  await cures(told);
  yield (told.at += 2 * minuteMs);
  await told.does(implementer, 'start');
  for (const step of [1, 2]) {
    yield (told.at += random.between(4, 12) * minuteMs);
    await told.does(implementer, 'log_step', { step, outcome: 'done' });
  }
  yield (told.at += minuteMs);
  await told.does(implementer, 'complete', { resultNote: '指标恢复。 The figures are back.' });
  yield (told.at += random.between(20, 200) * minuteMs);
  await told.does('p.shen', 'confirm_authorisation', {});
  yield (told.at = startOfDay(told.at) + dayMs + (10 + random.next() * 5) * hourMs);
  await told.does(requester, 'document', {
    objective: words.objective,
    riskAnswers: risks.medium,
    impactAnswers: Object.fromEntries(Object.entries(words.areas).map(([area, text]) => [area, { affected: area === 'services', text }])),
    costCents: 0,
    benefit: words.benefit,
    feasibility: words.feasibility,
    resources: words.resources,
    notTestableReason: '紧急恢复，现场验证代替测试。',
  });
  yield (told.at += hourMs);
  const reviewer = random.chance(0.5) ? 'p.xie' : (leads[team] ?? 'p.xie');
  await told.does(requester, 'open_review', { cisUpdated: 'not_affected', usersInformed: 'informed', monitoringResult: words.monitoring, reviewerId: demo.id(reviewer) });
  yield (told.at += 2 * dayMs);
  await told.does(reviewer, 'finish_review', {
    objectiveMet: 'yes',
    deviations: '先授权后补文档，时限内完成。 Authorised first, written down in time.',
    lessons: '同样的措施已写成操作手册。 The same step is a work instruction now.',
    userFeedback: words.feedback,
    monitoringResult: words.monitoring,
    incidentsNote: '没有引起新的事件。 It caused no further incident.',
  });
} // prettier-ignore
