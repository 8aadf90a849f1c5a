import { keepFigures } from '../../practices/service-reporting/server.ts';
import { office } from './change.told.ts';
import { dateOf, dayMs, hourMs, minuteMs, startOfDay, type Demo, type Row } from './context.ts';
import { isWholeYear } from './proof.time.ts';
import { actions, planned, reports, said, type Told } from './reporting.data.ts';
import type { Life } from './timeline.ts';

type Figure = { readonly key: string; readonly met: boolean | null; readonly n: number };

/** The measurement plan, a year of reports with what was decided on them, and the evaluations of system and services. */
export function reportingLives(demo: Demo): Life[] {
  if (!isWholeYear(demo)) return [];
  return [plan(demo), ...reports.map((told, n) => reporting(demo, told, n)), evaluations(demo)];
}

const on = (day: string, hour: number) =>
  Math.round(office(Date.parse(`${day}T00:00:00+08:00`) + hour * hourMs));
const monthOf = (at: number) => Temporal.PlainDate.from(dateOf(at)).with({ day: 1 });

/** Written in the first days; evaluated every three months by who analyses. */
async function* plan(demo: Demo): Life {
  const startsOn = monthOf(demo.from).toString();
  let at = on(dateOf(demo.from + dayMs), 9.5);
  yield at;
  const rows: Row[] = [];
  for (const [measureKey, title, subject, direction, target] of planned) {
    at += 4 * minuteMs;
    rows.push(await demo.create('measurement', await demo.as('p.su', at), at, {
      title, subject, measureKey, direction, ...(target === null ? {} : { target }), startsOn, evaluatedEvery: 'quarter',
      method: '由系统按字典公式计算。 Computed by the software, by the formula of the dictionary.', ownerId: demo.id('p.su'), analystId: demo.id(subject === 'service' ? 'p.zhou' : 'p.su'),
    })); // prettier-ignore
  }
  yield (at = Math.round(office(at + dayMs)));
  for (const row of rows) await demo.act(row, 'approve', await demo.as('p.lin', (at += minuteMs)), at);
  for (let quarter = monthOf(demo.from).add({ months: 3 }); ; quarter = quarter.add({ months: 3 })) {
    // Before the three months since the last time are over.
    at = on(quarter.subtract({ days: 10 }).toString(), 10);
    yield at;
    await demo.at(at, () => keepFigures(demo.house));
    for (const [i, row] of rows.entries()) {
      const who = planned[i]?.[2] === 'service' ? 'p.zhou' : 'p.su';
      await demo.act(row, 'evaluate', await demo.as(who, (at += 3 * minuteMs)), at, {
        conclusion: said.conclusion,
      });
    }
  }
}

async function* reporting(demo: Demo, told: Told, n: number): Life {
  let at = on(dateOf(demo.from + 2 * dayMs), 14 + n * 0.2);
  yield at;
  const months = told.frequency === 'month' ? 1 : 3;
  const first = monthOf(demo.from);
  const begins = months === 1 ? first : first.with({ month: Math.floor((first.month - 1) / 3) * 3 + 1 });
  const draft = await demo.create('report-definition', await demo.as(told.owner, at), at, {
    title: told.title, purpose: told.purpose, decides: told.decides, audience: told.audience, frequency: told.frequency, startsOn: begins.toString(), dueDays: 12,
    figures: told.figures.map((measure) => ({ measure })), ownerId: demo.id(told.owner), recipientIds: told.recipients.map((key) => demo.id(key)),
    ...(told.customer === undefined ? {} : { customerId: demo.id(told.customer) }),
  }); // prettier-ignore
  const definition = await demo.act(
    draft,
    'approve',
    await demo.as(told.approver, (at += 90 * minuteMs)),
    at,
  );
  for (let from = begins; ; from = from.add({ months })) {
    at = on(from.add({ months, days: 4 }).toString(), 9.5 + n * 0.3);
    yield at;
    await demo.at(at, () => keepFigures(demo.house));
    const owner = await demo.as(told.owner, at);
    const due = await demo.create('service-report', owner, at, {
      definitionId: definition.id,
      periodFrom: from.toString(),
    });
    yield* issued(demo, told, due, at);
  }
}

/** Drafted, approved by another, issued, decided on, told; an action is done some weeks later. */
async function* issued(demo: Demo, told: Told, due: Row, began: number): Life {
  let at = began + 40 * minuteMs;
  const random = demo.random.fork(due.number);
  const owner = await demo.as(told.owner, at);
  const preview = await demo.act(due, 'draft', owner, at, { commentary: '…', emptyReason: '本期没有记录。 Nothing was recorded.' });
  const missed = (preview['contents'] as { figures: readonly Figure[] }).figures.filter(({ met }) => met === false);
  const commentary = missed.length === 0 ? said.good : said.missed.replaceAll('{n}', String(missed.length));
  const drafted = await demo.act(preview, 'draft', owner, (at += 30 * minuteMs), {
    commentary,
    ...(missed.length > 2 ? { proposals: said.proposals } : {}),
  });
  yield (at = Math.round(office(at + dayMs)));
  const approved = await demo.act(drafted, 'approve', await demo.as(told.approver, at), at);
  const out = await demo.act(approved, 'issue', await demo.as(told.owner, (at += hourMs)), at);
  yield (at = Math.round(office(at + random.between(2, 5) * dayMs)));
  const acting = random.pick(actions);
  const decisions = missed.map(({ key, n }, i) => ({
    key,
    ...(i === 0 && n >= 5
      ? { decision: 'act', note: said.act, action: { title: acting[0], ownerId: demo.id('p.shen'), dueOn: dateOf(at + 25 * dayMs) } }
      : { decision: n < 5 ? 'no_action' : 'watch', note: n < 5 ? said.none : said.watch }),
  }));
  const overall = { key: 'overall', decision: 'no_action', note: said.good };
  const reviewed = await demo.act(out, 'review', await demo.as(told.reader, at), at, { decisions: decisions.length === 0 ? [overall] : decisions });
  yield (at = Math.round(office(at + dayMs)));
  const toldReport = await demo.act(reviewed, 'tell', await demo.as(told.owner, at), at, { toldNote: '邮件及例会。 By mail and in the regular meeting.' });
  const { rows } = await demo.house.pool.query<{ id: string }>('select id from action_item where source_id = $1', [due.id]);
  if (rows.length > 0) yield (at = Math.round(office(at + random.between(9, 17) * dayMs)));
  for (const { id } of rows) {
    const done = await demo.act({ type: 'action-item', id }, 'finish', await demo.as('p.shen', at), at, { result: acting[1] });
    await demo.act(done, 'verify', await demo.as('p.su', (at += hourMs)), at, { verification: '已核对。 Checked.' });
  }
  await demo.act(toldReport, 'close', await demo.as(told.owner, (at += hourMs)), at);
} // prettier-ignore

/** Twice a year: the system as a whole, and each service by its owner. */
async function* evaluations(demo: Demo): Life {
  const half = monthOf(demo.from).add({ months: 6 });
  for (const end of [half, half.add({ months: 5 })]) {
    let at = on(end.add({ days: 9 }).toString(), 15);
    yield at;
    const period = {
      periodFrom: end.subtract({ months: 6 }).toString(),
      periodTo: end.subtract({ days: 1 }).toString(),
    };
    const conclude = async (who: string, input: Readonly<Record<string, unknown>>, conclusion: string) => {
      const actor = await demo.as(who, (at += 20 * minuteMs));
      const made = await demo.create('performance-evaluation', actor, at, {
        ...period,
        ownerId: demo.id(who),
        ...input,
      });
      await demo.act(made, 'conclude', actor, (at += 10 * minuteMs), { verdict: 'partly', conclusion });
    };
    await conclude(
      'p.su',
      { kind: 'system', title: `体系有效性评价 Effectiveness of the system ${period.periodTo}` },
      said.system,
    );
    const { rows } = await demo.house.pool.query<{ id: string; title: string }>(
      `select id, title from record where type = 'service' and state = 'published' and created_at < $1 order by number`,
      [new Date(startOfDay(at)).toISOString()],
    );
    for (const { id, title } of rows)
      await conclude(
        'p.zhou',
        { kind: 'service', serviceId: id, title: `${title} ${period.periodTo}`.slice(0, 200) },
        said.service,
      );
  }
}
