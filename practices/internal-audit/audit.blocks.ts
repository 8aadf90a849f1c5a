import { z } from 'zod';
import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import { internalAudit } from './audit.record.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { coverageOf, programmeOn } from './programme.coverage.ts';

const words = { en, 'zh-CN': zh };

/** The audits of the last months and those ahead. */
const audits = defineBlock({
  key: 'internal-audits',
  words,
  params: z.strictObject({ months: z.coerce.number().int().min(1).max(36).default(12) }),
  render: async ({ tx, say, house }, { months }) => {
    const rows = await tx.run<Record<'number' | 'title' | 'state' | 'lead' | 'starts' | 'ends', string | null>>(
      'block_internal_audits',
      `select r.number, r.title, r.state, l.title as lead, t.starts_on::text as starts, t.ends_on::text as ends
       from internal_audit t join record r on r.id = t.id left join record l on l.id = t.lead_auditor_id
       where r.state <> 'cancelled' and t.starts_on >= $1::date - make_interval(months => $2) order by t.starts_on, r.id limit 200`,
      [new Date(house.now()).toISOString(), months],
    );
    const field = (name: string) => say(`internal_audit.field.${name}`);
    return table(
      ['№', field('title'), field('startsOn'), field('endsOn'), field('leadAuditorId'), say('live_block.internal_audits.state')],
      rows.map((row) => [row.number, row.title, row.starts, row.ends, row.lead, say(`internal_audit.state.${row.state ?? 'planned'}`)]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

/** What is audited more than once, with its reason: the programme's weights. */
const weights = defineBlock({
  key: 'audit-weights',
  words,
  render: async ({ tx, say, house }) => {
    const programme = await programmeOn(tx, new Date(house.now()).toISOString());
    const areas = programme ? await coverageOf(tx, programme) : [];
    const column = (name: string) => say(`live_block.audit_weights.${name}`);
    return table(
      [column('area'), column('level'), column('times'), column('reason')],
      areas.filter(({ reason }) => reason !== null).map(({ label, level, wanted, reason }) => [label, say(`audit_programme.level.${level}`), wanted, reason]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

export const auditBlocks: readonly LiveBlock[] = [audits, weights, processBlock(internalAudit, words)];
