import { staff } from '../../kernel/access/roles.ts';
import { acknowledgeCampaign } from '../../practices/competence-management/server.ts';
import { dateOf, dayMs, type Demo, type Row } from './context.ts';
import { people } from './organisation.data.ts';
import { ago, isWholeYear, on } from './proof.time.ts';
import * as data from './support.data.ts';
import type { Life } from './timeline.ts';

const keeper = 'p.su';
const top = 'p.lin';

type Holder = { readonly person: string; readonly role: string };
const holders: readonly Holder[] = people.flatMap(({ key, roles }) =>
  roles
    .filter(({ role, afterMonths }) => afterMonths === 0 && staff.some((one) => one === role))
    .map(({ role }) => ({ person: key, role })),
);

/** What people can do, how they learn it, what everybody knows, and who is told what (7.1 to 7.4). */
export function supportLives(demo: Demo): Life[] {
  if (!isWholeYear(demo)) return [];
  const known = new Map<string, Row>();
  return [
    profiles(demo, known),
    training(demo, known),
    campaigns(demo),
    certificates(demo),
    matrix(demo),
    resources(demo),
    benefit(demo),
  ];
}

/** Profiles in the fourth week, assessments in the two months after it, by who leads; what was missing is closed or not yet. */
async function* profiles(demo: Demo, known: Map<string, Row>): Life {
  let at = on(demo, 338, 10);
  yield at;
  const leader = await demo.as(keeper, at);
  for (const one of data.competences)
    known.set(one.key, await demo.create('competence', leader, (at += 60_000), data.withoutKey(one)));
  for (const role of new Set(holders.map((one) => one.role))) {
    if (role === data.forgotten) continue;
    const needs = data
      .needsOf(role)
      .map(([key, level, mandatory]) => ({ competenceId: known.get(key)?.id, level, mandatory }));
    const made = await demo.create('competence-profile', leader, (at += 60_000), {
      title: role,
      role,
      needs,
    });
    await demo.act(made, 'adopt', leader, (at += 60_000), { ...data.profileText, ownerId: demo.id(keeper) });
  }
  for (const [i, { person, role }] of holders.entries()) {
    if (role === data.forgotten || data.unassessed.includes(person)) continue;
    yield (at = on(demo, 330 - i * 0.9, 9.5 + (i % 7)));
    await assessed(demo, known, { person, role }, at, i);
  }
  yield* gaps(demo);
}

/** Most are able; now and then something that matters is missing. */
async function assessed(demo: Demo, known: Map<string, Row>, { person, role }: Holder, at: number, i: number): Promise<void> {
  const judge = person === keeper ? top : keeper;
  const by = await demo.as(judge, at);
  const planned = await demo.create('competence-assessment', by, at, { personId: demo.id(person), role });
  const weak = i % 6 === 2;
  const levels = data.needsOf(role).map(([key, level], n) => ({
    competenceId: known.get(key)?.id,
    level: weak && n === 0 ? level - 1 : level,
    evidence: data.shownBy[(i + n) % data.shownBy.length],
  }));
  await demo.act(planned, 'assess', by, at + 3_600_000, {
    levels,
    conclusion: data.conclusion,
    ...(weak ? { restriction: data.restriction } : {}),
  });
} // prettier-ignore

async function* gaps(demo: Demo): Life {
  const { rows } = await demo.house.pool.query<{ id: string; personId: string; needed: number }>(
    'select t.id, t.person_id as "personId", t.needed from competence_gap t join record r on r.id = t.id order by r.number',
  );
  const gap = (id: string) => ({ type: 'competence-gap', id });
  for (const [i, row] of rows.entries()) {
    let at = on(demo, 240 - i * 9, 11);
    yield at;
    if (i === rows.length - 1) return;
    const plan = {
      ...data.plans[i % data.plans.length],
      ownerId: row.personId,
      dueOn: dateOf(at + 45 * dayMs),
    };
    await demo.act(gap(row.id), 'plan', await demo.as(keeper, at), at, plan);
    yield (at += 40 * dayMs);
    await demo.act(gap(row.id), 'finish', await demo.as(keeper, at), at, { result: data.didIt });
    yield (at += 34 * dayMs);
    // Somebody who had no part in it looks at the work.
    await demo.act(gap(row.id), 'confirm_effective', await demo.as(top, at), at, {
      reached: row.needed,
      effectivenessNote: data.seen,
    });
  }
}

async function* training(demo: Demo, known: Map<string, Row>): Life {
  let at = on(demo, 325, 13);
  yield at;
  const leader = await demo.as(keeper, at);
  for (const course of data.courses) {
    yield (at = on(demo, course.days, 14));
    const { title, kind, gives, text } = course;
    const made = await demo.create('training-course', leader, at, {
      title, kind, forEverybody: true, competenceId: known.get(gives)?.id ?? null, givesLevel: 1,
    }); // prettier-ignore
    await demo.act(made, 'offer', leader, at + 60_000, { ...text, ownerId: demo.id(keeper) });
    if (course.questions !== undefined) {
      const quiz = await demo.create('training-quiz', leader, at + 120_000, { title, courseId: made.id, questions: course.questions });
      await demo.act(quiz, 'put_in_use', leader, at + 180_000);
    }
    yield* given(demo, made, course);
  }
} // prettier-ignore

/** Held once for nearly everybody; whoever taught it does not judge it. */
async function* given(demo: Demo, course: Row, { days, kind, questions }: data.Course): Life {
  const begins = on(demo, days - 12, 10);
  const everybody = [...new Set(holders.map(({ person }) => person))];
  const came = everybody.filter((person, i) => i % 9 !== 4 && person !== keeper && person !== top);
  let at = on(demo, days - 1, 16);
  yield at;
  const leader = await demo.as(keeper, at);
  const session = await demo.create('training-session', leader, at, {
    courseId: course.id, startsAt: new Date(begins).toISOString(), place: data.room, trainerId: demo.id(keeper),
    participantIds: everybody.map((person) => demo.id(person)),
  }); // prettier-ignore
  yield (at = begins + 4 * 3_600_000);
  await demo.act(session, 'hold', leader, at, { attendedIds: came.map((person) => demo.id(person)), note: data.sessionNote });
  if (questions !== undefined)
    for (const [i, person] of came.slice(0, 16).entries()) {
      yield (at += 1_800_000);
      if (person === 'p.gu') continue;
      const answers = questions.map(({ right }, n) => (i % 5 === 3 && n === 0 ? [right[0] === 0 ? 1 : 0] : right));
      await demo.create('quiz-attempt', await demo.as(person, at), at, { courseId: course.id, answers });
    }
  yield (at = begins + 36 * dayMs);
  await demo.act(session, 'check', await demo.as(top, at), at, data.effects[kind]);
} // prettier-ignore

async function* campaigns(demo: Demo): Life {
  for (const [n, campaign] of data.campaigns.entries()) {
    let at = on(demo, campaign.days, 9.5);
    yield at;
    const { rows } = await demo.house.pool.query<{ id: string }>(`select id from document where code ~ '^SMS-L1-05-POL' order by id limit 1`);
    const by = await demo.as(keeper, at);
    const made = await demo.create('awareness-campaign', by, at, { ...campaign.text, documentIds: rows.map(({ id }) => id) });
    const dueOn = dateOf(at + 30 * dayMs);
    await demo.act(made, 'start', by, at + 600_000, { dueOn, ownerId: demo.id(keeper) });
    const asked = [...new Set(holders.map(({ person }) => person))];
    for (const [i, person] of asked.entries()) {
      if (i % campaign.oneIn === 3) continue;
      yield (at += 5 * 3_600_000);
      const actor = await demo.as(person, at);
      const { id } = actor;
      const contribution = data.contributions[i % data.contributions.length] ?? '';
      if (id !== null) await demo.together(at, (work) => acknowledgeCampaign(work, made.id, { ...actor, id }, contribution, dateOf(at)));
    }
    if (n > 0) return;
    yield (at += 10 * dayMs);
    await demo.act(made, 'end', await demo.as(keeper, at), at, { closingNote: data.ended });
  }
} // prettier-ignore

async function* certificates(demo: Demo): Life {
  let at = on(demo, 300, 15);
  for (const { person, expires, ...paper } of data.certificates) {
    yield (at += 3 * dayMs);
    const by = await demo.as(keeper, at);
    const made = await demo.create('competence-record', by, at, {
      ...paper, personId: demo.id(person), kind: 'certificate', obtainedOn: dateOf(at - 500 * dayMs),
      ...(expires === null ? {} : { expiresOn: dateOf(ago(demo, expires)) }),
    }); // prettier-ignore
    const other = await demo.as(person === keeper ? top : keeper, at);
    await demo.act(made, 'verify', other, at + 600_000, { verification: data.verified });
    if (expires !== null && expires > 0) {
      yield ago(demo, expires - 2);
      await demo.act(made, 'expire', demo.software, ago(demo, expires - 2));
    }
  }
}

/** The matrix, and each month's word as it was told; once it was late. */
async function* matrix(demo: Demo): Life {
  let at = on(demo, 332, 10.5);
  yield at;
  const by = await demo.as(keeper, at);
  const lines = new Map<string, Row>();
  for (const { key, ...line } of data.lines) {
    const made = await demo.create('communication', by, (at += 60_000), { title: line.title });
    const next = 'frequency' in line ? { nextDueOn: dateOf(demo.until + data.nextAfter[line.frequency] * dayMs) } : {};
    lines.set(key, await demo.act(made, 'put_in_force', by, at + 30_000, { ...line, ...next, ownerId: demo.id(keeper) }));
  }
  for (let days = 305; days > 5; days -= 30) {
    yield (at = on(demo, days, 10));
    const dueOn = dateOf(at);
    for (const key of ['figures', 'customers']) {
      const line = lines.get(key);
      if (!line) continue;
      const made = await demo.create('communication-occurrence', demo.software, at, { communicationId: line.id, dueOn });
      const late = key === 'customers' && days === 125;
      yield (at += late ? 6 * dayMs : 3_600_000);
      const who = key === 'figures' ? 'p.jiang' : 'p.lim';
      if (key === 'figures') await demo.act(made, 'send', await demo.as(who, at), at, data.words);
      else await demo.act(made, 'record_done', await demo.as(who, at), at, { proof: data.proof });
    }
  }
} // prettier-ignore

/** What the year needs: who plans says it, top management decides. */
async function* resources(demo: Demo): Life {
  const year = new Date(demo.until).getUTCFullYear();
  for (const [i, { person, outcome, ...need }] of data.resources.entries()) {
    let at = on(demo, 300 - i * 4, 14);
    yield at;
    const by = await demo.as(person, at);
    const made = await demo.create('resource-need', by, at, { ...need, year, ownerId: demo.id(person) });
    yield (at += 6 * dayMs);
    if (outcome.kind === 'covered') await demo.act(made, 'confirm_covered', by, at);
    if (outcome.kind === 'refused') await demo.act(made, 'refuse', await demo.as(top, at), at, outcome.with);
    if (outcome.kind !== 'provided') continue;
    await demo.act(made, 'decide', await demo.as(top, at), at, {
      ...outcome.with,
      dueOn: dateOf(at + 70 * dayMs),
    });
    yield (at += 60 * dayMs);
    await demo.act(made, 'confirm_provided', by, at, { available: need.need, result: data.came });
  }
}

/** What an investment was to bring, and what it brought by the organisation's own figure. */
async function* benefit(demo: Demo): Life {
  let at = on(demo, 190, 15);
  yield at;
  const made = await demo.create('benefit-case', await demo.as('p.lim', at), at, {
    ...data.benefit, measureOn: dateOf(ago(demo, 50)), ownerId: demo.id('p.lim'),
  }); // prettier-ignore
  const baseline = { baselineFrom: dateOf(ago(demo, 310)), baselineTo: dateOf(ago(demo, 200)) };
  yield (at += 3 * dayMs);
  await demo.act(made, 'approve', await demo.as(top, at), at, baseline);
  yield (at = on(demo, 45, 10));
  const found = {
    foundFrom: dateOf(ago(demo, 180)),
    foundTo: dateOf(ago(demo, 50)),
    conclusion: data.brought,
  };
  await demo.act(made, 'measure', await demo.as('p.zhou', at), at, found);
}
