import { keepValues } from '../../practices/objective-management/server.ts';
import { dateOf, dayMs, hourMs, type Demo, type Row } from './context.ts';
import { office } from './change.told.ts';
import { aims, climate, deputies, issues, laws, owners, parties, planTexts, risks } from './plan.data.ts';
import { lawPresets } from '../../practices/organisation-context/server.ts';
import { ago, isWholeYear, on } from './proof.time.ts';
import { inOrder, type Life } from './timeline.ts';

const keeper = 'p.su';

/** Clauses 4 to 6: what the year's work rests on. Told after the work itself, and dated before it. */
export async function planning(demo: Demo): Promise<void> {
  // In a story of some days nothing would be ready for what rests on it.
  if (!isWholeYear(demo)) return;
  await inOrder(demo, [
    roles(demo),
    ...issues.map((issue) => noted(demo, issue)),
    climateAnswered(demo),
    ...laws.map((law, i) => decided(demo, law, i)),
    ...parties.map((party, i) => known(demo, party, i)),
    scope(demo),
    ...risks.map((risk) => handled(demo, risk)),
    ...aims.map((aim) => aimed(demo, aim)),
    managementPlan(demo),
    boardsJoined(demo),
    values(demo),
  ]);
}

async function does(demo: Demo, record: Row, who: string, name: string, at: number, input: Readonly<Record<string, unknown>> = {}): Promise<Row> {
  return demo.act(record, name, await demo.as(who, at), at, input);
} // prettier-ignore

const rowsOf = async (demo: Demo, text: string, values: readonly unknown[] = []) =>
  (
    await demo.house.pool.query<{ id: string; type: string; code: string; role: string; person: string }>(
      text,
      [...values],
    )
  ).rows;

/** The processes get their owners, and the holders of roles their letters; one of them has not answered yet. */
async function* roles(demo: Demo): Life {
  let at = on(demo, 356, 9.2);
  yield at;
  for (const { id, code } of await rowsOf(
    demo,
    `select id, 'sms-process' as type, code from sms_process order by code`,
  ))
    await demo.act({ type: 'sms-process', id }, 'edit', await demo.as(keeper, at), (at += 40_000), {
      ownerId: demo.id(owners[code] ?? keeper),
    });
  const keys = new Map(demo.keysOf('p.').map((key) => [demo.id(key), key]));
  const held = await rowsOf(demo, `select h.id, 'role-holder' as type, h.role, h.person_id as person from role_holder h join record r on r.id = h.id
    where h.role in (select role from role_definition where required) and h.valid_from <= $1::date order by r.number`, [dateOf(at)]); // prettier-ignore
  yield (at = on(demo, 354, 10));
  for (const [i, { id, role, person }] of held.entries()) {
    const key = keys.get(person) ?? keeper;
    const deputy = deputies[key];
    const made = await demo.create('appointment', await demo.as(keeper, at), (at += 60_000), {
      title: `任命书 Appointment: ${role}`,
      holderId: id,
      ...(deputy === undefined ? {} : { deputyId: demo.id(deputy) }),
      reportsToId: demo.id(key === 'p.lin' ? 'p.tan' : 'p.lin'),
    });
    const letter = await does(demo, made, key === 'p.lin' ? 'p.tan' : 'p.lin', 'issue', at + hourMs);
    if (i !== held.length - 1)
      await does(demo, letter, key, 'accept', Math.round(office(at + (4 + (i % 5) * 7) * hourMs)));
  }
}

async function* noted(demo: Demo, issue: (typeof issues)[number]): Life {
  const { key, days, by, owner, description, consequence, effect, side, factor, title } = issue;
  let at = on(demo, days, 10.5);
  yield at;
  let made = await demo.create('context-issue', await demo.as(by, at), at, { title, side, factor, effect });
  demo.ids.set(`issue.${key}`, made.id);
  yield (at = Math.round(office(at + 26 * hourMs)));
  made = await does(demo, made, keeper, 'confirm', at, { ownerId: demo.id(owner), description, consequence });
  yield (at = on(demo, 70 - (days % 9), 11));
  await does(demo, made, owner, 'review', at, { reviewNote: '管理评审前核对，仍然如此。 Looked at before the management review; it is still so.' }); // prettier-ignore
}

async function* climateAnswered(demo: Demo): Life {
  const at = on(demo, 345, 15);
  yield at;
  const [found] = await rowsOf(
    demo,
    `select t.id, 'context-issue' as type from context_issue t where t.factor = 'climate'`,
  );
  if (found) await demo.act(found, 'decide', await demo.as('p.lin', at), at, climate);
}

async function* decided(demo: Demo, law: (typeof laws)[number], i: number): Life {
  const preset = lawPresets('zh-CN').find(({ key }) => key === law.key);
  let at = on(demo, 348, 9.5 + i * 0.6);
  yield at;
  let made = await demo.create('obligation', await demo.as(keeper, at), at, { ...preset?.values, preset: law.key });
  demo.ids.set(`obligation.${law.key}`, made.id);
  yield (at = on(demo, 343 - i, 10));
  if (law.out) return void (await does(demo, made, keeper, 'rule_out', at, { applicabilityReason: law.reason }));
  made = await does(demo, made, keeper, 'apply', at, { applicabilityReason: law.reason, bearing: law.bearing, ownerId: demo.id(law.owner) });
  if (!law.evaluated) return;
  const [days, result, evaluation, action] = law.evaluated;
  yield (at = on(demo, days, 14));
  await does(demo, made, law.owner, 'evaluate', at, {
    result,
    evaluation,
    ...(action === undefined ? {} : { action, actionDueOn: dateOf(at + 60 * dayMs) }),
  });
} // prettier-ignore

async function* known(demo: Demo, party: (typeof parties)[number], i: number): Life {
  const { wants, owner, stake, channel, influence, kind, title, coversAll = false } = party;
  let at = on(demo, 338 - i, 13.5);
  yield at;
  const made = await demo.create('interested-party', await demo.as(keeper, at), at, { title, kind, coversAll, influence });
  for (const want of wants) {
    const noted = await demo.create('party-requirement', await demo.as(keeper, at), (at += 90_000), { title: want.title, kind: want.kind, partyId: made.id }); // prettier-ignore
    await does(demo, noted, keeper, 'bind', (at += 90_000), { source: want.source, answer: want.answer, answeredByIds: want.by.map(demo.id) });
  }
  yield (at = Math.round(office(at + 5 * hourMs)));
  await does(demo, made, keeper, 'confirm', at, { ownerId: demo.id(owner), stake, channel });
} // prettier-ignore

async function* scope(demo: Demo): Life {
  let at = on(demo, 330, 10);
  yield at;
  const made = await demo.create('scope-statement', await demo.as(keeper, at), at, {
    title: '服务管理体系范围 Scope of the service management system',
    registration: '91310000MA1LANTERN',
    ownProcesses: ['CAT', 'AM', 'CFG', 'BRM', 'SLM', 'SUP', 'CHG', 'SDT', 'REL', 'IM', 'SR', 'PM'],
    technologies: '云上微服务、仓储自动化、呼叫平台。 Services in the cloud, automated warehouses, call platform.',
    operatedByOthers: '云区域由云麓科技运行，外呼线路由 Voxline 提供，均按合同测量。 The cloud region is run by Yunlu, lines come from Voxline; both are measured by contract.',
    basis: '考虑了内外部因素、相关方要求和全部在用服务。 Issues, requirements and all live services were weighed.',
  }); // prettier-ignore
  yield (at = Math.round(office(at + 30 * hourMs)));
  const submitted = await does(demo, made, keeper, 'submit', at);
  yield (at = Math.round(office(at + 22 * hourMs)));
  await does(demo, submitted, 'p.lin', 'approve', at);
}

async function* handled(demo: Demo, told: (typeof risks)[number]): Life {
  const { title, category, owner, cause, customer, rate, from, treat, accept } = told;
  let at = on(demo, told.days - 12, 10.7);
  yield at;
  const ids = (list: readonly string[] | undefined, prefix = '') => (list ?? []).map((key) => demo.id(`${prefix}${key}`));
  let risk = await demo.create('risk', await demo.as(owner, at), at, {
    title, category, cause, customerImpact: customer, kind: told.kind ?? 'risk', issueIds: ids(from.issues, 'issue.'), obligationIds: ids(from.laws, 'obligation.'),
    serviceIds: ids(from.services), organisationIds: ids(from.parties),
  }); // prettier-ignore
  yield (at = Math.round(office(at + 20 * hourMs)));
  const rated = (to: readonly [number, number]) => ({ likelihood: to[0], impact: to[1], customerImpact: customer, ownerId: demo.id(owner) });
  risk = await does(demo, risk, owner, 'assess', at, rated(rate));
  const large = rate[0] * rate[1] >= 12 && told.kind !== 'opportunity';
  if (treat) {
    yield (at = Math.round(office(at + 3 * dayMs)));
    const until = ago(demo, treat.running ? -30 : treat.days + 6);
    risk = await does(demo, risk, owner, 'plan', at, { treatment: treat.how, treatmentPlan: treat.plan, treatmentDueOn: dateOf(Math.max(until, at + dayMs)) });
    const todo = await demo.create('action-item', await demo.as(owner, at), at + hourMs, { title: treat.action, ownerId: demo.id(treat.by), dueOn: dateOf(Math.max(until, at + dayMs)), sourceId: risk.id });
    risk = await does(demo, risk, owner, 'start', at + 2 * hourMs);
    if (treat.running) return;
    yield (at = Math.max(at + dayMs, on(demo, treat.days + 14, 16)));
    const done = await does(demo, todo, treat.by, 'finish', at, { result: treat.seen });
    yield (at = Math.max(at + hourMs, on(demo, treat.days, 10)));
    if (treat.by !== keeper) await does(demo, done, keeper, 'verify', at, { verification: treat.seen });
    risk = await does(demo, risk, owner, 'judge', at + hourMs, { residualLikelihood: treat.left[0], residualImpact: treat.left[1], effectiveness: 'effective', effectivenessNote: treat.seen });
    at += 2 * hourMs;
  }
  yield (at = Math.round(office(at + 2 * dayMs)));
  const left = treat ? treat.left[0] * treat.left[1] >= 12 && told.kind !== 'opportunity' : large;
  risk = await does(demo, risk, left ? 'p.lin' : owner, 'accept', at, { acceptanceReason: accept ?? '措施有效，剩余可承受。 The measures work; what is left can be borne.' });
  for (const days of [240, 150, 62]) {
    const next = on(demo, days, 9.6);
    if (next < at + 20 * dayMs) continue;
    yield (at = next);
    risk = await does(demo, risk, owner, 'review', at, { reviewNote: '季度评审：未变。 Quarterly look: no change.' });
  }
} // prettier-ignore

async function* aimed(demo: Demo, aim: (typeof aims)[number]): Life {
  const { key, parent, steps, sentence, strategy, agreements, owner, ...rest } = aim;
  // What is part of another comes after it.
  let at = on(demo, parent === undefined ? 325 : 322, 11);
  yield at;
  const made = await demo.create('objective', await demo.as(owner, at), at, {
    title: rest.title, level: rest.level, measureKey: rest.measureKey, direction: rest.direction ?? 'at_least', baseline: rest.baseline, target: rest.target,
    source: 'kpi', period: 'month', startsOn: dateOf(ago(demo, 320)), dueOn: dateOf(ago(demo, -40)), ownerId: demo.id(owner), strategicLink: strategy,
    evaluation: '按月评价，全年均值判定。 Looked at monthly; the mean of the year decides.', agreementIds: agreements.map(demo.id),
    plan: steps.map(([what, resources, who, until]) => ({ what, resources, personId: demo.id(who), until: dateOf(ago(demo, until)) })),
    ...(sentence === undefined ? {} : { policySentence: sentence }), ...(parent === undefined ? {} : { parentId: demo.id(`objective.${parent}`) }),
  }); // prettier-ignore
  demo.ids.set(`objective.${key}`, made.id);
  yield (at = Math.round(office(at + 24 * hourMs)));
  const approved = await does(demo, made, 'p.lin', 'approve', at);
  yield (at = Math.max(at + hourMs, on(demo, 320, 9)));
  await does(demo, approved, owner, 'activate', at);
}

async function* managementPlan(demo: Demo): Life {
  let at = on(demo, 312, 10);
  yield at;
  const made = await demo.create('service-management-plan', await demo.as(keeper, at), at, {
    title: '年度服务管理计划 Service management plan of the year',
    validFrom: dateOf(at),
    validTo: dateOf(at + 364 * dayMs),
    ...planTexts,
  });
  yield (at = Math.round(office(at + 40 * hourMs)));
  const submitted = await does(demo, made, keeper, 'submit', at);
  yield (at = Math.round(office(at + 26 * hourMs)));
  await does(demo, submitted, 'p.lin', 'approve', at);
}

/** The system itself was changed once, by plan. */
async function* boardsJoined(demo: Demo): Life {
  let at = on(demo, 210, 14);
  yield at;
  let change = await demo.create('system-change', await demo.as('p.xie', at), at, {
    title: '三地合用一个变更委员会 One change board for three sites', subject: 'process', purpose: '同类变更三地结论不同。 The same change was decided in three ways.',
    consequences: '成都、新加坡的会议取消，远程参加。 The meetings in Chengdu and Singapore end; people join from there.', integrity: '过渡一个月双轨，原委员会继续有效。 For a month both run, and the old boards stay in force.', resources: '每周 1 小时、视频会议 · 1 hour a week, video',
  }); // prettier-ignore
  yield (at = Math.round(office(at + 30 * hourMs)));
  change = await does(demo, change, keeper, 'approve', at, {
    ownerId: demo.id('p.xie'),
    dueOn: dateOf(at + 50 * dayMs),
  });
  change = await does(demo, change, 'p.xie', 'start', at + hourMs);
  yield (at = on(demo, 165, 16));
  change = await does(demo, change, 'p.xie', 'finish', at, { result: '5 月起一个委员会，18 次会议。 One board since then, eighteen meetings.' }); // prettier-ignore
  yield (at = on(demo, 120, 10));
  await does(demo, change, 'p.zhou', 'judge', at, { verdict: 'achieved', verdictNote: '抽查 30 个变更，结论一致。 Thirty changes were looked at; they were decided alike.' }); // prettier-ignore
}

/** At each month's beginning the values of the month before are kept. */
async function* values(demo: Demo): Life {
  for (let at = ago(demo, 318); at < demo.until; at += dayMs) {
    if (!dateOf(at).endsWith('-01')) continue;
    const early = Date.parse(`${dateOf(at)}T01:29:00+08:00`);
    yield early;
    await demo.at(early, () => keepValues.run(demo.house));
  }
}
