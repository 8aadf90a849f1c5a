import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge, type Language } from '../../platform/i18n/words.ts';
import { appointment } from './appointment.record.ts';
import blocksEn from './i18n/blocks.en.ts';
import blocksZh from './i18n/blocks.zh-CN.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { landscape } from './landscape.ts';
import { processPresets } from './presets/processes.ts';
import { rolePresets } from './presets/roles.ts';
import type { Limit } from './role-definition.record.ts';

const words = { en: merge(en, blocksEn), 'zh-CN': merge(zh, blocksZh) };

/** What was taken over from a preset is said in the reader's language; what people wrote stays as they wrote it. */
const inLanguage = (language: Language) => {
  const known = new Map(
    [...processPresets.flatMap(({ title, purpose, inputs, outputs }) => [title, purpose, inputs, outputs]),
      ...rolePresets.flatMap(({ duties, authorities, limits = [] }) => [duties, authorities, ...limits.flat()])]
      .flatMap((both) => both.map((text) => [text, both[language === 'en' ? 0 : 1]] as const)),
  );
  return (text: string | null | undefined) => (text === null || text === undefined ? '' : (known.get(text) ?? text));
}; // prettier-ignore

const letters = ['A', 'R', 'C', 'I'] as const;

/** 5.3: who is accountable for each process, who does it, who is asked and who is told: by letter, for twenty roles fit on no page side by side. */
const matrix = defineBlock({
  key: 'raci-matrix',
  words,
  render: async ({ tx, say, language }) => {
    const said = inLanguage(language);
    const between = language === 'en' ? ', ' : '、';
    const rows = (await landscape(tx)).map(({ clause, title, owner, raci }) => [
      `${clause ?? ''} ${said(title)}`,
      owner,
      ...letters.map((letter) =>
        Object.entries(raci)
          .filter(([, given]) => given.includes(letter))
          .map(([role]) => say(`role.${role}`))
          .join(between),
      ),
    ]);
    return table([say('sms_process.name'), say('sms_process.field.ownerId'), ...letters], rows, say('live_block.none'));
  },
}); // prettier-ignore

const catalogue = defineBlock({
  key: 'role-catalogue',
  words,
  render: async ({ tx, say, language }) => {
    const said = inLanguage(language);
    const semicolon = language === 'en' ? '; ' : '；';
    const lines = (text: string | null) => said(text).replaceAll('\n', semicolon);
    const rows = await tx.run<{ role: string; duties: string | null; authorities: string | null; limits: Limit[]; unit: string | null }>(
      'live_role_catalogue',
      `select t.role, t.duties, t.authorities, t.limits, u.title as unit from role_definition t join record r on r.id = t.id
       left join record u on u.id = r.org_unit_id where r.state = 'active' order by r.number limit 200`,
    );
    const column = (key: string) => say(`role_definition.field.${key}`);
    const inUnits = rows.some(({ unit }) => unit !== null);
    return table(
      [column('role'), ...(inUnits ? [column('orgUnitId')] : []), column('duties'), column('authorities'), column('limits')],
      rows.map((row) => [
        say(`role.${row.role}`), ...(inUnits ? [row.unit] : []), lines(row.duties), lines(row.authorities),
        row.limits.map((one) => `${said(one.decision)}: ${said(one.limit)}`).join(semicolon),
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

const processes = defineBlock({
  key: 'process-landscape',
  words,
  render: async ({ tx, say, language }) => {
    const said = inLanguage(language);
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
        return [item.code, said(item.title), said(text?.purpose), said(text?.inputs), said(text?.outputs), to.join(', '), item.owner];
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
