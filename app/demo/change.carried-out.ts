import { leads, office, type ChangePlan, type Told } from './change.told.ts';
import { said } from './change.texts.ts';
import { dayMs, hourMs, minuteMs } from './context.ts';
import { people } from './organisation.data.ts';
import type { Life } from './timeline.ts';

type Who = { readonly implementer: string; readonly requester: string; readonly language: 'en' | 'zh-CN' };

/** Begun in its window, logged step by step, and looked back upon. */
export async function* carriedOut(told: Told, plan: ChangePlan, { implementer, requester, language }: Who): Life {
  const { random, team } = plan;
  const words = said[language];
  yield (told.at = plan.from + random.between(1, 12) * minuteMs);
  await told.does(implementer, 'start');
  const wentWrong = plan.end === 'backed_out' || plan.end === 'failed';
  const length = (plan.to - plan.from) / 4;
  yield (told.at = Math.round(told.at + length * (0.5 + random.next())));
  await told.does(implementer, 'log_step', { step: 1, outcome: 'done' });
  yield (told.at = Math.round(told.at + length * (0.5 + random.next())));
  if (wentWrong) {
    const reason = words.ended[plan.end === 'failed' ? 'failed' : 'backed_out'];
    await told.does(implementer, 'log_step', { step: 2, outcome: 'failed', note: reason });
    yield (told.at += 10 * minuteMs);
    await told.does(implementer, plan.end === 'failed' ? 'fail' : 'back_out', { reason, resultNote: reason });
    yield* investigated(told, plan, implementer, language);
  } else {
    await told.does(implementer, 'log_step', { step: 2, outcome: 'done' });
    yield (told.at += 2 * minuteMs);
    if (plan.work === 'deploy') await newVersion(told, plan, implementer);
    await told.does(implementer, 'complete', { resultNote: words.note });
  }
  yield (told.at = Math.round(office(told.at + random.between(2, 30) * hourMs)));
  const after = { cisUpdated: plan.work === 'deploy' && !wentWrong ? 'updated' : 'not_affected', usersInformed: 'informed', monitoringResult: words.monitoring };
  if (told.change['reviewRequired'] === false) return told.does(requester, 'close_unreviewed', after);
  const reviewer = random.chance(0.6) ? 'p.xie' : (leads[team] ?? 'p.xie');
  await told.does(requester, 'open_review', { ...after, reviewerId: told.demo.id(reviewer) });
  yield (told.at = Math.round(office(told.at + random.between(20, 90) * hourMs)));
  const sayings = said[people.find(({ key }) => key === reviewer)?.language ?? 'zh-CN'];
  await told.does(reviewer, 'finish_review', {
    objectiveMet: wentWrong ? 'no' : 'yes',
    deviations: wentWrong ? words.ended[plan.end === 'failed' ? 'failed' : 'backed_out'] : sayings.deviations,
    lessons: wentWrong ? words.prevention : sayings.lessons,
    userFeedback: sayings.feedback,
    monitoringResult: sayings.monitoring,
    incidentsNote: sayings.feedback,
  });
} // prettier-ignore

/** What a release installs, the item says: in the name of the change. */
async function newVersion({ demo, at, change }: Told, plan: ChangePlan, who: string): Promise<void> {
  const id = demo.ids.get(`ci.${plan.on[0]}`);
  const version = /\d+\.\d+\.\d+/.exec(change.title)?.[0];
  if (id === undefined || version === undefined) return;
  await demo.act({ type: 'ci', id }, 'edit', await demo.as(who, at), at, {
    attributes: { version },
    changeRef: change.number,
    reason: change.title,
  });
}

/** What did not succeed is looked into before anybody looks back on it. */
async function* investigated(told: Told, plan: ChangePlan, who: string, language: 'en' | 'zh-CN'): Life {
  const { demo } = told;
  const { rows } = await demo.house.pool.query<{ id: string }>(
    `select t.id from change_task t join record r on r.id = t.id where t.change_id = $1 and r.open`,
    [told.change.id],
  );
  yield (told.at = Math.round(office(told.at + 2 * dayMs + plan.random.between(0, 5) * hourMs)));
  const { cause, prevention } = said[language];
  for (const { id } of rows)
    await demo.act({ type: 'change-task', id }, 'finish', await demo.as(who, told.at), told.at, {
      result: cause,
      cause,
      prevention,
    });
}
