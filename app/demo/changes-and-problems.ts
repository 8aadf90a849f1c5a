import { applyWorkaround } from '../../practices/problem-management/server.ts';
import { changeLives } from './change-management.ts';
import { minuteMs, type Demo } from './context.ts';
import { people } from './organisation.data.ts';
import { problemLives } from './problem-management.ts';
import { releaseLives } from './release-management.ts';
import { transitionLives } from './transitions.ts';
import { inOrder } from './timeline.ts';

/** Changes and problems wait for one another, so their year is told as one. */
export async function changesAndProblems(demo: Demo): Promise<void> {
  await inOrder(demo, [
    ...changeLives(demo),
    ...problemLives(demo),
    ...releaseLives(demo),
    ...transitionLives(demo),
  ]);
  await workarounds(demo);
}

type Open = { readonly incident: string; readonly problem: string; readonly ownerId: string };

/** Of what is being worked on these hours, some is a known error, and its workaround is at hand. */
async function workarounds(demo: Demo): Promise<void> {
  const { rows } = await demo.house.pool.query<Open>(
    `select r.number as incident, pr.number as problem, r.owner_id as "ownerId"
     from incident i join record r on r.id = i.id and r.state = 'in_progress'
       join problem p on p.category_id = i.category_id and p.published_at < r.occurred_at and p.retired_at is null and p.workaround is not null
       join record pr on pr.id = p.id
     where r.owner_id is not null and i.parent_id is null and r.priority > 2 order by r.number limit 3`,
  );
  for (const [i, { incident, problem, ownerId }] of rows.entries()) {
    const who = people.find(({ key }) => demo.id(key) === ownerId);
    if (!who) continue;
    const at = demo.until - (9 - 2 * i) * minuteMs;
    const actor = await demo.as(who.key, at);
    await demo.together(at, (work) => applyWorkaround(work, actor, { incident, problem }));
  }
}
