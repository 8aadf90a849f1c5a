import { z } from 'zod';
import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import { reviewMonths } from './document.settings.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { document } from './document.record.ts';
import refusalsEn from './i18n/refusals.en.ts';
import refusalsZh from './i18n/refusals.zh-CN.ts';

const words = {
  en: merge(en, {
    live_block: {
      document_list: { name: 'Master list of documents', hint: 'Documents in force by level and clause; secret ones never' },
      setting_document_review_months: { name: 'Months to the review of a document', hint: 'Where it names none itself' },
    },
  }),
  'zh-CN': merge(zh, {
    live_block: {
      document_list: { name: '文件总清单', hint: '按层级和条款列出现行文件；不含秘密文件' },
      setting_document_review_months: { name: '文件评审周期（月）', hint: '文件未指定时' },
    },
  }),
}; // prettier-ignore

type Row = {
  code: string;
  en: string | null;
  zh: string | null;
  version: string;
  owner: string | null;
  effective: string;
  due: string | null;
  retention: string | null;
};

/** 7.5.1: what is in force. A secret document is not even counted: whoever reads the list may not know of it. */
const list = defineBlock({
  key: 'document-list',
  words,
  params: z.object({
    level: z.coerce.number().int().min(1).max(4).optional(),
    clause: z.string().max(12).optional(),
  }),
  render: async ({ tx, say, language }, { level, clause }) => {
    const rows = await tx.run<Row>(
      'live_documents',
      `select d.code, d.title_en as en, d.title_zh as zh, d.effective_version as version, o.title as owner, d.effective_on::text as effective,
         d.review_due_on::text as due, d.retention
       from document d join record r on r.id = d.id left join record o on o.id = r.owner_id
       where r.state <> 'obsolete' and d.effective_version is not null and d.confidentiality <> 'secret' and ($1::int is null or d.level = $1)
         and ($2::text is null or exists (select 1 from unnest(d.clauses) c where c = $2 or starts_with(c, $2 || '.') or starts_with(c, $2 || '-')))
       order by d.code limit 1000`,
      [level ?? null, clause ?? null],
    );
    const column = (key: string) => say(`document.field.${key}`);
    return table(
      [column('code'), column('title'), say('document_version.name'), column('ownerId'), column('effectiveOn'), column('reviewDueOn'), column('retention')],
      rows.map((row) => [row.code, language === 'zh-CN' ? (row.zh ?? row.en) : (row.en ?? row.zh), row.version, row.owner, row.effective, row.due, row.retention]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

export const documentBlocks: readonly LiveBlock[] = [
  processBlock(document, { en: merge(en, refusalsEn), 'zh-CN': merge(zh, refusalsZh) }),
  list,
  defineBlock({
    key: 'setting:document.review_months',
    inline: true,
    words,
    render: ({ house }) => String(house.reference.settings.get(reviewMonths).value),
  }),
];
