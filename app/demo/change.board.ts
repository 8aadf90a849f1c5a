import { changeLink } from '../../kernel/link/link.ts';
import { freezesOf, instant, nextBoard } from './change.calendar.ts';
import { dateOf, dayMs, hourMs, iso, local, minuteMs, type Demo, type Row } from './context.ts';
import type { Random } from './random.ts';
import type { Life } from './timeline.ts';

const chair = 'p.xie';
const members = ['p.chen', 'p.koh', 'p.he', 'p.zhao', 'p.zhou'] as const;

type Item = { number: string; changeId: string; stage: string; outcome: string | null };
const agendaOf = (meeting: Row) => meeting['agenda'] as readonly Item[];

/** The boards of the year, and the next one with what waits for it. */
export function boards(demo: Demo): Life[] {
  const lives: Life[] = [];
  for (let at = nextBoard(demo.from + 5 * dayMs); at < demo.until + 14 * dayMs; at = nextBoard(at + dayMs))
    lives.push(board(demo, at));
  return lives;
}

async function* board(demo: Demo, at: number): Life {
  const called = at - 20 * hourMs;
  yield called;
  const { rowCount } = await demo.house.pool.query(
    `select from record r join change c on c.id = r.id
     where r.type = 'change' and r.state = 'assessed' and (c.risk_level in ('high', 'very_high') or c.category = 'major') limit 1`,
  );
  if (rowCount === 0) return;
  let meeting = await demo.create('cab-meeting', await demo.as(chair, called), called, {
    title: `变更委员会 · Change advisory board ${dateOf(at)}`,
    startsAt: iso(at),
    endsAt: iso(at + hourMs),
    place: '上海 12 楼“灯塔” · Lighthouse, Shanghai 12 · https://meet.lanternharbour.example/cab',
    memberIds: [chair, ...members].map((key) => demo.id(key)),
    quorum: 3,
  });
  const act = async (who: string, later: number, name: string, input = {}) => {
    meeting = await demo.act(meeting, name, await demo.as(who, at + later), at + later, input);
  };
  yield at;
  if (agendaOf(meeting).length === 0)
    return act(chair, 0, 'cancel', { reason: '没有需要评审的变更。 Nothing waits for the board.' });
  const random = demo.random.fork(`board ${dateOf(at)}`);
  const here = members.filter((_, i) => i !== random.between(0, 9)).slice(0, 4);
  await act(chair, minuteMs, 'open', { presentIds: [chair, ...here].map((key) => demo.id(key)) });
  let minute = 3;
  const minutes: string[] = [];
  for (const { number, changeId, stage } of agendaOf(meeting)) {
    const { rows } = await demo.house.pool.query<{ state: string; own: string[]; high: boolean; starts: Date | string; asked: string[] }>(
      `select r.state, array[r.requester_id, c.implementer_id] as own, c.risk_level in ('high', 'very_high') or c.category = 'major' as high, c.planned_start_at as starts,
         array(select unnest(s.approver_ids) from approval a join approval_step s on s.approval_id = a.id where a.record_id = r.id and a.state = 'open' and s.state = 'open') as asked
       from record r join change c on c.id = r.id where r.id = $1`,
      [changeId],
    );
    const [waits] = rows;
    // A customer whose consent is needed speaks before the board does.
    const isAsked = (key: string) => waits?.asked.includes(demo.id(key)) === true;
    // Who is asked votes first: the last of those who vote may abstain.
    const free = [chair, ...here].filter((key) => waits?.own.includes(demo.id(key)) !== true);
    const voters = [...free.filter(isAsked), ...free.filter((key) => !isAsked(key))].slice(0, 4);
    const turn = voters.some(isAsked);
    // Put on the agenda for advice and assessed since: it comes again for a decision.
    const early = stage === 'assessment' && waits?.high === true;
    // Decided after its window it would have to be asked for anew.
    const hasTime = waits !== undefined && new Date(waits.starts).getTime() > nextBoard(at + dayMs) + 3 * dayMs;
    if (early && hasTime) demo.ids.set(`waits.${changeId}`, 'next');
    if (waits?.state !== 'assessed' || !waits.high || !turn || early) {
      await act(chair, minute * minuteMs, 'take_off', { change: number });
      continue;
    }
    const said = verdictOn(demo, changeId, random, hasTime);
    for (const [i, who] of voters.entries())
      await act(who, (minute += 1) * minuteMs, 'vote', { change: number, ...said.vote(i) });
    await act(chair, (minute += 2) * minuteMs, 'conclude', { change: number, ...said.outcome });
    minutes.push(`${number}: ${said.minute}`);
  }
  await act(chair, (minute + 2) * minuteMs, 'close', {
    minutes: ['逐项看过风险、窗口和回退方式。 Risk, window and way back of each were gone through.', ...minutes].join('\n'),
  });
} // prettier-ignore

const approve = { vote: 'approve' };

/** Most pass. What lacks something comes again to the next board; what must not be done so is refused with its reason. */
function verdictOn(demo: Demo, changeId: string, random: Random, hasTime: boolean) {
  if (demo.ids.delete(`refuse.${changeId}`)) {
    const note = '没有演练过回退，窗口又紧挨结账日。 The way back was never tried, and the window is next to the closing of the books.';
    return {
      vote: (i: number) => (i === 3 ? { vote: 'abstain' } : { vote: 'reject', note }),
      outcome: { outcome: 'rejected', note },
      minute: '否决，演练回退后可重新提出。 Rejected; it may come again when the way back was tried.',
    };
  }
  if (hasTime && demo.ids.get(`deferred.${changeId}`) === undefined && random.chance(0.6)) {
    demo.ids.set(`deferred.${changeId}`, 'once').set(`waits.${changeId}`, 'next');
    const [note, minute] = random.pick([
      ['缺少容量测试结果，下次带来。 The result of the load test is missing; bring it next time.', '延至下次，等容量测试。 Next time, with the load test.'],
      ['仓库那一周有盘点，请换一个窗口再议。 The warehouse counts its stock that week; come again with another window.', '延至下次，换窗口。 Next time, with another window.'],
    ] as const);
    return { vote: (i: number) => (i < 2 ? approve : { vote: 'abstain', note }), outcome: { outcome: 'deferred', note }, minute };
  }
  return { vote: () => approve, outcome: { outcome: 'approved' }, minute: '通过，无异议。 Approved, nobody objected.' };
} // prettier-ignore

export function freezes(demo: Demo): Life[] {
  const year = Number(dateOf(demo.until).slice(0, 4));
  return [year - 1, year, year + 1]
    .flatMap(freezesOf)
    .filter(({ from }) => instant(from) - 21 * dayMs > demo.from + 2 * dayMs)
    .map((freeze) => frozen(demo, freeze));
}

async function* frozen(demo: Demo, { from, to, title, purpose }: ReturnType<typeof freezesOf>[number]): Life {
  const declared = instant(from) - 21 * dayMs + 10 * hourMs;
  yield declared;
  const given = {
    title,
    startsAt: iso(instant(from)),
    endsAt: iso(instant(to)),
    purpose,
    scope: 'everything',
  };
  const manager = await demo.as(chair, declared);
  const made = await demo.create('change-freeze', manager, declared, given);
  yield declared + 30 * minuteMs;
  const freeze = await demo.act(made, 'declare', manager, declared + 30 * minuteMs);
  yield instant(to) + minuteMs;
  await demo.act(freeze, 'end', demo.software, instant(to) + minuteMs);
}

/** [STD] Each quarter is looked back upon; the second time something follows from it. */
export async function* quarters(demo: Demo): Life {
  const first = new Date(demo.from);
  let from = Date.UTC(first.getUTCFullYear(), Math.ceil((first.getUTCMonth() + 1) / 3) * 3, 1);
  for (let n = 0; ; n += 1) {
    const next = new Date(from);
    const to = Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 3, 1);
    const at = to + (6 + (n % 3)) * dayMs + 2 * hourMs;
    yield at;
    const manager = await demo.as(chair, at);
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const quarter = `${next.getUTCFullYear()} Q${next.getUTCMonth() / 3 + 1}`;
    const trend = await demo.create('change-trend', manager, at, {
      title: `变更趋势 · Trend of changes, ${quarter}`,
      periodFrom: day(from),
      periodTo: day(to),
    });
    const acts = n === 1;
    if (acts)
      await demo.create('action-item', manager, at + hourMs, {
        title: '测试环境加入夜间任务副本 · A copy of the nightly jobs in the test environment',
        ownerId: demo.id('p.osei'),
        dueOn: dateOf(at + 30 * dayMs),
        sourceId: trend.id,
      });
    yield at + 2 * dayMs;
    await demo.act(trend, 'conclude', await demo.as(chair, at + 2 * dayMs), at + 2 * dayMs, {
      conclusions: acts
        ? '两次回退都因测试环境缺少真实任务；紧急变更集中在支付和队列。 Both back-outs came from a test environment without real jobs; emergencies gather at payment and queues.'
        : '成功率高于目标，标准变更占比上升；没有未授权变更的趋势。 More successful than the target, more of them standard; unauthorised ones are no trend.',
      decision: acts ? 'actions' : 'no_action',
    });
    from = to;
  }
}

/** The quarterly look at the firewall found a rule that nobody had asked for. */
export async function* found(demo: Demo): Life {
  const at = demo.until - 128 * dayMs - (local(demo.until).hour - 10) * hourMs;
  if (at < demo.from + 9 * dayMs) return;
  yield at;
  const made = await demo.create('change', await demo.as('p.han', at), at, {
    title: '防火墙上未经申请的规则 · A rule on the firewall that nobody asked for',
    category: 'significant',
    purpose: '核对配置时发现一条上周新增的放行规则，没有对应变更。 Compared with the records, a rule was added last week without a change.',
    objective: '查明来由，保留或撤除。 To find out where it came from, and to keep or remove it.',
    subjectIds: [demo.id('ci.fw-sh-01')],
    teamId: demo.id('team.platform'),
    occurredAt: iso(at - 6 * dayMs),
    found: true,
  });
  const { rows } = await demo.house.pool.query<{ id: string }>('select id from change_task where change_id = $1', [made.id]);
  yield at + 3 * dayMs;
  for (const { id } of rows)
    await demo.act({ type: 'change-task', id }, 'finish', await demo.as('p.han', at + 3 * dayMs), at + 3 * dayMs, {
      result: '规则为演练临时添加，已撤除。 Added for an exercise and forgotten; removed.',
      cause: '演练方案没有写明要走变更。 The plan of the exercise did not say that it needs a change.',
      prevention: '演练模板加入“对应变更号”一栏。 The template for exercises asks for the number of the change.',
    });
  const end = at + 4 * dayMs;
  yield end;
  const asked = { cisUpdated: 'not_affected', usersInformed: 'not_concerned', monitoringResult: '规则已撤除，流量正常。 Rule gone, traffic normal.', reviewerId: demo.id('p.zhao') };
  await demo.act(made, 'open_review', await demo.as(chair, end), end, asked);
  yield end + dayMs;
  await demo.act(made, 'finish_review', await demo.as('p.zhao', end + dayMs), end + dayMs, {
    objectiveMet: 'yes', deviations: '没有经过变更流程。 It went past the process.', lessons: '演练也要走变更。 Exercises are changes, too.',
    userFeedback: '没有用户受影响。 Nobody was affected.', monitoringResult: asked.monitoringResult,
  });
  await demo.together(end + dayMs, async (work) =>
    changeLink(work, { type: 'change', id: made.id }, await demo.as(chair, end + dayMs), 'link', 'related', String((await work.run<{ number: string }>('demo_ci', 'select number from record where id = $1', [demo.id('ci.fw-sh-01')]))[0]?.number)));
} // prettier-ignore
