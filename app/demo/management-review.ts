import { office } from './change.told.ts';
import { dateOf, dayMs, hourMs, type Demo } from './context.ts';
import { ago, on } from './proof.time.ts';
import type { Life } from './timeline.ts';

const [chair, second, keeper] = ['p.lin', 'p.tan', 'p.su'] as const;

type Decision = readonly [
  kind: 'improvement' | 'system' | 'service' | 'resource' | 'no_action',
  title: string,
  owner?: string,
  days?: number,
  done?: string,
];
type Review = {
  readonly days: number;
  readonly title: string;
  readonly looksBack: number;
  readonly notes: Readonly<Record<string, string>>;
  readonly discussion: string;
  readonly conclusions: Readonly<Record<string, string>>;
  readonly decisions: readonly Decision[];
  readonly closes: boolean;
};

const reviews: readonly Review[] = [
  {
    days: 172, looksBack: 180, title: '年中管理评审 · Review at mid-year', closes: true,
    notes: {
      issues: '新加坡的数据保护规定收紧。 Data protection rules in Singapore became stricter.', resources: '夜班工程师缺两人；预算可支持一人。 Two engineers are missing at night; the budget allows for one.',
      objectives: '六项目标中四项达成。 Four of six objectives are reached.', risks: '对单一云供应商的依赖仍最高。 Dependence on one cloud supplier is still the highest.',
      parties: '快运接口两次未达目标。 The carrier missed its target twice.', policies: '方针仍适用。 The policy still fits.',
    },
    discussion: '讨论集中在变更引起的事件和夜间恢复时间。 Most of the time went to incidents that changes caused, and to how long nights take.',
    conclusions: {
      suitability: 'yes', suitabilityNote: '业务和客户没有改变方向。 Business and customers have kept their direction.', adequacy: 'with_changes', adequacyNote: '夜间人手不足。 Nights are thinly staffed.',
      effectiveness: 'with_changes', effectivenessNote: '四项目标达成，恢复时间未达。 Four objectives are reached; the time to restore is not.',
    },
    decisions: [
      ['resource', '夜班增加一名工程师 · One more engineer at night', 'p.zhao', 60, '九月起到岗。 On duty since September.'],
      ['system', '部署工具检查批准 · The deployment tool checks the approval', 'p.xie', 45, '已启用。 In force.'],
      ['improvement', '与快运商定夜间响应 · A night response is agreed with the carrier', 'p.koh', 150],
    ],
  },
  {
    days: 16, looksBack: 150, title: '年末管理评审 · Review at the end of the year', closes: false,
    notes: {
      resources: '夜班已补一人；明年需增加存储。 One more at night; storage must grow next year.', parties: '快运已达标，云供应商两次晚报。 The carrier meets its target; the cloud supplier reported late twice.',
      policies: '方针修订一句，其余适用。 One sentence of the policy was changed.', issues: '气候议题：机房散热风险已评估。 Climate: heat in the rooms was assessed.', objectives: '五项达成，一项顺延。 Five are reached, one goes on.', risks: '单一云依赖的处置进行到一半。 The treatment of the one-cloud risk is half way.',
    },
    discussion: '先过一遍年中决定，再看两次内审的结果。 First what was decided at mid-year, then what both audits found.',
    conclusions: {
      suitability: 'yes', suitabilityNote: '适合。 It suits.', adequacy: 'yes', adequacyNote: '人手与工具足够。 People and tools are enough.', effectiveness: 'yes', effectivenessNote: '恢复时间下降，满意度上升。 Restoring is faster, and customers are more satisfied.',
    },
    decisions: [
      ['service', '物流接口按承运商限流 · Requests are limited for each carrier', 'p.koh', 70],
      ['improvement', '知识库补写二十篇 · Twenty more articles', 'p.nair', 60],
      ['no_action', '方针无需再改 · The policy needs no other change'],
    ],
  },
]; // prettier-ignore

/** 9.3 and 5.1: two reviews, the second of which begins with what the first decided; and a look of the management's own. */
export const managementReviewLives = (demo: Demo): Life[] => [
  ...reviews.map((review) => held(demo, review)),
  looked(demo),
];

async function* held(demo: Demo, told: Review): Life {
  let at = on(demo, told.days + 14, 15);
  yield at;
  const meets = on(demo, told.days, 10);
  let review = await demo.create('management-review', await demo.as(keeper, at), at, {
    title: told.title, plannedOn: dateOf(meets), periodFrom: dateOf(ago(demo, told.days + told.looksBack)), periodTo: dateOf(meets - 3 * dayMs), chairId: demo.id(chair),
    participantIds: [second, keeper, 'p.zhou', 'p.shen'].map((key) => demo.id(key)), place: '上海 15 楼会议室 · Shanghai, floor 15',
  }); // prettier-ignore
  const does = async (action: string, who: string, input: Readonly<Record<string, unknown>> = {}) => {
    review = await demo.act(review, action, await demo.as(who, at), at, input);
  };
  yield (at = meets - 26 * hourMs);
  await does('freeze_inputs', keeper);
  for (const [key, text] of Object.entries(told.notes)) await does('note_input', keeper, { note: { key, text } });
  yield (at = meets + 3 * hourMs);
  const came = [chair, second, keeper, 'p.zhou', 'p.shen'].map((key) => ({ personId: demo.id(key), present: key !== 'p.shen' || told.closes }));
  await does('hold', keeper, { heldOn: dateOf(meets), attendance: came, discussion: told.discussion });
  for (const [kind, title, owner, days] of told.decisions)
    await does('decide', keeper, {
      decision: { kind, title, ...(owner === undefined ? {} : { ownerId: demo.id(owner), dueOn: dateOf(at + (days ?? 30) * dayMs) }) },
    });
  await does('conclude', keeper, told.conclusions);
  yield (at = Math.round(office(at + 2 * dayMs)));
  await does('sign', chair);
  for (const [, title, owner, , done] of told.decisions) {
    if (done === undefined || owner === undefined) continue;
    yield (at = Math.round(office(at + 18 * dayMs)));
    const { rows } = await demo.house.pool.query<{ id: string }>(
      `select a.id from action_item a join record r on r.id = a.id where a.source_id = $1 and r.title = $2 and r.state = 'open'`,
      [review.id, title],
    );
    const id = rows[0]?.id;
    if (id !== undefined) await demo.act({ type: 'action-item', id }, 'finish', await demo.as(owner, at), at, { result: done });
  }
  if (!told.closes) return;
  yield (at = Math.round(office(at + 6 * dayMs)));
  await does('close', keeper);
} // prettier-ignore

/** Eight incidents drawn by chance, looked at by the chair one evening. */
async function* looked(demo: Demo): Life {
  let at = on(demo, 84, 17);
  yield at;
  const { rows } = await demo.house.pool.query<{ n: number }>(
    `select count(*)::int as n from record where type = 'incident' and created_at >= $1 and created_at < $2`,
    [new Date(ago(demo, 115)).toISOString(), new Date(at - dayMs).toISOString()],
  );
  const n = Math.min(8, rows[0]?.n ?? 0);
  if (n < 2) return;
  const actor = await demo.as(chair, at);
  let check = await demo.create('spot-check', actor, at, {
    title: '事件是否写明如何恢复？ · Do incidents say what helped?', recordType: 'incident', requirement: '8.6.1-d', periodFrom: dateOf(ago(demo, 114)), periodTo: dateOf(at - dayMs),
    n, seed: 'lh-autumn', purpose: '客户问起。 Customers asked.',
  }); // prettier-ignore
  for (let position = 1; position <= n; position += 1) {
    at += 3 * 60_000;
    const poor = position === 4;
    check = await demo.act(check, 'look', actor, at, {
      item: { position, result: poor ? 'not_conform' : 'conform', ...(poor ? { note: '只写“已恢复”。 It only says “restored”.' } : {}) },
    }); // prettier-ignore
  }
  await demo.act(check, 'conclude', actor, at + 5 * 60_000, {
    conclusion:
      '多数写明；一条不足，已请服务台在班会提醒。 Most do; one does not, and the desk was asked to speak of it.',
  });
}
