import { createHash } from 'node:crypto';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act } from '../../kernel/record/act.ts';
import { newId } from '../../kernel/record/id.ts';
import { noteIn } from './incident.trail.ts';
import { roleFields, type MajorIncident, type Texts } from './major.fields.ts';
import { holdersOf } from './major.queries.ts';
import { startMassJob } from './mass.store.ts';

type Effect = (work: Work, major: MajorIncident, actor: Actor, context: Context) => Promise<void>;
type Written = {
  readonly kind: string;
  readonly texts: Texts;
  readonly at?: number;
  readonly audiences?: readonly string[];
  readonly people?: readonly string[];
  readonly way?: string;
  readonly correctsId?: string;
};

/** Writes one entry of the timeline for good; the trail keeps its digest, so that a changed one would be seen. */
async function write(work: Work, major: MajorIncident, actor: Actor, now: number, entry: Written) {
  const id = newId(now);
  const at = new Date(entry.at ?? now).toISOString();
  const { kind, texts, audiences = [], people = [], way = null, correctsId = null } = entry;
  await work.run(
    'major_entry',
    `insert into major_entry (id, record_id, kind, at, recorded_at, author_id, texts, audiences, people, way, corrects_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, major.id, kind, at, new Date(now).toISOString(), actor.id, JSON.stringify(texts), audiences, people, way, correctsId],
  ); // prettier-ignore
  const sha256 = createHash('sha256')
    .update(JSON.stringify([id, kind, at, texts, audiences, people, way, correctsId]))
    .digest('hex');
  await noteIn(work, major.id, 'timeline', actor, now, { entry: id, kind, sha256 });
  return id;
}

const crewOf = (major: MajorIncident) => roleFields.flatMap((field) => major[field] ?? []);
const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);
const byHand = (text: unknown, language: Actor['language']): Texts =>
  typeof text === 'string' ? { [language]: text } : {};

/** A step of the life cycle in the timeline; its words are the step's own, the text what somebody added. */
const stage: Effect = async (work, major, actor, context) => {
  const said = context.input['reason'] ?? context.input['comment'];
  await write(work, major, actor, context.at, {
    kind: 'stage',
    texts: byHand(said, actor.language),
    way: major.state,
  });
};

export const proposed: Effect = async (work, major, _actor, { at }) => {
  const managers = await holdersOf(work, ['incident-manager'], at);
  await notify(work, { kind: 'major.candidate', recordId: major.id, personIds: ids(managers) });
};

export const declared: Effect = async (work, major, actor, context) => {
  await stage(work, major, actor, context);
  const managers = await holdersOf(work, ['incident-manager', 'service-desk-lead'], context.at);
  await notify(work, {
    kind: 'major.declared',
    recordId: major.id,
    personIds: [...crewOf(major), ...ids(managers)].filter((id) => id !== actor.id),
    params: { bridge: major.bridge ?? '' },
  });
};

export const staged = stage;

/** 8.6.1 i: that top management was told, who, when, by which way and by whom. */
export const informed: Effect = async (work, major, actor, context) => {
  const { personIds, way, text } = context.input as { personIds: string[]; way: string; text?: string };
  await write(work, major, actor, context.at, {
    kind: 'management',
    texts: byHand(text, actor.language),
    people: personIds,
    way,
  });
  await notify(work, {
    kind: 'major.management',
    recordId: major.id,
    personIds: personIds.filter((id) => id !== actor.id),
  });
};

/** An update reaches each audience by its own way: a notice, a comment in every child, the announcement. */
export const updated: Effect = async (work, major, actor, context) => {
  const { audiences, texts } = context.input as { audiences: string[]; texts: Texts };
  await write(work, major, actor, context.at, { kind: 'update', texts, audiences });
  const inside = [
    ...(audiences.includes('management') ? ids(await holdersOf(work, ['top-management'], context.at)) : []),
    ...(audiences.includes('technical') ? await technicians(work, major) : []),
  ];
  const text = texts[actor.language] ?? texts.en ?? texts['zh-CN'] ?? '';
  await notify(work, {
    kind: 'major.update',
    recordId: major.id,
    personIds: inside.filter((id) => id !== actor.id),
    params: { text: text.slice(0, 500) },
  });
  if (audiences.includes('affected') && major.leadingIncidentId !== null)
    await startMassJob(work, actor, { kind: 'answer', parentId: major.leadingIncidentId, input: { texts } });
  if (audiences.includes('public') && (await leadingIsOpen(work, major)))
    await act(
      work,
      { type: 'incident', id: major.leadingIncidentId ?? '' },
      'announce',
      { ...actor, holdings: system().holdings },
      { texts },
    );
};

/** What is over is not announced any more. */
const leadingIsOpen = async (work: Work, { leadingIncidentId }: MajorIncident) =>
  (await work.run('major_leading_open', 'select 1 from record where id = $1 and open', [leadingIncidentId]))
    .length > 0;

const technicians = async (work: Work, major: MajorIncident) => [
  ...crewOf(major),
  ...ids(
    await work.run<{ id: string }>(
      'major_team',
      'select unnest(member_ids) as id from team where id = (select team_id from record where id = $1)',
      [major.leadingIncidentId],
    ),
  ),
];

export const recorded: Effect = async (work, major, actor, context) => {
  const { kind, texts, at, corrects } = context.input as {
    kind: string;
    texts: Texts;
    at?: string;
    corrects?: string;
  };
  await write(work, major, actor, context.at, {
    kind,
    texts,
    ...(at === undefined ? {} : { at: Date.parse(at) }),
    ...(corrects === undefined ? {} : { correctsId: corrects }),
  });
};

export const reviewPlanned: Effect = async (work, major, actor, context) => {
  await stage(work, major, actor, context);
  await notify(work, {
    kind: 'major.review_due',
    recordId: major.id,
    personIds: [major.reviewerId ?? major.managerId].flatMap((id) => (id === null ? [] : [id])),
    params: { due: major.reviewDueAt ?? '' },
  });
};
