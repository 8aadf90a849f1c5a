import type { Tx } from '../../platform/db/tx.ts';

export type VersionLine = {
  readonly version: string;
  readonly submittedAt: string | null;
  readonly approvedAt: string;
  readonly effectiveOn: string;
  readonly changeNote: string | null;
  readonly authors: readonly string[];
  readonly reviewers: readonly string[];
  readonly approvers: readonly string[];
  readonly sodException: boolean;
  readonly contentHash: string;
};

const names = (column: string) =>
  `array(select x.title from record x where x.id = any(v.${column}) order by x.title)`;
const line = `v.version, v.submitted_at as "submittedAt", v.approved_at as "approvedAt", v.effective_on::text as "effectiveOn", v.change_note as "changeNote",
  ${names('author_ids')} as authors, ${names('reviewer_ids')} as reviewers, ${names('approver_ids')} as approvers,
  v.sod_exception as "sodException", v.content_hash as "contentHash"`;

/** Every version a document ever had, the last one first. */
export const versionsOf = (tx: Tx, documentId: string) =>
  tx.run<VersionLine>(
    'document_versions',
    `select ${line} from document_version v where v.document_id = $1 order by v.major desc, v.minor desc limit 500`,
    [documentId],
  );

/** One version as it was approved: the written texts, the frozen ones, and what its blocks said. */
export async function versionNamed(tx: Tx, documentId: string, version: string) {
  const [row] = await tx.run<VersionLine & Record<string, unknown>>(
    'document_version_named',
    `select ${line}, v.code, v.title_en as "titleEn", v.title_zh as "titleZh", v.body_en as "bodyEn", v.body_zh as "bodyZh",
       v.frozen_en as "frozenEn", v.frozen_zh as "frozenZh", v.blocks, v.about
     from document_version v where v.document_id = $1 and v.version = $2`,
    [documentId, version],
  );
  return row;
}

/** Every code there is, to propose one that is free; whose it is nobody is told. */
export async function codesLike(tx: Tx, stem: string): Promise<ReadonlySet<string>> {
  const rows = await tx.run<{ code: string }>(
    'document_codes',
    `select code from document where starts_with(code, $1)`,
    [stem],
  );
  return new Set(rows.map(({ code }) => code));
}
