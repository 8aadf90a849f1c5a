import { standard } from '../../standard/catalogue.ts';
import { dateOf, dayMs, hourMs, type Demo, type Row } from './context.ts';
import { office } from './change.told.ts';
import { ago, on } from './proof.time.ts';
import { actions, doneSince, gaps, judged, owners } from './readiness.data.ts';
import type { Life } from './timeline.ts';

const keeper = 'p.su';
/** Nothing of a release was accepted against a failed criterion in this year. */
const neverHappened = '8.5.3-e';

/** Beside the live answers: who answers for what, what people found, judged and planned. */
export function readinessLives(demo: Demo): Life[] {
  const requirements = new Map<string, string>();
  return [
    assessed(demo, requirements),
    ...judged.map(([requirement, by, days, verdict, verdictNote]) =>
      later(demo, days, by, 'judge', { verdict, verdictNote }, () => requirements.get(requirement)),
    ),
    later(demo, 22, ownerOf(neverHappened), 'confirm_none', {
      noneFrom: dateOf(demo.from - 3 * dayMs),
      noneTo: dateOf(ago(demo, 22) - 2 * dayMs),
      noneNote: '查过全部发布，验收均通过。 Every release was looked at; all of them passed.',
    }, () => requirements.get(neverHappened)),
    ...actions.map((step) => planned(demo, step)),
  ];
} // prettier-ignore

const ownerOf = (requirement: string): string => {
  const fits = Object.keys(owners).filter((start) => requirement.startsWith(start));
  return owners[fits.toSorted((a, b) => b.length - a.length)[0] ?? '4'] ?? keeper;
};

/** Owners are named in the first week, of what is at work already; the gaps are talked over in the two months after it. */
async function* assessed(demo: Demo, requirements: Map<string, string>): Life {
  let at = on(demo, 361, 14);
  yield at;
  const { rows } = await demo.house.pool.query<{ id: string; requirement: string }>('select id, requirement from requirement_assessment'); // prettier-ignore
  for (const { id, requirement } of rows) requirements.set(requirement, id);
  const named = (requirement: string) => ({
    type: 'requirement-assessment',
    id: requirements.get(requirement) ?? '',
  });
  const leader = await demo.as(keeper, at);
  const spoken = new Set([...gaps, ...judged].map(([requirement]) => requirement));
  for (const { id } of standard().requirements)
    if (demo.house.evidence.has(id) || spoken.has(id))
      await demo.act(named(id), 'edit', leader, (at += 20_000), { ownerId: demo.id(ownerOf(id)) });
  for (const [i, [requirement, gapStatus, decision, effortDays, decisionReason]] of gaps.entries()) {
    yield (at = on(demo, 350 - i * 1.4, 9.4 + ((i * 37) % 300) / 60));
    const who = ownerOf(requirement);
    await demo.act(
      named(requirement), 'assess', await demo.as(who, at), at,
      gapStatus === 'fulfilled' ? { gapStatus } : { gapStatus, decision, effortDays, decisionReason },
    ); // prettier-ignore
  }
  for (const [i, requirement] of doneSince.entries()) {
    yield (at = on(demo, 85 - i * 2, 9.6 + ((i * 53) % 200) / 60));
    const who = ownerOf(requirement);
    await demo.act(named(requirement), 'assess', await demo.as(who, at), at, { gapStatus: 'fulfilled' });
  }
}

async function* later(demo: Demo, days: number, who: string, name: string, input: Readonly<Record<string, unknown>>, id: () => string | undefined): Life {
  const at = on(demo, days, 10.4);
  yield at;
  await demo.act({ type: 'requirement-assessment', id: id() ?? '' }, name, await demo.as(who, at), at, input);
} // prettier-ignore

async function* planned(demo: Demo, step: (typeof actions)[number]): Life {
  const { key, end, owner } = step;
  // What lies ahead was planned when the rest was in sight.
  let at = on(demo, Math.max(step.from + 6, 20), 9.6);
  yield at;
  let action: Row = await demo.create('gap-action', await demo.as(keeper, at), at, {
    title: step.title,
    requirements: step.requirements,
    ownerId: demo.id(owner),
    startsOn: dateOf(ago(demo, step.from)),
    dueOn: dateOf(ago(demo, step.to)),
    effortDays: step.days,
    dependsOnIds: (step.needs ?? []).map((other) => demo.id(`gap.${other}`)),
  });
  demo.ids.set(`gap.${key}`, action.id);
  const does = async (who: string, name: string, input: Readonly<Record<string, unknown>> = {}) =>
    void (action = await demo.act(action, name, await demo.as(who, at), at, input));
  if (end === 'planned') return;
  yield (at = Math.max(at + hourMs, on(demo, step.from, 10)));
  if (end === 'cancelled')
    return does(keeper, 'cancel', { reason: '文件已在本系统内管理。 Documents are kept here.' });
  await does(owner, 'start');
  const last = Math.min(ago(demo, step.to), ago(demo, 3));
  for (const share of [0.35, 0.7]) {
    const progress = end === 'in_progress' ? Math.round(((step.progress ?? 50) * share) / 0.7) : share * 100;
    yield (at = Math.round(office(at + (last - at) * 0.5)));
    await does(owner, 'report_progress', { progress });
  }
  if (end === 'in_progress') return;
  yield (at = Math.max(at + hourMs, on(demo, step.to + 1, 15)));
  await does(owner, 'finish', { result: step.result });
  if (end === 'done') return;
  yield (at = Math.round(office(at + 4 * dayMs)));
  await does(owner === keeper ? 'p.zhou' : keeper, 'confirm', { confirmation: '已核对记录，确认完成。 The records were looked at; it is done.' }); // prettier-ignore
}
