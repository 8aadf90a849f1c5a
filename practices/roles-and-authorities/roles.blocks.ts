import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import { appointment } from './appointment.record.ts';
import blocksEn from './i18n/blocks.en.ts';
import blocksZh from './i18n/blocks.zh-CN.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { landscape } from './landscape.ts';
import type { Limit } from './role-definition.record.ts';

const words = { en: merge(en, blocksEn), 'zh-CN': merge(zh, blocksZh) };

/** 5.3: processes and roles, with the letter of each. */
const matrix = defineBlock({
  key: 'raci-matrix',
  words,
  render: async ({ tx, say }) => {
    const processes = await landscape(tx);
    const roles = [...new Set(processes.flatMap(({ raci }) => Object.keys(raci)))];
    const rows = processes.map(({ clause, title, owner, raci }) => {
      const letters: Readonly<Record<string, string>> = raci;
      return [`${clause ?? ''} ${title}`, owner, ...roles.map((role) => (letters[role] === 'AR' ? 'A/R' : letters[role]))];
    });
    return table([say('sms_process.name'), say('sms_process.field.ownerId'), ...roles.map((role) => say(`role.${role}`))], rows, say('live_block.none'));
  },
}); // prettier-ignore

const catalogue = defineBlock({
  key: 'role-catalogue',
  words,
  render: async ({ tx, say }) => {
    const rows = await tx.run<{ title: string; duties: string | null; authorities: string | null; limits: Limit[]; unit: string | null }>(
      'live_role_catalogue',
      `select r.title, t.duties, t.authorities, t.limits, u.title as unit from role_definition t join record r on r.id = t.id
       left join record u on u.id = r.org_unit_id where r.state = 'active' order by r.number limit 200`,
    );
    const column = (key: string) => say(`role_definition.field.${key}`);
    return table(
      [column('role'), column('orgUnitId'), column('duties'), column('authorities'), column('limits')],
      rows.map((row) => [row.title, row.unit, row.duties?.replaceAll('\n', '; '), row.authorities?.replaceAll('\n', '; '), row.limits.map((one) => `${one.decision}: ${one.limit}`).join('; ')]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

const processes = defineBlock({
  key: 'process-landscape',
  words,
  render: async ({ tx, say }) => {
    const items = await landscape(tx);
    const codes = new Map(items.map(({ id, code }) => [id, code]));
    const texts = await tx.run<{ id: string; purpose: string | null; inputs: string | null; outputs: string | null }>(
      'live_process_texts',
      'select id, purpose, inputs, outputs from sms_process',
    );
    const column = (key: string) => say(`sms_process.field.${key}`);
    return table(
      [column('code'), say('sms_process.name'), column('purpose'), column('inputs'), column('outputs'), column('interfaceIds'), column('ownerId')],
      items.map((item) => {
        const text = texts.find(({ id }) => id === item.id);
        const to = item.interfaceIds.flatMap((id) => codes.get(id) ?? []);
        return [item.code, item.title, text?.purpose, text?.inputs, text?.outputs, to.join(', '), item.owner];
      }),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

export const rolesBlocks: readonly LiveBlock[] = [
  processBlock(appointment, { en, 'zh-CN': zh }),
  matrix,
  catalogue,
  processes,
];
