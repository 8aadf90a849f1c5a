import { dayMs, dateOf, iso, minuteMs, type Demo, type Input, type Row } from './context.ts';

type Led = {
  update(after: number, n: number): Promise<void>;
  restored(after: number): Promise<void>;
  reviewOpened(after: number): Promise<void>;
  reviewed(after: number, calls: number): Promise<void>;
};

const news = [
  { en: 'Cause found; the fix is being prepared.', 'zh-CN': '原因已找到，正在准备修复。' },
  { en: 'A way round works for part of the shops.', 'zh-CN': '部分店铺已通过临时方案恢复。' },
  {
    en: 'Fix in place on half of the hosts; we watch the figures.',
    'zh-CN': '半数节点已修复，正在观察指标。',
  },
  { en: 'Going on as planned; the next news in half an hour.', 'zh-CN': '按计划推进，半小时后再更新。' },
] as const;

/** A major incident from its declaration to its review (8.6.1 g–k), around the incident that leads it. */
export async function declared(
  demo: Demo,
  {
    parent,
    at,
    title,
    engineer,
  }: { parent: Row; at: number; title: { zh: string; en: string }; engineer: string },
): Promise<Led> {
  const measured = { key: 'critical_service', priority: 1, criticality: 'critical', affectedUsers: 0, linkedIncidents: 0, security: false }; // prettier-ignore
  let major = await demo.create('major-incident', demo.software, at + 8 * minuteMs, {
    leadingIncidentId: parent.id,
    criteria: [measured],
  });
  const lead = engineer === 'p.shen' ? 'p.zhao' : engineer;
  const act = async (who: string, name: string, after: number, input: Input = {}) => {
    if (at + after <= demo.until)
      major = await demo.act(major, name, await demo.as(who, at + after), at + after, input);
  };
  const post = (after: number, texts: { en: string; 'zh-CN': string }) =>
    act('p.jiang', 'post_update', after, { audiences: ['affected', 'public', 'management'], texts });
  await act('p.shen', 'declare', 9 * minuteMs, {
    managerId: demo.id('p.shen'),
    communicationsId: demo.id('p.jiang'),
    technicalLeadId: demo.id(lead),
    scribeId: demo.id('p.wang'),
    bridge: 'https://meet.lanternharbour.example/major',
  });
  await post(11 * minuteMs, {
    en: `${title.en}. A major incident is declared.`,
    'zh-CN': `${title.zh}，已宣布为重大事件。`,
  });
  await act('p.jiang', 'inform_management', 14 * minuteMs, {
    personIds: [demo.id('p.lin'), demo.id('p.tan')],
    way: 'phone',
    text: `${title.zh} · ${title.en}`,
  });
  await act('p.wang', 'record_entry', 17 * minuteMs, {
    kind: 'decision',
    texts: { en: 'No releases until it is over.', 'zh-CN': '恢复前暂停所有发布。' },
  });
  return {
    update: (after, n) => post(after, news[n % news.length] ?? news[0]),
    async restored(after) {
      await act(lead, 'stabilise', after - 9 * minuteMs, {
        reason: '影响已停止扩大。 The effect grows no more.',
      });
      await act('p.shen', 'restore', after - 2 * minuteMs, {
        restoredAt: iso(at + after - 3 * minuteMs),
        reason: '指标连续十分钟正常。 Figures normal for ten minutes.',
      });
    },
    reviewOpened: (after) =>
      act('p.shen', 'open_review', after, {
        reviewerId: demo.id('p.su'),
        reviewAt: iso(at + after + 2 * dayMs),
      }),
    reviewed: (after, calls) => review(demo, { major, at: at + after, calls, lead }),
  };
}

async function review(
  demo: Demo,
  { major, at, calls, lead }: { major: Row; at: number; calls: number; lead: string },
): Promise<void> {
  if (at + 9 * dayMs > demo.until) return;
  const reviewer = await demo.as('p.su', at);
  const actions = [];
  for (const [title, owner] of [
    ['给该通道加上独立的积压告警 · An alarm of its own for this backlog', lead],
    ['演练切换到备用路由 · Practise the switch to the spare route', 'p.zhao'],
  ] as const) {
    actions.push({
      owner,
      made: await demo.create('action-item', reviewer, at, {
        title,
        ownerId: demo.id(owner),
        dueOn: dateOf(at + 7 * dayMs),
        sourceId: major.id,
      }),
    });
  }
  await demo.act(major, 'finish_review', reviewer, at + 40 * minuteMs, {
    cause: '容量上限与重试叠加，告警阈值设得过高。 A capacity limit met retries; the alarm was set too high.',
    helped: '值班交接清楚，备用路由可用。 The hand-over was clear and the spare route was there.',
    hindered: '最初二十分钟没有人确认商家侧影响。 For twenty minutes nobody confirmed what merchants saw.',
    customerImpact: `${calls} 个商家和坐席报障，约 ${calls * 130} 笔订单延迟。 ${calls} reports, about ${calls * 130} orders late.`,
    affectedUsers: calls * 130,
    lostBusinessCents: calls * 1_870_000,
    lostBusinessCurrency: 'CNY',
  });
  for (const { owner, made } of actions) {
    const done = at + 5 * dayMs;
    await demo.act(made, 'finish', await demo.as(owner, done), done, {
      result: '已完成并在测试环境验证。 Done, and tried in the test environment.',
    });
    await demo.act(made, 'verify', await demo.as('p.su', done + dayMs), done + dayMs, {
      verification: '演练记录已查看。 Seen in the record of the exercise.',
    });
  }
  await demo.act(major, 'close', await demo.as('p.shen', at + 7 * dayMs), at + 7 * dayMs);
}
