import {
  IconBolt,
  IconClockDollar,
  IconCoins,
  IconForms,
  IconMessage2Bolt,
  IconRoute,
  IconUserShield,
  IconWebhook,
} from '@tabler/icons-react';
import { paths } from './paths.ts';
import type { PracticeWeb } from './practice-web.ts';

const inUse = { 'filter[open]': 'true' };

/** What an organisation arranges for its own desk. */
export const deskWeb: PracticeWeb = {
  name: 'desk',
  menu: [
    { label: 'ways.title', icon: IconRoute, to: '/ways', group: 'overview', type: 'incident' },
    { label: 'time.totals', icon: IconClockDollar, to: paths.time, group: 'overview', type: 'time-rate' },
    {
      label: 'time_rate.plural',
      icon: IconCoins,
      to: paths.queue('time-rates', inUse),
      group: 'administration',
      type: 'time-rate',
    },
    {
      label: 'answer_template.plural',
      icon: IconMessage2Bolt,
      to: paths.queue('answer-templates', inUse),
      group: 'administration',
      type: 'answer-template',
    },
    {
      label: 'custom_field.plural',
      icon: IconForms,
      to: paths.queue('custom-fields', inUse),
      group: 'administration',
      type: 'custom-field',
    },
    {
      label: 'event_rule.plural',
      icon: IconBolt,
      to: paths.queue('event-rules'),
      group: 'administration',
      type: 'event-rule',
    },
    {
      label: 'exceptions.title',
      icon: IconUserShield,
      to: '/sod-exceptions',
      group: 'overview',
      roles: ['top-management', 'sms-manager', 'internal-auditor', 'administrator'],
    },
    {
      label: 'webhook.plural',
      icon: IconWebhook,
      to: paths.queue('webhooks'),
      group: 'administration',
      type: 'webhook',
    },
  ],
  routes: [
    { path: 'ways', load: () => import('./ways/WaysPage.tsx') },
    { path: 'time', load: () => import('./time/TimeTotals.tsx') },
    { path: 'sod-exceptions', load: () => import('./approval/Exceptions.tsx') },
    { path: 'webhooks/new', load: () => import('./webhook/WebhookForm.tsx') },
    { path: 'webhooks/$number', load: () => import('./webhook/WebhookPage.tsx') },
    { path: 'event-rules/new', load: () => import('./event-rule/RuleForm.tsx') },
    { path: 'event-rules/$number', load: () => import('./event-rule/RulePage.tsx') },
    { path: 'custom-fields/new', load: () => import('./custom-field/CustomFieldForm.tsx') },
    { path: 'custom-fields/$number', load: () => import('./custom-field/CustomFieldPage.tsx') },
    { path: 'answer-templates/new', load: () => import('./template/TemplateForm.tsx') },
    { path: 'answer-templates/$number', load: () => import('./template/TemplatePage.tsx') },
  ],
  words: [
    { en: () => import('./ways/words.en.ts'), 'zh-CN': () => import('./ways/words.zh-CN.ts') },
    { en: () => import('../desk/i18n/en.ts'), 'zh-CN': () => import('../desk/i18n/zh-CN.ts') },
    { en: () => import('../event-rule/i18n/en.ts'), 'zh-CN': () => import('../event-rule/i18n/zh-CN.ts') },
    { en: () => import('../webhook/i18n/en.ts'), 'zh-CN': () => import('../webhook/i18n/zh-CN.ts') },
  ],
};
