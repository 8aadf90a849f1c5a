import { z } from 'zod';
import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { service } from './service.record.ts';

const words = {
  en: merge(en, {
    live_block: {
      catalogue: { name: 'Service catalogue', hint: 'Services in use with owner, criticality and hours' },
      scope: { name: 'Scope of the system', hint: 'Organisation, services, customers and locations in one sentence (4.3)' },
      scope_sentence: 'The service management system of {{organisation}} supporting the provision of {{services}} to {{customers}} from {{places}}.',
    },
  }),
  'zh-CN': merge(zh, {
    live_block: {
      catalogue: { name: '服务目录', hint: '在用服务及其负责人、重要性和服务时间' },
      scope: { name: '体系范围', hint: '以一句话说明组织、服务、客户和场所（4.3）' },
      scope_sentence: '{{organisation}}的服务管理体系，支持从{{places}}向{{customers}}提供{{services}}。',
    },
  }),
}; // prettier-ignore

const inUse = `r.state in ('published', 'approved')`;

const catalogue = defineBlock({
  key: 'catalogue',
  words,
  params: z.object({ criticality: z.enum(['critical', 'high', 'medium', 'low']).optional() }),
  render: async ({ tx, say }, { criticality }) => {
    const rows = await tx.run<{ number: string; title: string; criticality: string | null; owner: string | null; hours: string | null; outcome: string | null }>(
      'live_catalogue',
      `select r.number, r.title, s.criticality, o.title as owner, s.hours, s.outcome from service s join record r on r.id = s.id
         left join record o on o.id = r.owner_id where ${inUse} and ($1::text is null or s.criticality = $1)
       order by array_position(array['critical', 'high', 'medium', 'low'], s.criticality) nulls last, r.title limit 500`,
      [criticality ?? null],
    );
    const name = (key: string) => say(`service.field.${key}`);
    return table(
      [say('service.name'), say('service.field.outcome'), name('criticality'), say('record.field.ownerId'), name('hours')],
      rows.map((row) => [`${row.title} (${row.number})`, row.outcome, row.criticality === null ? '' : say(`service.option.criticality.${row.criticality}`), row.owner, row.hours]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

/** 4.3: one sentence made of what there is, so that scope, catalogue and certificate cannot differ. */
const scope = defineBlock({
  key: 'scope',
  words,
  render: async ({ tx, say, language }) => {
    const titles = async (name: string, text: string) => (await tx.run<{ title: string }>(name, text)).map(({ title }) => title);
    const own = await tx.run<{ title: string; kind: string; top: boolean }>(
      'live_scope_units',
      `select r.title, o.kind, o.parent_id is null as top from organisation o join record r on r.id = o.id
       where o.kind in ('own_unit', 'branch') and r.state = 'active' order by r.id limit 500`,
    );
    const services = await titles('live_scope_services', `select r.title from record r where r.type = 'service' and ${inUse} order by r.title limit 500`);
    const customers = await titles('live_scope_customers', `select r.title from organisation o join record r on r.id = o.id where o.kind = 'customer' and r.state = 'active' and o.parent_id is null order by r.title limit 500`);
    const branches = own.filter(({ kind }) => kind === 'branch').map(({ title }) => title);
    const organisation = own.find(({ kind, top }) => kind === 'own_unit' && top)?.title ?? say('live_block.none');
    const list = (all: readonly string[], otherwise: string) => (all.length === 0 ? otherwise : all.join(language === 'zh-CN' ? '、' : ', '));
    return say('live_block.scope_sentence', {
      organisation,
      services: list(services, say('live_block.none')),
      customers: list(customers, say('live_block.none')),
      places: list(branches, organisation),
    });
  },
}); // prettier-ignore

export const catalogueBlocks: readonly LiveBlock[] = [
  catalogue,
  scope,
  processBlock(service, { en, 'zh-CN': zh }),
];
