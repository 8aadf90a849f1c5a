import type { Work } from '../../kernel/practice/house.ts';
import { words } from '../../kernel/search/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Deciders } from './document.approval.ts';
import { contents, type Document } from './document.fields.ts';
import type { Drawing } from './document.frozen.ts';
import { versionOf } from './document.version.ts';

/** What else was true of it, for whoever reads the version years later. */
const aboutFields = [
  'level', 'documentClass', 'languages', 'authoritative', 'clauses', 'obligation', 'ownerId', 'ownerRole', 'confidentiality',
  'audience', 'audienceRoles', 'audienceTeamIds', 'audienceOrganisationIds', 'audiencePersonIds', 'mustRead', 'retention',
  'reviewMonths', 'origin', 'source', 'sourceEdition', 'supersedesId', 'changeId',
] as const; // prettier-ignore

/** The version as it was approved, with what its live blocks said and the words it is found by. Nobody can change the row. */
export async function keepVersion(
  work: Work,
  document: Document,
  { drawing, deciders }: { readonly drawing: Drawing; readonly deciders: Deciders },
): Promise<void> {
  const version = document.approvedVersion ?? '';
  const { major, minor } = versionOf(version);
  const text = (...parts: (string | null | undefined)[]) =>
    words(parts.filter((part) => typeof part === 'string').join('\n'));
  await work.run(
    'keep_document_version',
    `insert into document_version (document_id, major, minor, version, code, title_en, title_zh, body_en, body_zh, frozen_en, frozen_zh,
       blocks, about, change_note, author_ids, reviewer_ids, approver_ids, submitted_at, approved_at, effective_on, sod_exception, content_hash, words)
     select id, $2, $3, $4, code, title_en, title_zh, body_en, body_zh, $5, $6, $7, $8, change_note, author_ids, $9, $10, submitted_at,
       approved_at, takes_effect_on, sod_exception, content_hash,
       setweight(to_tsvector('words', $11), 'A') || setweight(to_tsvector('words', $12), 'D')
     from document where id = $1`,
    [
      document.id,
      major,
      minor,
      version,
      drawing.en?.text ?? null,
      drawing.zh?.text ?? null,
      JSON.stringify({ en: drawing.en?.blocks ?? [], 'zh-CN': drawing.zh?.blocks ?? [] }),
      JSON.stringify(Object.fromEntries(aboutFields.map((key) => [key, document[key]]))),
      deciders.reviewers,
      deciders.approvers,
      text(document.code, document.titleEn, document.titleZh),
      text(drawing.en?.text, drawing.zh?.text),
    ],
  );
}

/** What is in force, to put in the place of a revision that was given up. */
export async function contentInForce(tx: Tx, document: Document): Promise<Partial<Document>> {
  const [row] = await tx.run<Record<string, unknown>>(
    'document_in_force',
    `select ${contents.map((field) => `v.${snake(field)} as "${field}"`).join(', ')}, v.change_note as "changeNote",
       coalesce(v.title_en, v.title_zh) as title, v.author_ids as "authorIds"
     from document_version v where v.document_id = $1 and v.version = $2`,
    [document.id, document.effectiveVersion],
  );
  return row ?? {};
}

const snake = (field: string) => field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
