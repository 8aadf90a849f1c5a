import { dateOf, dayMs, hourMs, minuteMs, type Demo } from './context.ts';
import { office } from './change.told.ts';
import { on } from './proof.time.ts';
import type { Life } from './timeline.ts';

const [keeper, inside, outside] = ['p.su', 'p.gu', 'p.berg'] as const;

/** An audit of the organisation's own in summer, and one from outside that is under way. */
export function auditLives(demo: Demo): Life[] {
  return [
    audit(demo, { days: 150, lasts: 20, who: inside, kind: 'internal', title: '内部审核（支持过程）· Internal audit of the support processes', body: '综合管理部 Corporate', clauses: ['8.6'],
      sample: { title: '重大与高优先级事件 · Incidents of high priority', recordType: 'incident', requirement: '8.6.1-b', stratify: 'hours', n: 12, from: 365, seed: 'lh-internal-1' }, ends: true }),
    audit(demo, { days: 9, lasts: 60, who: outside, kind: 'external', title: '监督审核 · Surveillance audit', body: '北岬认证 North Cape Certification', clauses: ['4', '5', '6', '7', '8', '9', '10'],
      sample: { title: '一年的变更 · Changes of the year', recordType: 'change', requirement: '8.5.1.3-b', stratify: 'field:category', n: 25, from: 365, seed: 'NC-2026-0417' }, ends: false }),
  ];
} // prettier-ignore

type Told = {
  readonly days: number;
  readonly lasts: number;
  readonly who: string;
  readonly kind: 'internal' | 'external';
  readonly title: string;
  readonly body: string;
  readonly clauses: readonly string[];
  readonly ends: boolean;
  readonly sample: { readonly title: string; readonly recordType: string; readonly requirement: string; readonly stratify: string; readonly n: number; readonly from: number; readonly seed: string };
}; // prettier-ignore

async function* audit(demo: Demo, told: Told): Life {
  const { who } = told;
  let at = on(demo, told.days + 12, 15);
  yield at;
  const begins = on(demo, told.days, 9.3);
  let engagement = await demo.create('audit-engagement', await demo.as(keeper, at), at, {
    title: told.title, kind: told.kind, body: told.body, auditorIds: [demo.id(who)], clauses: told.clauses,
    purpose: '抽样核对记录与要求。 Records are drawn and held against the requirements.',
    periodFrom: dateOf(demo.from), periodTo: dateOf(begins), accessFrom: dateOf(begins - dayMs), accessTo: dateOf(begins + told.lasts * dayMs),
  }); // prettier-ignore
  yield (at = begins);
  engagement = await demo.act(engagement, 'open', await demo.as(keeper, at), at);
  yield (at += 50 * minuteMs);
  const ask = async (requirement: string, asked: string, note: string, result: string) => {
    engagement = await demo.act(engagement, 'note_interview', await demo.as(who, at), at, { question: { requirement, asked, note, result } }); // prettier-ignore
  };
  await ask('8.6.1-b', '江晓岚 Jiang Xiaolan', '说明优先级由影响和紧急度得出，并当场演示。 She explained how priority follows from impact and urgency, and showed it.', 'conform'); // prettier-ignore
  yield (at += 70 * minuteMs);
  await ask('8.5.1.3-b', '谢雅琪 Xie Yaqi', '冻结期的例外由谁批准，说法与策略一致。 Who allows an exception in a freeze: as the policy has it.', 'conform'); // prettier-ignore
  yield (at += 60 * minuteMs);
  await drawn(demo, told, engagement.id, at);
  if (!told.ends) return;
  yield (at = Math.round(office(begins + 9 * dayMs)));
  await demo.act(engagement, 'end', await demo.as(keeper, at), at);
}

/** Frozen with the records as they are at that moment; a third of them is judged already. */
async function drawn(
  demo: Demo,
  { who, sample, ends }: Told,
  engagementId: string,
  at: number,
): Promise<void> {
  const { from: _from, n, ...about } = sample;
  const actor = await demo.as(who, at);
  const { rows } = await demo.house.pool.query<{ n: number }>(
    `select count(*)::int as n from record where type = $1 and created_at >= $2 and created_at < $3`,
    [sample.recordType, new Date(demo.from).toISOString(), new Date(at - dayMs).toISOString()],
  );
  const there = rows[0]?.n ?? 0;
  if (there < 10) return;
  let row = await demo.create('audit-sample', actor, at, {
    ...about, engagementId, n: Math.min(n, there), filters: {}, zone: 'Asia/Shanghai', periodFrom: dateOf(demo.from), periodTo: dateOf(at - dayMs),
  }); // prettier-ignore
  const items = Math.min(n, there);
  const judging = ends ? items : Math.floor(items / 3);
  for (let position = 1; position <= judging; position += 1) {
    const found = position === 5;
    at += 7 * minuteMs;
    row = await demo.act(row, 'note', actor, at, {
      item: {
        position,
        result: found ? 'observation' : 'conform',
        ...(found
          ? {
              note: '复核意见只有一句话，看不出依据。 The review is one sentence; its grounds cannot be seen.',
            }
          : {}),
      },
    });
  }
  if (ends)
    await demo.act(row, 'conclude', actor, at + hourMs, {
      conclusion: '样本符合要求，一项观察。 The sample conforms; one observation.',
    });
}
