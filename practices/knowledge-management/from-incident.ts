import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor, Language } from '../../kernel/access/actor.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { articleAccess } from './article.access.ts';

/** What an article takes over from the incident that taught it. */
export type Solved = {
  readonly symptom: string | null;
  readonly resolution: string | null;
  readonly categoryId: string | null;
};
type Source = Solved & { readonly id: string; readonly title: string; readonly serviceId: string | null };

const headings = {
  en: { symptom: 'Symptom', resolution: 'Resolution' },
  'zh-CN': { symptom: '现象', resolution: '解决办法' },
} as const;

/** Written in the language that the resolution is in, which need not be the writer's. */
const languageOf = (text: string, writer: Language): Language =>
  /\p{Script=Han}/u.test(text) ? 'zh-CN' : /\p{L}/u.test(text) ? 'en' : writer;

export function draftFrom(incident: Source, writer: Language) {
  const { id, title, symptom, resolution, serviceId, categoryId } = incident;
  const language = languageOf(resolution ?? title, writer);
  const say = headings[language];
  const body = [
    `## ${say.symptom}`,
    symptom ?? title,
    `## ${say.resolution}`,
    resolution,
  ].filter((part) => part !== null).join('\n\n'); // prettier-ignore
  return {
    kind: 'known_answer',
    audience: 'agents',
    sourceId: id,
    ...(language === 'en' ? { titleEn: title, bodyEn: body } : { titleZh: title, bodyZh: body }),
    ...(serviceId === null ? {} : { serviceIds: [serviceId] }),
    ...(categoryId === null ? {} : { categoryIds: [categoryId] }),
  };
}

/** The article that was already made of it, as far as this actor may see it. */
export async function writtenFrom(tx: Tx, incidentId: string, actor: Actor) {
  const { rows } = await sql<{ number: string; title: string; state: string }>`
    select r.number, r.title, r.state from article a join record r on r.id = a.id
    where a.source_id = ${incidentId} and ${visible(articleAccess, actor)} order by a.id limit 1`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}
