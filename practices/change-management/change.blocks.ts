import { defineBlock, type Drawing, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import { words as own } from './change.blocks.words.ts';
import { categories } from './change.fields.ts';
import { riskLevels } from './change.risk.ts';
import en from './i18n/en.ts';
import scheduleEn from './i18n/schedule.en.ts';
import scheduleZh from './i18n/schedule.zh-CN.ts';
import zh from './i18n/zh-CN.ts';
import {
  approvalMatrix,
  categoryRules,
  emergencyRules,
  majorCriteria,
  modelRules,
  reviewRules,
  scopeOfControl,
  type ApprovalStep,
  type MajorCriterion,
} from './policy.settings.ts';
import policyEn from './web/policy-words.en.ts';
import policyZh from './web/policy-words.zh-CN.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { change } from './change.record.ts';
import refusalsEn from './i18n/refusals.en.ts';
import refusalsZh from './i18n/refusals.zh-CN.ts';

const words = {
  en: merge(en, scheduleEn, policyEn, own.en),
  'zh-CN': merge(zh, scheduleZh, policyZh, own['zh-CN']),
};
const risk = ({ say }: Drawing, level: string) => say(`change.option.riskLevel.${level}`);
const rule = ({ house }: Drawing) => house.reference.settings;

const scope = defineBlock({
  key: 'change-scope',
  words,
  render: (drawing) => {
    const { covered, excluded } = rule(drawing).get(scopeOfControl).value;
    const { say } = drawing;
    const list = covered.map((kind) => `- ${say(`change_policy.kinds.${kind}`)}`).join('\n');
    return excluded === '' ? list : `${list}\n\n${say('change_policy.excluded')}: ${excluded}`;
  },
});

const categoryTable = defineBlock({
  key: 'change-categories',
  words,
  render: (drawing) => {
    const { say } = drawing;
    const rules = rule(drawing).get(categoryRules).value;
    const lines = categories
      .filter((one) => rules[one].used)
      .map((one) => [say(`change.option.category.${one}`), risk(drawing, rules[one].maxRisk)]);
    return table(
      [say('change.field.category'), say('change_policy.max_risk')],
      lines,
      say('live_block.none'),
    );
  },
});

const majors = defineBlock({
  key: 'change-major-criteria',
  words,
  render: (drawing) => {
    const lines = rule(drawing)
      .get(majorCriteria)
      .value.map((criterion, i) => [String(i + 1), criterionOf(drawing, criterion)]);
    return table(['#', drawing.say('change_policy.major_criteria')], lines, drawing.say('live_block.none'));
  },
});

function criterionOf(drawing: Drawing, criterion: MajorCriterion): string {
  const { say, language } = drawing;
  const part = (key: string, params: Record<string, string | number>) =>
    say(`change_policy.criterion.${key}`, params);
  const { riskLevel, criticality, affectedCustomers, affectedServices, costCents, area } = criterion;
  const amount = (cents: number) => new Intl.NumberFormat(language).format(cents / 100);
  return [
    ...(riskLevel === undefined ? [] : [part('riskLevel', { level: risk(drawing, riskLevel) })]),
    ...(criticality === undefined ? [] : [part('criticality', { list: criticality.map((one) => say(`service.option.criticality.${one}`)).join(', ') })]),
    ...(affectedCustomers === undefined ? [] : [part('affectedCustomers', { n: affectedCustomers })]),
    ...(affectedServices === undefined ? [] : [part('affectedServices', { n: affectedServices })]),
    ...(costCents === undefined ? [] : [part('costCents', { amount: amount(costCents) })]),
    ...(area === undefined ? [] : [part('area', { area: say(`live_block.change.area.${area}`) })]),
  ].join('; ');
} // prettier-ignore

const matrix = defineBlock({
  key: 'approval-matrix',
  words,
  render: (drawing) => {
    const { say } = drawing;
    const all = rule(drawing).get(approvalMatrix).value;
    const said = (steps: readonly ApprovalStep[]) => steps.map((step, i) => `${i + 1}. ${stepOf(drawing, step)}`).join('  ');
    const lines = [
      ...riskLevels.map((level) => [risk(drawing, level), said(all[level])]),
      ...(all.major.length === 0 ? [] : [[say('change_policy.major_besides'), said(all.major)]]),
    ];
    return table([say('change.field.riskLevel'), say('live_block.change.approvers')], lines, say('live_block.none'));
  },
}); // prettier-ignore

function stepOf({ say }: Drawing, { by, role, quorum }: ApprovalStep): string {
  const who = by === 'role' ? say(`role.${role ?? ''}`) : say(`change_policy.by.${by}`);
  if (quorum === 'any') return who;
  return `${who} (${quorum === 'all' ? say('change_policy.quorum_all') : quorum})`;
}

const emergency = defineBlock({
  key: 'change-emergency',
  words,
  render: (drawing) => {
    const { say } = drawing;
    const { grounds, authorisers, documentedWithin } = rule(drawing).get(emergencyRules).value;
    const ground = (one: string) => say(`change.option.emergencyGround.${one}`);
    const lines = [
      [say('change.field.emergencyGround'), grounds.map(ground).join('; ')],
      [say('live_block.change.authorisers'), authorisers.map((role) => say(`role.${role}`)).join('; ')],
      [say('live_block.setting_change_documented_within.name'), String(documentedWithin)],
    ];
    return table(
      [say('live_block.change.rule'), say('live_block.change.what')],
      lines,
      say('live_block.none'),
    );
  },
});

const models = defineBlock({
  key: 'change-models',
  words,
  render: async ({ tx, say }) => {
    const rows = await tx.run<{ number: string; title: string; purpose: string | null; level: string | null; expires: string | null }>(
      'live_change_models',
      `select r.number, r.title, m.purpose, m.risk_level as level, m.expires_on::text as expires from change_model m join record r on r.id = m.id
       where m.use = 'standard' and r.state = 'in_force' order by r.title limit 500`,
    );
    const lines = rows.map((row) => [`${row.title} (${row.number})`, row.purpose, row.level === null ? '' : say(`change.option.riskLevel.${row.level}`), row.expires]);
    return table([say('change_model.name'), say('change_model.field.purpose'), say('change.field.riskLevel'), say('change_model.field.expiresOn')], lines, say('live_block.none'));
  },
}); // prettier-ignore

const freezes = defineBlock({
  key: 'change-freezes',
  words,
  render: async ({ tx, house, say }) => {
    const rows = await tx.run<{ number: string; title: string; from: string; to: string; purpose: string | null }>(
      'live_change_freezes',
      `select r.number, r.title, to_char(f.starts_at, 'YYYY-MM-DD HH24:MI "UTC"') as "from", to_char(f.ends_at, 'YYYY-MM-DD HH24:MI "UTC"') as "to", f.purpose
       from change_freeze f join record r on r.id = f.id where r.state = 'in_force' and f.ends_at > $1 order by f.starts_at limit 200`,
      [new Date(house.now()).toISOString()],
    );
    const column = (key: string) => say(`change_freeze.field.${key}`);
    return table([say('change_freeze.name'), column('startsAt'), column('endsAt'), column('purpose')], rows.map((row) => [`${row.title} (${row.number})`, row.from, row.to, row.purpose]), say('live_block.none'));
  },
}); // prettier-ignore

type Settings = Drawing['house']['reference']['settings'];
const value = (key: string, of: (settings: Settings) => number) =>
  defineBlock({
    key: `setting:${key}`,
    inline: true,
    words,
    render: ({ house }) => String(of(house.reference.settings)),
  });

export const changeBlocks: readonly LiveBlock[] = [
  processBlock(change, { en: merge(en, refusalsEn), 'zh-CN': merge(zh, refusalsZh) }),
  scope,
  categoryTable,
  majors,
  matrix,
  emergency,
  models,
  freezes,
  value('change.approval_days', (s) => s.get(approvalMatrix).value.withinDays),
  value('change.review_within', (s) => s.get(reviewRules).value.within),
  value('change.sample', (s) => s.get(reviewRules).value.standardSample),
  value('change.documented_within', (s) => s.get(emergencyRules).value.documentedWithin),
  value('change.model_proofs', (s) => s.get(modelRules).value.proofs),
  value('change.reauthorise_months', (s) => s.get(modelRules).value.reauthoriseMonths),
];
