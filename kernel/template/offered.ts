import type { Tx } from '../../platform/db/tx.ts';
import type { Actor, Language } from '../access/actor.ts';
import type { BaseRecord } from '../record/base.ts';
import { referencesTo } from '../record/present.ts';
import { render, type Known } from './placeholders.ts';

type Row = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly bodyEn: string | null;
  readonly bodyZh: string | null;
};

const most = 200;

/**
 * The templates for answering this record, rendered: those of its type, category and team or of one's own teams, and
 * those for all. In the language asked for, or the requester's; where one has only the other, that.
 */
export async function offeredFor(tx: Tx, actor: Actor, record: BaseRecord, wanted: Language | undefined) {
  const categoryId = (record as unknown as { readonly categoryId?: string | null }).categoryId ?? null;
  const teamIds = [...actor.teamIds, ...(record.teamId === null ? [] : [record.teamId])];
  const rows = await tx.run<Row>(
    'answer_templates_for',
    `select r.id, r.number, r.title, t.body_en as "bodyEn", t.body_zh as "bodyZh"
     from record r join answer_template t on t.id = r.id
     where r.type = 'answer-template' and r.open
       and (t.record_type is null or t.record_type = $1)
       and (t.category_id is null or t.category_id = $2::uuid)
       and (r.team_id is null or r.team_id = any($3::uuid[]))
     order by (t.category_id is null), (r.team_id is null), (t.record_type is null), r.title limit ${most}`,
    [record.type, categoryId, teamIds],
  );
  const language = wanted ?? (await languageOf(tx, record.requesterId)) ?? actor.language;
  const known = await knownOf(tx, actor, record);
  return {
    language,
    items: rows.flatMap(({ bodyEn, bodyZh, ...row }) => {
      const inOrder =
        language === 'en' ? ([['en', bodyEn], ['zh-CN', bodyZh]] as const) : ([['zh-CN', bodyZh], ['en', bodyEn]] as const); // prettier-ignore
      const found = inOrder.find(([, body]) => body !== null);
      return found ? [{ ...row, language: found[0], ...render(found[1] ?? '', known) }] : [];
    }),
  };
}

async function languageOf(tx: Tx, personId: string | null): Promise<Language | undefined> {
  if (personId === null) return undefined;
  const [row] = await tx.run<{ language: Language }>(
    'language_of',
    'select language from person where id = $1',
    [personId],
  );
  return row?.language;
}

async function knownOf(tx: Tx, actor: Actor, record: BaseRecord): Promise<Known> {
  const { requesterId, ownerId, serviceId, teamId, customerId } = record;
  const ids = [requesterId, ownerId, serviceId, teamId, customerId].filter((id) => id !== null);
  const refs = await referencesTo(tx, new Set(ids));
  const title = (id: string | null) => (id === null ? undefined : refs[id]?.title);
  const known = {
    'requester.name': title(requesterId),
    'owner.name': title(ownerId),
    'service.title': title(serviceId),
    'team.title': title(teamId),
    'customer.title': title(customerId),
    'record.number': record.number,
    'record.title': record.title,
    'me.name': actor.name,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}
