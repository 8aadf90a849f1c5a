import { decideApproval } from '../../kernel/approval/decide.ts';
import { acknowledge, draftOf, readingOf, templates } from '../../practices/document-management/server.ts';
import { asText } from '../../kernel/record/text.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { dateOf, dayMs, hourMs, minuteMs, type Demo, type Input, type Row } from './context.ts';
import {
  begun,
  byRole,
  confirmed,
  external,
  forms,
  mustRead,
  remoteWork,
  reviewMonths,
  revised,
} from './document.data.ts';
import { filledIn } from './document.fills.ts';
import { staffOf } from './organisation.ts';
import { people } from './organisation.data.ts';
import { office } from './change.told.ts';
import { on } from './proof.time.ts';
import type { Random } from './random.ts';
import type { Life } from './timeline.ts';

type Template = ReturnType<typeof templates>[number];
type Telling = { readonly demo: Demo; readonly random: Random; at: number; document: Row };

/** 7.5: the set of this organisation, from the library to what people read, with its versions. */
export function documentLives(demo: Demo): Life[] {
  const random = demo.random.fork('documents');
  const wanted = templates().filter(({ level, obligation, code }) => (level < 3 && obligation !== 'customary') || code === 'SMS-L1-00-MAN' || forms.includes(code));
  const others = wanted.filter(({ code }) => begun[code] === undefined);
  return [
    ...wanted.map((template) => {
      const place = others.indexOf(template);
      // One after the other over the first months, as people find the time.
      return fromTemplate(demo, template, begun[template.code] ?? 334 - place * 5.3, random.fork(template.code));
    }),
    ...external.map((one) => fromOutside(demo, one, random.fork(one.key))),
    instructions(demo, random.fork('instructions')),
  ];
} // prettier-ignore

async function* fromTemplate(demo: Demo, template: Template, days: number, random: Random): Life {
  const { code } = template;
  const { writes, owns } = byRole[template.ownerRole ?? 'sms-manager'] ?? { writes: 'p.zhou', owns: 'p.su' };
  let at = on(demo, days, random.between(9 * 60, 17 * 60) / 60);
  yield at;
  const made = await demo.at(at, async () =>
    draftOf(demo.house, await demo.as(writes, at), code, { languages: 'both', authoritative: 'zh', existing: 'skip' }),
  );
  const id = await idOf(demo, made.number);
  const reads = mustRead[code];
  const bodies = {
    bodyEn: filledIn(code, template.bodyEn, 'en'),
    bodyZh: filledIn(code, template.bodyZh, 'zh'),
  };
  yield (at = Math.round(office(at + random.between(18, 60) * hourMs)));
  const telling: Telling = { demo, random, at, document: await demo.act({ type: 'document', id }, 'edit', await demo.as(writes, at), at, {
    ...bodies,
    ownerId: demo.id(owns),
    retention: template.level === 3 ? '3 年 · 3 years' : '作废后 5 年 · 5 years after it is obsolete',
    reviewMonths: reviewMonths[code] ?? (template.level === 1 ? 12 : 18 + (at % 3) * 3),
    ...(reads === undefined ? {} : reads === 'staff' ? { mustRead: 'staff' } : { mustRead: 'audience', audience: 'named', audienceRoles: reads }),
  }) }; // prettier-ignore
  demo.ids.set(`document.${code}`, id);
  yield* intoForce(telling, writes);
  if (telling.document.state !== 'effective') return;
  if (reads !== undefined) yield* read(telling, code, reads);
  const again = revised[code];
  if (again) {
    yield (telling.at = Math.max(telling.at + dayMs, on(demo, again.ago, 9.7)));
    await does(telling, writes, 'revise', { revision: again.revision }, again.reason);
    yield (telling.at += 5 * hourMs);
    await does(telling, writes, 'edit', { bodyEn: `${bodies.bodyEn}\n${again.en}\n`, bodyZh: `${bodies.bodyZh}\n${again.zh}\n`, changeNote: again.note }); // prettier-ignore
    yield* intoForce(telling, writes);
    if (reads !== undefined && again.revision === 'major' && telling.document.state === 'effective')
      yield* read(telling, code, reads);
  }
  const look = confirmed[code];
  if (look !== undefined) {
    yield (telling.at = Math.max(telling.at + dayMs, on(demo, look, 9.5 + random.between(0, 6))));
    await does(telling, owns, 'confirm', {}, undefined, '管理评审前核对，仍然适用。 Looked at before the management review; still right.'); // prettier-ignore
  }
  const due = Date.parse(`${asText(telling.document['reviewDueOn'])}T01:07:00Z`);
  if (Number.isNaN(due)) return;
  yield (telling.at = Math.max(telling.at + minuteMs, due));
  telling.document = await demo.act(telling.document, 'fall_due', demo.software, telling.at, {});
} // prettier-ignore

/** Submitted, looked at, approved by others than its writers, and in force on its day. */
async function* intoForce(telling: Telling, writer: string): Life {
  const { demo, random } = telling;
  yield (telling.at = Math.round(office(telling.at + random.between(3, 40) * hourMs)));
  const level = Number(telling.document['level']);
  const others = writer === 'p.zhou' ? 'p.lim' : 'p.zhou';
  await does(telling, writer, 'submit', {
    // A new version holds as soon as it is approved.
    ...(telling.document['approvedVersion'] == null
      ? { takesEffectOn: dateOf(telling.at + random.between(5, 13) * dayMs) }
      : {}),
    ...(level === 1 && writer !== 'p.su' ? {} : { reviewerIds: [demo.id(level === 3 ? 'p.su' : others)] }),
    ...(level === 3 ? { approverIds: [demo.id(writer === 'p.lim' ? 'p.zhou' : 'p.lim')] } : {}),
  });
  for (;;) {
    const { rows } = await demo.house.pool.query<{ id: string; approvers: string[] }>(
      `select a.id, s.approver_ids as approvers from approval a join approval_step s on s.approval_id = a.id
       where a.record_id = $1 and a.state = 'open' and s.state = 'open'`,
      [telling.document.id],
    );
    const [open] = rows;
    if (!open) break;
    yield (telling.at = Math.round(office(telling.at + random.between(4, 44) * hourMs)));
    const who = people.find(({ key }) => open.approvers.includes(demo.id(key)) && key !== writer);
    if (!who) return;
    const actor = await demo.as(who.key, telling.at);
    await demo.together(telling.at, (work) =>
      decideApproval(work, open.id, 'approve', { ...actor, id: demo.id(who.key) }, {}),
    );
    demo.done.acts += 1;
  }
  telling.document = await current(telling);
  if (telling.document.state !== 'approved') return;
  yield (telling.at = Math.max(
    telling.at + minuteMs,
    Date.parse(`${String(telling.document['takesEffectOn'])}T00:00:00+08:00`) + 7 * minuteMs,
  ));
  telling.document = await demo.act(telling.document, 'take_effect', demo.software, telling.at, {});
}

/** Most do it within days, some after being reminded, a few not yet. */
async function* read(telling: Telling, code: string, reads: readonly string[] | 'staff'): Life {
  const { demo, random } = telling;
  const version = String(telling.document['effectiveVersion']);
  const readers = staffOf(reads).filter(() => random.chance(0.86));
  const days = readers
    .map((key) => ({ key, at: office(telling.at + random.bell() * random.bell() * 40 * dayMs + 9 * hourMs) }))
    .toSorted((a, b) => a.at - b.at);
  let reading: Awaited<ReturnType<typeof readingOf>>;
  for (const { key, at } of days) {
    yield (telling.at = Math.round(at));
    const actor = await demo.as(key, at);
    const { id } = actor;
    if (id === null) continue;
    // The same for all whom it names; its next version is begun when these have read it.
    reading ??= await onConnection(demo.house.pool, (tx) => readingOf(tx, demo.house, actor, code, actor.language)); // prettier-ignore
    const given = reading;
    if (given) await demo.together(at, (work) => acknowledge(work, given, { ...actor, id }, version));
    demo.done.acts += 1;
  }
}

async function* fromOutside(demo: Demo, one: (typeof external)[number], random: Random): Life {
  const { key: _key, ago: days, checkedAgo, ...about } = one;
  const at = on(demo, days, 10);
  yield at;
  const telling: Telling = { demo, random, at, document: await demo.create('document', await demo.as('p.lim', at), at, {
    ...about,
    clauses: [...about.clauses],
    level: 2,
    origin: 'external',
    languages: 'both',
    authoritative: one.key === 'law' ? 'zh' : 'en',
    ownerId: demo.id('p.su'),
    retention: '现行有效期间 · while it is in force',
    reviewMonths: 24,
    lastCheckedOn: dateOf(at),
    nextCheckOn: dateOf(at + 370 * dayMs),
  }) }; // prettier-ignore
  yield* intoForce(telling, 'p.lim');
  yield (telling.at = Math.max(telling.at + dayMs, on(demo, checkedAgo, 11)));
  await does(telling, 'p.lim', 'check_source', { nextCheckOn: dateOf(telling.at + 365 * dayMs) }, undefined, '在官方网站核对，版本未变。 Checked at the source: the edition is the same.'); // prettier-ignore
}

/** One instruction takes the place of another; and one is still being written. */
async function* instructions(demo: Demo, random: Random): Life {
  const common = { level: 3, documentClass: 'instruction', clauses: ['8.7.3.2'], obligation: 'customary', retention: '3 年 · 3 years', reviewMonths: 18, authoritative: 'zh' };
  let at = on(demo, 300, 9.5);
  yield at;
  const old: Telling = { demo, random, at, document: await demo.create('document', await demo.as('p.luo', at), at, { ...common, ...remoteWork.old }) };
  yield* intoForce(old, 'p.luo');
  at = Math.max(old.at + dayMs, on(demo, 110, 13));
  yield at;
  const next: Telling = { demo, random, at, document: await demo.create('document', await demo.as('p.luo', at), at, { ...common, ...remoteWork.next, supersedesId: old.document.id }) };
  yield* intoForce(next, 'p.luo');
  at = Math.max(next.at + dayMs, on(demo, 6, 11));
  yield at;
  await demo.create('document', await demo.as('p.jiang', at), at, { ...common, clauses: ['8.6.1'], ...remoteWork.draft });
} // prettier-ignore

async function does(telling: Telling, who: string, name: string, input: Input, reason?: string, comment?: string): Promise<void> {
  const { demo, at, document } = telling;
  telling.document = await demo.act(document, name, await demo.as(who, at), at, { ...input, ...(reason === undefined ? {} : { reason }), ...(comment === undefined ? {} : { comment }) });
} // prettier-ignore

async function current({ demo, document }: Telling): Promise<Row> {
  const { rows } = await demo.house.pool.query<{ state: string; takesEffectOn: string | null; effectiveVersion: string | null; reviewDueOn: string | null }>(
    `select r.state, d.takes_effect_on::text as "takesEffectOn", d.effective_version as "effectiveVersion", d.review_due_on::text as "reviewDueOn"
     from document d join record r on r.id = d.id where d.id = $1`,
    [document.id],
  );
  return { ...document, ...rows[0] };
} // prettier-ignore

async function idOf(demo: Demo, number: string): Promise<string> {
  const { rows } = await demo.house.pool.query<{ id: string }>('select id from record where number = $1', [number]); // prettier-ignore
  const [row] = rows;
  if (!row) throw new Error(`no ${number}`);
  return row.id;
}
