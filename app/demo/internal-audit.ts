import type { Actor } from '../../kernel/access/actor.ts';
import { actorFor, forgetActors } from '../../kernel/directory/actor.store.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { partialities } from '../../practices/internal-audit/server.ts';
import { office } from './change.told.ts';
import { dateOf, dayMs, hourMs, minuteMs, type Demo, type Row } from './context.ts';
import { ago, on } from './proof.time.ts';
import type { Life } from './timeline.ts';

const [boss, keeper] = ['p.lin', 'p.su'] as const;
/** The auditor of the first day, and one who was trained for it since; whoever did work in a scope does not audit it. */
const auditors = ['p.gu', 'p.yuan'] as const;

type Found = {
  readonly requirement: string;
  readonly grade: 'major' | 'minor' | 'observation' | 'opportunity';
  readonly title: string;
  readonly description: string;
  readonly evidence: string;
  readonly owner: string;
  /** How an observation was answered. */
  readonly response?: string;
};
type Audit = {
  readonly days: number;
  readonly title: string;
  readonly purpose: string;
  readonly clauses: readonly string[];
  readonly units: readonly string[];
  readonly auditees: readonly string[];
  readonly strengths: string;
  readonly conclusion: string;
  readonly found: readonly Found[];
};

const audits: readonly Audit[] = [
  {
    days: 225, title: '上半年内部审核：服务过程 · First audit of the year: the service processes', clauses: ['8'],
    purpose: '服务过程是否符合标准和自身规定，是否有效。 Do the service processes conform, and do they work?',
    units: ['unit.shanghai', 'unit.chengdu', 'unit.singapore'], auditees: ['p.shen', 'p.xie'],
    strengths: '事件记录完整，客户可见的更新及时。 Incidents are complete, and customers hear of them in time.',
    conclusion: '服务过程总体受控；变更与服务请求各有一处缺口。 The processes are under control; changes and requests have a gap each.',
    found: [
      { requirement: '8.5.1.2-c', grade: 'minor', title: '一项紧急变更没有事后批准 · An emergency change without approval afterwards', description: '紧急变更实施三周后仍未补批准。 Three weeks later nobody had approved it.', evidence: '抽查 24 项变更。 Twenty-four changes were looked at.', owner: 'p.xie' },
      { requirement: '8.6.2-b', grade: 'opportunity', title: '请求模型可减少一半 · Half of the request models would do', description: '四十个模型中，二十个一年只用过一次。 Of forty, twenty were used once in a year.', evidence: '请求统计。 Figures of the requests.', owner: 'p.jiang' },
    ],
  },
  {
    days: 52, title: '下半年内部审核：管理体系 · Second audit of the year: the management system', clauses: ['4', '5', '6', '7', '9.1', '9.3', '9.4', '10', '8.5.1'],
    purpose: '体系是否得到保持并改进。 Is the system kept up and improved?', units: ['unit.shanghai'], auditees: ['p.su', 'p.xie'],
    strengths: '文件引用数据，很少过时。 Documents take from the data and are seldom out of date.',
    conclusion: '体系有效；变更的措施已起作用，尚有一项观察。 The system works; what was done about changes has helped. One observation is left.',
    found: [
      { requirement: '7.5.3-a', grade: 'observation', title: '两份外来标准未注明版次 · Two external standards without their edition', description: '清单中缺版次。 The list does not say which.', evidence: '文件清单。 The master list.', owner: 'p.lim', response: '已补注版次。 Their editions are noted.' },
      { requirement: '10.1-b', grade: 'minor', title: '一项不符合没有检查其他场所 · A nonconformity without a look at other sites', description: '只检查了上海。 Only Shanghai was looked at.', evidence: '抽查六项不符合。 Six nonconformities.', owner: 'p.su' },
    ],
  },
]; // prettier-ignore

/** 9.2: a programme for the year, two audits of it, and what became of their findings. */
export const internalAuditLives = (demo: Demo): Life[] => [programmeAndAudits(demo)];

async function* programmeAndAudits(demo: Demo): Life {
  let at = on(demo, 300, 11);
  yield at;
  const programme = await demo.create('audit-programme', await demo.as(keeper, at), at, {
    title: '年度审核方案 · Audit programme of the year', ownerId: demo.id(keeper), periodFrom: dateOf(ago(demo, 330)), periodTo: dateOf(demo.until + 35 * dayMs),
    purpose: '一年内覆盖全部条款、过程和场所。 All clauses, processes and sites within a year.',
    weights: [
      { area: 'process:CHG', level: 'high', reason: '去年一半的重大事件源于变更。 Half of the major incidents of last year came from changes.' },
      { area: 'clause:8.5.1.2', level: 'high', reason: '同上。 The same.' },
    ],
  }); // prettier-ignore
  yield (at = Math.round(office(at + 2 * dayMs)));
  await demo.act(programme, 'approve', await demo.as(boss, at), at, {
    method: '现场访谈、抽样、穿行。 Interviews on site, samples, walk-throughs.',
    responsibility: '两名内审员，互不审核本部门。 Two auditors, neither of whom audits their own unit.',
    reporting: '十个工作日内报告责任人和管理层。 To those responsible and the management within ten working days.',
    considered: '重要性、变化、去年的审核结果。 Importance, changes, and what was found last year.',
  }); // prettier-ignore
  await demo.create('role-holder', demo.software, at, {
    title: '袁立新: internal-auditor', personId: demo.id('p.yuan'), role: 'internal-auditor', validFrom: dateOf(at - dayMs),
  }); // prettier-ignore
  for (const audit of audits) yield* carriedOut(demo, audit, programme);
}

async function* carriedOut(demo: Demo, told: Audit, programme: Row): Life {
  let at = on(demo, told.days, 10);
  yield at;
  let audit = await demo.create('internal-audit', await demo.as(keeper, at), at, {
    title: told.title, programmeId: programme.id, purpose: told.purpose, criteria: 'ISO/IEC 20000-1:2018；自身程序文件 · and our own procedures', clauses: told.clauses,
    unitIds: told.units.map((unit) => demo.id(unit)), auditeeIds: told.auditees.map((key) => demo.id(key)), method: 'mixed',
    startsOn: dateOf(at + 12 * dayMs), endsOn: dateOf(at + 15 * dayMs),
  }); // prettier-ignore
  const may = await impartial(demo, audit, at);
  const [leads, also] = may;
  if (leads === undefined) return;
  const acts = async (action: string, who: string, input: Readonly<Record<string, unknown>> = {}) => {
    audit = await demo.act(audit, action, await actorOf(demo, who, at), at, input);
  };
  await acts('name_auditors', keeper, { leadAuditorId: demo.id(leads), ...(also === undefined ? {} : { auditorIds: [demo.id(also)] }) });
  yield (at = Math.round(office(at + 5 * dayMs)));
  await acts('make_checklist', leads);
  yield (at = Math.round(office(at + 7 * dayMs)));
  await acts('start', leads);
  const findings: { readonly row: Row; readonly told: Found }[] = [];
  for (const question of await questionsOf(demo, audit.id)) {
    at += 4 * minuteMs;
    const finding = told.found.find(({ requirement }) => requirement === question.requirement);
    await demo.act(question, 'answer', await actorOf(demo, leads, at), at, {
      result: finding && finding.grade !== 'opportunity' ? 'finding' : 'conform',
      evidence: finding?.evidence ?? '访谈责任人并核对记录，与规定一致。 Those responsible were asked and records looked at: as the rules have it.',
    });
    if (!finding) continue;
    const { owner, response: _response, ...about } = finding;
    const input = { ...about, auditId: audit.id, questionId: question.id, ownerId: demo.id(owner) };
    findings.push({ told: finding, row: await demo.create('audit-finding', await actorOf(demo, leads, at), at, input) });
  }
  yield (at = Math.round(office(at + 3 * dayMs)));
  await acts('report', leads, { conclusion: told.conclusion, strengths: told.strengths });
  for (const key of told.auditees) {
    yield (at = Math.round(office(at + 20 * hourMs)));
    await acts('acknowledge', key);
  }
  yield* followed(demo, at, findings, leads);
  const open = findings.some(({ told: { grade } }) => grade === 'minor') && told.days < 100;
  // What the second audit found is still being worked on.
  if (open) return;
  yield (at = Math.round(office(at + 75 * dayMs)));
  await acts('verify', leads);
  await acts('close', keeper);
} // prettier-ignore

/** Each finding on its own way: an observation is answered, a nonconformity closed, an opportunity decided. */
async function* followed(
  demo: Demo,
  from: number,
  findings: readonly { readonly row: Row; readonly told: Found }[],
  auditor: string,
): Life {
  let at = from;
  for (const { row, told } of findings) {
    if (told.response !== undefined) {
      yield (at = Math.round(office(at + 4 * dayMs)));
      await demo.act(row, 'respond', await demo.as(told.owner, at), at, { response: told.response });
      await demo.act(row, 'verify', await actorOf(demo, auditor, at), at, { verification: '已看到。 Seen.' });
    } else if (told.grade === 'opportunity') {
      const idea = await followUpOf(demo, row, 'improvement_id', 'improvement');
      if (!idea) continue;
      yield (at = Math.round(office(at + 4 * dayMs)));
      await demo.act(idea, 'withdraw', await demo.as(keeper, at), at, { reason: '并入请求目录整理项目。 It is part of the clearing of the catalogue.' });
      await demo.act(row, 'verify', await actorOf(demo, auditor, at), at, { verification: '已决定。 Decided.' });
    } else yield* corrected(demo, at, row, told, auditor);
  }
} // prettier-ignore

async function* corrected(demo: Demo, from: number, finding: Row, told: Found, auditor: string): Life {
  let at = from;
  const made = await followUpOf(demo, finding, 'nonconformity_id', 'nonconformity');
  if (!made) return;
  const does = async (action: string, who: string, input: Readonly<Record<string, unknown>> = {}) =>
    void (await demo.act(made, action, await actorOf(demo, who, at), at, input));
  yield (at = Math.round(office(at + dayMs)));
  await does('contain', told.owner, { correction: '已补齐并说明。 Put right and explained.', grade: 'minor', ownerId: demo.id(told.owner) });
  yield (at = Math.round(office(at + 3 * dayMs)));
  await does('find_cause', told.owner, {
    extentCheck: '核对了同类全部记录。 All records of the kind were looked at.', extentResult: 'only_here', rcaMethod: 'five_whys',
    rootCause: '到期时无人被提醒，全凭记忆。 Nobody is reminded when it falls due; it rests on memory.', causeClass: 'control',
  });
  const input = { title: '到期自动提醒 · A reminder when it falls due', ownerId: demo.id(told.owner), dueOn: dateOf(at + 20 * dayMs), sourceId: made.id };
  const action = await demo.create('action-item', await demo.as(told.owner, at), at, input);
  await does('plan', told.owner, { successCriterion: '三十天内无遗漏 · Nothing is missed in thirty days', dueOn: dateOf(at + 60 * dayMs) });
  yield (at = Math.round(office(at + 9 * dayMs)));
  await demo.act(action, 'finish', await demo.as(told.owner, at), at, { result: '提醒已启用。 The reminder is on.' });
  await does('finish', told.owner, { systemChange: 'process', systemChangeNote: '程序已修订 · The procedure was revised' });
  await does('wait', told.owner, { waitUntil: dateOf(at + 30 * dayMs) });
  yield (at = Math.round(office(at + 31 * dayMs)));
  await does('begin_check', auditor);
  await does('confirm_effective', auditor, { effectivenessNote: '三十天内无遗漏。 Nothing was missed in thirty days.' });
  await demo.act(finding, 'verify', await actorOf(demo, auditor, at), at, { verification: '核对了三十天的记录。 Thirty days of records were looked at.' });
} // prettier-ignore

async function impartial(demo: Demo, audit: Row, at: number): Promise<readonly string[]> {
  const scope = audit as unknown as Parameters<typeof partialities>[2];
  const found = await demo.at(at, () =>
    onConnection(demo.house.pool, (tx) =>
      partialities(tx, demo.house, scope, auditors.map((key) => demo.id(key))),
    ),
  ); // prettier-ignore
  return auditors.filter((key) => !found.some(({ personId }) => personId === demo.id(key)));
}

type Question = { readonly id: string; readonly type: string; readonly requirement: string | null };
async function questionsOf(demo: Demo, auditId: string): Promise<readonly Question[]> {
  const { rows } = await demo.house.pool.query<Question>(
    `select r.id, r.type, t.requirement from audit_question t join record r on r.id = t.id where t.audit_id = $1 and r.state = 'open' order by r.id`,
    [auditId],
  );
  return rows;
}

async function followUpOf(
  demo: Demo,
  finding: Row,
  column: 'nonconformity_id' | 'improvement_id',
  type: string,
) {
  const { rows } = await demo.house.pool.query<{ id: string | null }>(
    `select ${column} as id from audit_finding where id = $1`,
    [finding.id],
  );
  const id = rows[0]?.id;
  return id ? { type, id } : undefined;
}

/** Whoever became an auditor within the story holds the role from then on; as a user they acted before. */
async function actorOf(demo: Demo, key: string, at: number): Promise<Actor> {
  if (!auditors.some((one) => one === key)) return demo.as(key, at);
  forgetActors(demo.house);
  const actor = await demo.at(at, () => actorFor(demo.house, demo.id(key), 'web'));
  if (!actor) throw new Error(`${key} is not there`);
  return actor;
}
