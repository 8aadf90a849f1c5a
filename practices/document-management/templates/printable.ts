import { picturesIn } from '../../../kernel/attachment/pictures.ts';
import { renderLive } from '../../../kernel/live-block/render.ts';
import { mayView } from '../../../kernel/access/access.ts';
import type { Actor } from '../../../kernel/access/actor.ts';
import type { House } from '../../../kernel/practice/house.ts';
import { readRecord } from '../../../kernel/record/store.ts';
import { isStaff } from '../../../kernel/record/universal.ts';
import type { Tx } from '../../../platform/db/tx.ts';
import { notFound } from '../../../platform/http/problem.ts';
import type { Language } from '../../../platform/i18n/words.ts';
import { kept, type Document } from '../document.fields.ts';
import { aboutOf, languageOf } from '../document.frozen.ts';
import { document } from '../document.record.ts';
import { nextVersion } from '../document.version.ts';
import { readingOf } from '../reading.queries.ts';
import { versionsOf } from '../version.queries.ts';
import type { Printable } from './paper-of.ts';

async function publisherOf(tx: Tx): Promise<string> {
  const [own] = await tx.run<{ title: string }>(
    'paper_publisher',
    `select r.title from organisation o join record r on r.id = o.id where o.kind = 'own_unit' and o.parent_id is null and r.state = 'active' order by r.id limit 1`,
  );
  return own?.title ?? '–';
}

/** The version in force as it was approved, for whoever may read it; undefined where none is in force in this language. */
async function inForce(
  tx: Tx,
  house: House,
  actor: Actor,
  name: string,
  language: Language,
): Promise<Printable | undefined> {
  const reading = await readingOf(tx, house, actor, name, language);
  if (!reading || reading.language !== language) return undefined;
  return {
    ...reading,
    both: reading.languages === 'both',
    text: reading.frozen,
    clauses: reading.clauses ?? [],
    publisher: await publisherOf(tx),
    versions: await versionsOf(tx, reading.id),
    authors: [],
    pictures: await picturesIn(tx, reading.id, reading.frozen),
    at: Date.parse(reading.approvedAt),
  };
}

/** What is being written, with its live blocks as the data are now; only for those who may see the record. */
async function inWork(
  tx: Tx,
  house: House,
  actor: Actor,
  number: string,
  language: Language,
): Promise<Printable | undefined> {
  const stored = isStaff(actor) ? await readRecord(tx, document, number) : undefined;
  if (!stored || !mayView(document.access, actor, stored.record)) throw notFound('document', number);
  const record = stored.record as Document;
  const side = language === 'en' ? 'En' : 'Zh';
  const body = record[`body${side}`];
  if (body === null || !kept(record).some((one) => languageOf(one) === language)) return undefined;
  const owner = stored.refs[record.ownerId ?? '']?.title ?? null;
  const self = { ...record, version: nextVersion(record.approvedVersion, record.revision), owner, effectiveOn: record.takesEffectOn };
  const { text } = await renderLive(tx, body, { house, language, about: aboutOf(self, language) });
  return {
    code: record.code ?? record.number,
    title: record[`title${side}`] ?? record.title,
    language,
    authoritative: record.authoritative ?? 'en',
    both: kept(record).length > 1,
    text,
    version: null,
    state: record.state,
    documentClass: record.documentClass,
    clauses: record.clauses ?? [],
    owner,
    effectiveOn: null,
    reviewDueOn: null,
    confidentiality: record.confidentiality ?? 'internal',
    contentHash: null,
    publisher: await publisherOf(tx),
    versions: await versionsOf(tx, record.id),
    authors: (record.authorIds ?? []).flatMap((id) => stored.refs[id]?.title ?? []),
    source: record.source,
    sourceEdition: record.sourceEdition,
    sourceUrl: record.sourceUrl,
    pictures: await picturesIn(tx, record.id, text),
    at: Date.parse(record.updatedAt),
  };
} // prettier-ignore

/** `effective`: what is in force; `draft`: what is being written; `newest`: in force, and where nothing is, the draft. */
export const choices = ['newest', 'effective', 'draft'] as const;
export type Choice = (typeof choices)[number];

/** What to print of one document in one language; undefined where it has no text in it. */
export async function printable(
  tx: Tx,
  house: House,
  actor: Actor,
  number: string,
  language: Language,
  choice: Choice,
): Promise<Printable | undefined> {
  if (choice === 'draft') return inWork(tx, house, actor, number, language);
  const found = await inForce(tx, house, actor, number, language);
  if (found || choice === 'effective') return found;
  const other = await readingOf(tx, house, actor, number, language);
  // In force, but not kept in this language: the draft of it would be no answer.
  return other ? undefined : inWork(tx, house, actor, number, language);
}
