import { changeKinds } from './change.data.ts';
import { hands } from './change.told.ts';
import { plans, risks, said } from './change.texts.ts';
import { dayMs, hourMs, minuteMs, type Demo } from './context.ts';
import type { Life } from './timeline.ts';

const found = `select r.id from change c join record r on r.id = c.id
  where r.state = 'closed' and c.successful and c.risk_level = 'low' and c.reviewed_at is not null and c.planned_start_at is not null
    and r.team_id = $1 order by r.number limit 3`;

/** Three of its kind went well; from then on it is pre-authorised, by another person than its author. */
export async function* modelLife(demo: Demo, key: string): Life {
  const kind = changeKinds.find((one) => one.key === key);
  if (!kind) return;
  const author = hands(kind.team)[0] ?? '';
  const language = 'zh-CN';
  const { steps, back } = plans[kind.work][language];
  const words = said[language];
  const plain = (text: string) => text.replaceAll('{on}', '目标系统');
  for (let at = demo.from + 34 * dayMs + 3 * hourMs; ; at += 3 * dayMs) {
    yield at;
    const { rows } = await demo.house.pool.query<{ id: string }>(found, [demo.id(`team.${kind.team}`)]);
    if (rows.length < 3) continue;
    const named = (text: string) => text.replaceAll(/\s*(?:of |on )?\{on\}|\{v\}|[:：]/g, ' ').replaceAll(/\s+/g, ' ').trim(); // prettier-ignore
    const model = await demo.create('change-model', await demo.as(author, at), at, {
      title: `${named(kind.title.zh)} · ${named(kind.title.en)}`,
      use: 'standard',
      description: `${kind.purpose.zh} ${kind.purpose.en}`,
      purpose: `${kind.purpose.zh} ${kind.purpose.en}`,
      objective: words.objective,
      riskAnswers: risks.low,
      implementationPlan: steps.map((title, i) => ({ title: plain(title), minutes: 15 + i * 15 })),
      backOutPlan: { kind: 'reverse', steps: back.map((title) => ({ title: plain(title) })), decisionPoint: words.decision, minutes: 20, tested: true, testNote: words.backTested },
      testMethod: words.test,
      proofIds: rows.map(({ id }) => id),
      teamId: demo.id(`team.${kind.team}`),
    });
    yield at + 50 * minuteMs;
    await demo.act(model, 'authorise', await demo.as('p.xie', at), at + 50 * minuteMs);
    demo.ids.set(`model.${key}`, model.id);
    return;
  }
} // prettier-ignore
