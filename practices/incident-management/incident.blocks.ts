import { defineBlock, type Drawing, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import { merge } from '../../platform/i18n/words.ts';
import en from './i18n/en.ts';
import majorEn from './i18n/major.en.ts';
import majorZh from './i18n/major.zh-CN.ts';
import zh from './i18n/zh-CN.ts';
import { priorityMatrix } from './incident.priority.ts';
import { autoClose, pauseDays, reopenDays } from './incident.settings.ts';
import {
  informManagement,
  majorCriteria,
  reviewWithin,
  updateEvery,
  type Criterion,
} from './major.settings.ts';
import { processBlock } from '../../kernel/live-block/blocks/process.blocks.ts';
import { incident } from './incident.record.ts';
import { majorIncident } from './major.record.ts';
import refusalsEn from './i18n/refusals.en.ts';
import refusalsZh from './i18n/refusals.zh-CN.ts';

const words = {
  en: merge(en, majorEn, {
    live_block: {
      priority_matrix: { name: 'Priority matrix', hint: 'Impact × urgency, and what differs for single customers' },
      major_incident_criteria: { name: 'Criteria of a major incident', hint: 'One of them is enough' },
      setting_incident_reopen_days: { name: 'Days to reopen an incident', hint: 'Calendar days' },
      setting_incident_auto_close_days: { name: 'Days until a resolved incident closes', hint: 'Working days' },
      setting_incident_pause_days: { name: 'Longest wait for the customer', hint: 'Calendar days' },
      setting_major_inform_minutes: { name: 'Minutes to inform top management', hint: 'Of a major incident' },
      setting_major_update_minutes: { name: 'Minutes between updates', hint: 'While a major incident runs' },
      setting_major_review_days: { name: 'Days to the review', hint: 'Working days after a major incident' },
      impact_by_urgency: 'Impact \\ urgency',
      only_for: 'For {{customer}}:',
      all_of: 'All of it must hold',
    },
  }),
  'zh-CN': merge(zh, majorZh, {
    live_block: {
      priority_matrix: { name: '优先级矩阵', hint: '影响 × 紧急度，以及个别客户的差异' },
      major_incident_criteria: { name: '重大事件判定准则', hint: '满足其一即可' },
      setting_incident_reopen_days: { name: '可重开天数', hint: '自然日' },
      setting_incident_auto_close_days: { name: '已解决事件自动关闭天数', hint: '工作日' },
      setting_incident_pause_days: { name: '等待客户的最长天数', hint: '自然日' },
      setting_major_inform_minutes: { name: '通知最高管理者的分钟数', hint: '重大事件' },
      setting_major_update_minutes: { name: '两次更新的间隔分钟数', hint: '重大事件处置期间' },
      setting_major_review_days: { name: '评审期限', hint: '重大事件后的工作日' },
      impact_by_urgency: '影响 \\ 紧急度',
      only_for: '{{customer}}：',
      all_of: '须同时满足',
    },
  }),
}; // prettier-ignore

type Matrix = readonly (readonly number[])[];

/** 0.4: the matrix that derives every priority, and the customers for whom another one holds. */
const matrixBlock = defineBlock({
  key: 'priority-matrix',
  words,
  render: async (drawing) => {
    const { tx, house, say } = drawing;
    const { matrix, customers } = house.reference.settings.get(priorityMatrix).value;
    const parts = [matrixTable(drawing, matrix)];
    for (const [id, own] of Object.entries(customers)) {
      const [row] = await tx.run<{ title: string }>('live_customer', 'select title from record where id = $1', [id]);
      parts.push(`${say('live_block.only_for', { customer: row?.title ?? id })}\n\n${matrixTable(drawing, own)}`);
    }
    return parts.join('\n\n');
  },
}); // prettier-ignore

const matrixTable = ({ say }: Drawing, matrix: Matrix) =>
  table(
    [
      say('live_block.impact_by_urgency'),
      ...[1, 2, 3].map((urgency) => say(`incident.option.urgency.${urgency}`)),
    ],
    matrix.map((row, i) => [say(`incident.option.impact.${i + 1}`), ...row.map((cell) => `P${cell}`)]),
    say('live_block.none'),
  );

const criteria = defineBlock({
  key: 'major-incident-criteria',
  words,
  render: ({ house, say }) => {
    const part = (name: string, value: string | number) =>
      say(`major.criterion.${name}`, { value });
    const said = (criterion: Criterion) =>
      [
        ...(criterion.priority === undefined ? [] : [part('priority', criterion.priority)]),
        ...(criterion.criticality === undefined ? [] : [part('criticality', criterion.criticality.map((one) => `@service.option.criticality.${one}`).join(', '))]),
        ...(criterion.affectedUsers === undefined ? [] : [part('affectedUsers', criterion.affectedUsers)]),
        ...(criterion.linkedIncidents === undefined ? [] : [part('linkedIncidents', criterion.linkedIncidents)]),
        ...(criterion.security === undefined ? [] : [say('major.criterion.security')]),
      ].join('; ');
    const lines = house.reference.settings.get(majorCriteria).value.map((criterion, i) => [String(i + 1), said(criterion)]);
    return table(['#', say('live_block.all_of')], lines, say('live_block.none'));
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

export const incidentBlocks: readonly LiveBlock[] = [
  processBlock(incident, { en: merge(en, refusalsEn), 'zh-CN': merge(zh, refusalsZh) }),
  processBlock(majorIncident, { en: merge(majorEn, refusalsEn), 'zh-CN': merge(majorZh, refusalsZh) }),
  matrixBlock,
  criteria,
  value('incident.reopen_days', (s) => s.get(reopenDays).value),
  value('incident.auto_close_days', (s) => s.get(autoClose).value.workingDays),
  value('incident.pause_days', (s) => s.get(pauseDays).value.most),
  value('major.inform_minutes', (s) => s.get(informManagement).value.first),
  value('major.update_minutes', (s) => s.get(updateEvery).value),
  value('major.review_days', (s) => s.get(reviewWithin).value.workingDays),
];
