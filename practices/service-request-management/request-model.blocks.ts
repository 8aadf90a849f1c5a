import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { closesAfterDays, costLimit } from './service-request.settings.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { serviceRequest } from './service-request.record.ts';
import refusalsEn from './i18n/refusals.en.ts';
import refusalsZh from './i18n/refusals.zh-CN.ts';

const words = {
  en: merge(en, {
    live_block: {
      request_models: { name: 'Request models', hint: 'What may be asked for, with its target and approvals' },
      setting_request_closes_after_days: { name: 'Days until a fulfilled request closes', hint: 'Without an answer' },
      setting_request_cost_limit: { name: 'Cost that needs approval', hint: 'In the currency of the model' },
      request: { approvals: 'Approval steps' },
    },
  }),
  'zh-CN': merge(zh, {
    live_block: {
      request_models: { name: '请求模型', hint: '可申请的内容、目标时间和审批' },
      setting_request_closes_after_days: { name: '已履行请求自动关闭天数', hint: '未收到答复时' },
      setting_request_cost_limit: { name: '须审批的费用', hint: '以模型的币种计' },
      request: { approvals: '审批步骤' },
    },
  }),
}; // prettier-ignore

const models = defineBlock({
  key: 'request-models',
  words,
  render: async ({ tx, say, language }) => {
    const rows = await tx.run<{ number: string; en: string | null; zh: string | null; category: string | null; hours: number | null; steps: number }>(
      'live_request_models',
      `select r.number, m.title_en as en, m.title_zh as zh, m.category, m.target_hours as hours, jsonb_array_length(m.approval_steps) as steps
       from request_model m join record r on r.id = m.id where r.state = 'active' order by m.category, m.title_en limit 500`,
    );
    const lines = rows.map((row) => [
      `${(language === 'zh-CN' ? (row.zh ?? row.en) : (row.en ?? row.zh)) ?? ''} (${row.number})`,
      row.category === null ? '' : say(`request_model.option.category.${row.category}`),
      row.hours,
      row.steps,
    ]);
    return table([say('request_model.name'), say('request_model.field.category'), say('request_model.field.targetHours'), say('live_block.request.approvals')], lines, say('live_block.none'));
  },
}); // prettier-ignore

export const requestBlocks: readonly LiveBlock[] = [
  processBlock(serviceRequest, { en: merge(en, refusalsEn), 'zh-CN': merge(zh, refusalsZh) }),
  models,
  defineBlock({
    key: 'setting:request.closes_after_days',
    inline: true,
    words,
    render: ({ house }) => String(house.reference.settings.get(closesAfterDays).value),
  }),
  defineBlock({
    key: 'setting:request.cost_limit',
    inline: true,
    words,
    render: ({ house, language }) =>
      new Intl.NumberFormat(language).format(house.reference.settings.get(costLimit).value / 100),
  }),
];
