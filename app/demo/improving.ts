import { measureNamed } from '../../kernel/measure/condition.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { office } from './change.told.ts';
import { dateOf, dayMs, hourMs, iso, type Demo, type Row } from './context.ts';
import { faults, ideas, type Fault, type Idea } from './improving.data.ts';
import { ago, isWholeYear, on } from './proof.time.ts';
import type { Life } from './timeline.ts';

const [boss, lead, checker] = ['p.lin', 'p.su', 'p.gu'] as const;

/** 10.1 and 10.2 over the year: what was not as it should be, and what became better. */
export const improvingLives = (demo: Demo): Life[] => [
  ...faults.map((fault) => settled(demo, fault)),
  ...ideas.map((idea) => improved(demo, idea)),
];

/** The newest record that shows it, of lapses one of the same requirement; a story that is short has none of some kinds. */
async function shownBy(
  demo: Demo,
  { shownBy: type, requirement }: Fault,
  at: number,
): Promise<string | undefined> {
  if (type === undefined) return undefined;
  const { rows } = await demo.house.pool.query<{ id: string }>(
    `select r.id from record r left join lapse l on l.id = r.id where r.type = $1 and r.created_at < $2
       and (l.id is null or l.requirement = $3) order by r.created_at desc limit 1`,
    [type, iso(at), requirement],
  );
  return rows[0]?.id;
}

/** From raising it to the look at its effect; in a whole year some begin again, and the last ones are still open. */
async function* settled(demo: Demo, fault: Fault): Life {
  let at = on(demo, fault.days, 10.2);
  yield at;
  const sourceId = await shownBy(demo, fault, at);
  const raiser = await demo.as(fault.by, at);
  let row = await demo.create('nonconformity', raiser, at, {
    title: fault.title, description: fault.description, requirement: fault.requirement, grade: fault.grade, ownerId: demo.id(fault.owner),
    ...(fault.ownRule === undefined ? {} : { ownRule: fault.ownRule }),
    ...(sourceId === undefined ? { sourceNote: '定期核对 · Regular look' } : { sourceId }),
    planDueOn: dateOf(at + 14 * dayMs), dueOn: dateOf(at + 50 * dayMs),
  }); // prettier-ignore
  const does = async (action: string, who: string, input: Readonly<Record<string, unknown>> = {}) => {
    row = await demo.act(row, action, await demo.as(who, at), at, input);
  };
  yield (at = Math.round(office(at + 5 * hourMs)));
  await does('contain', fault.owner, { correction: fault.correction });
  yield* correctiveAction();
  const [effective, note] = fault.seen;
  yield (at = Math.round(office(at + 31 * dayMs)));
  await does('begin_check', checker);
  yield (at = Math.round(office(at + 2 * dayMs)));
  await does(effective ? 'confirm_effective' : 'find_ineffective', checker, { effectivenessNote: note });
  if (effective) return;
  yield* correctiveAction(' (2)');
  yield (at = Math.round(office(at + 33 * dayMs)));
  await does('begin_check', checker);
  await does('confirm_effective', checker, { effectivenessNote: '第二次验证：夜班演练后按时告知。 Seen again: told in time, nights included.' });

  async function* correctiveAction(again = ''): Life {
    const [rootCause, causeClass, rcaMethod] = fault.cause;
    const [extentCheck, extentCount] = fault.extent;
    yield (at = Math.round(office(at + 3 * dayMs)));
    await does('find_cause', fault.owner, {
      rootCause: `${rootCause}${again === '' ? '' : ' 夜班不在演练计划中。 Nights are not in the plan of drills.'}`, causeClass, rcaMethod, extentCheck,
      extentResult: extentCount > 0 ? 'elsewhere' : 'only_here', extentCount,
    }); // prettier-ignore
    const actions: (readonly [Row, string, string])[] = [];
    for (const [title, who, result] of fault.actions) {
      const input = { title: `${title}${again}`, ownerId: demo.id(who), dueOn: dateOf(at + 21 * dayMs), sourceId: row.id };
      actions.push([await demo.create('action-item', await demo.as(fault.owner, at), at, input), who, result]);
    }
    yield (at = Math.round(office(at + dayMs)));
    await does('plan', fault.owner, { successCriterion: fault.criterion, dueOn: dateOf(at + 60 * dayMs) });
    for (const [action, who, result] of actions) {
      yield (at = Math.round(office(at + 6 * dayMs)));
      await demo.act(action, 'finish', await demo.as(who, at), at, { result });
    }
    const [systemChange, systemChangeNote] = fault.change;
    yield (at = Math.round(office(at + 4 * hourMs)));
    await does('finish', fault.owner, { systemChange, ...(systemChangeNote === '' ? {} : { systemChangeNote }) });
    await does('wait', fault.owner, { waitUntil: dateOf(at + 30 * dayMs) });
  }
} // prettier-ignore

/** From the idea to what was found; some are refused, the last one runs. */
async function* improved(demo: Demo, idea: Idea): Life {
  let at = on(demo, idea.days, 14.4);
  yield at;
  const [alignment, value, risk, effort, feasible] = idea.scores;
  let record = await demo.create('improvement', await demo.as(idea.by, at), at, {
    title: idea.title, description: idea.description, objective: idea.objective, claimedBenefit: idea.claimed, ownerId: demo.id(idea.owner),
    sponsorId: demo.id(boss), aims: ['quality', 'productivity'],
  }); // prettier-ignore
  const does = async (action: string, who: string, input: Readonly<Record<string, unknown>> = {}) => {
    record = await demo.act(record, action, await demo.as(who, at), at, input);
  };
  yield (at = Math.round(office(at + 4 * dayMs)));
  await does('score', lead, { scores: { alignment, value, risk, effort, feasible } });
  yield (at = Math.round(office(at + 5 * dayMs)));
  if (idea.refused !== undefined) {
    await does('refuse', boss, { decisionReason: idea.refused });
    return;
  }
  const [first, last] = [at - 65 * dayMs, at - 2 * dayMs];
  const baseline = await baselineOf(demo, idea, first, last);
  if (baseline === undefined) return;
  const { values } = idea;
  await does('approve', boss, {
    ...(idea.figure ? { measureKey: idea.figure[0] } : { metric: values?.metric, unit: values?.unit, direction: values?.direction }),
    targetValue: baseline.target, targetOn: dateOf(at + 95 * dayMs), priority: 2, ownerId: demo.id(idea.owner), sponsorId: demo.id(boss),
    decisionReason: '得分居前，资源可用。 Among the best scores, and the means are there.',
  }); // prettier-ignore
  yield (at = Math.round(office(at + 4 * dayMs)));
  await does('plan', idea.owner, {
    baselineFrom: dateOf(first), baselineTo: dateOf(last), plan: idea.plan, dueOn: dateOf(at + 35 * dayMs), effortDays: 12,
    ...(values ? { baselineValue: values.baseline, baselineN: values.n } : {}),
  }); // prettier-ignore
  if (idea.result === '') return;
  yield (at = Math.round(office(at + 25 * dayMs)));
  await does('implement', idea.owner, { result: idea.result });
  const began = at;
  yield (at = Math.round(office(at + 64 * dayMs)));
  await does('measure', lead, {
    foundFrom: dateOf(began + dayMs), foundTo: dateOf(at - 2 * dayMs), foundBenefit: idea.benefit, ...(values ? { foundValue: values.found, foundN: values.n } : {}),
  }); // prettier-ignore
  yield (at = Math.round(office(at + 6 * dayMs)));
  await does('report', lead, {
    reportedTo: '管理评审 · Management review', followUp: idea.followUp ?? '纳入常规测量。 It is measured with the others from now on.',
  }); // prettier-ignore
}

/** The value to start from, and the one aimed at; nothing where the figure counted nothing yet. */
async function baselineOf(demo: Demo, { figure, values }: Idea, from: number, to: number) {
  if (values) return { target: values.target };
  const measure = figure && measureNamed(demo.house, figure[0]);
  if (!measure || !isWholeYear(demo) || from < ago(demo, 365)) return undefined;
  const period = { from: iso(from), to: iso(to) };
  const said = await onConnection(demo.house.pool, (tx) => evaluate(tx, demo.house, measure, demo.software, {}, period));
  return said.value === null ? undefined : { target: Math.round((said.value / hourMs) * figure[1] * 100) / 100 };
} // prettier-ignore
