import {
  IconArrowsExchange,
  IconCalendarEvent,
  IconSnowflake,
  IconUsersGroup,
  IconChartHistogram,
  IconListCheck,
  IconShieldCheck,
  IconTemplate,
} from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

const open = { 'filter[open]': 'true' };

export const changeManagementWeb: PracticeWeb = {
  name: 'change-management',
  menu: [
    { label: 'change.queue', icon: IconArrowsExchange, to: paths.queue('changes', open), group: 'change', type: 'change', key: 'c' },
    { label: 'change_task.mine', icon: IconListCheck, to: paths.queue('change-tasks', { ...open, 'filter[ownerId]': 'me', sort: 'nextDue' }), group: 'change', type: 'change-task' },
    { label: 'change_schedule.title', icon: IconCalendarEvent, to: '/changes/schedule', group: 'change', type: 'change' },
    { label: 'cab_meeting.plural', icon: IconUsersGroup, to: paths.queue('cab-meetings', { sort: '-number' }), group: 'change', type: 'cab-meeting' },
    { label: 'change_freeze.plural', icon: IconSnowflake, to: paths.queue('change-freezes'), group: 'administration', type: 'change-freeze' },
    { label: 'change_model.plural', icon: IconTemplate, to: paths.queue('change-models', open), group: 'administration', type: 'change-model' },
    { label: 'change_policy.title', icon: IconShieldCheck, to: '/changes/policy', group: 'administration', type: 'change' },
    { label: 'change_trend.plural', icon: IconChartHistogram, to: paths.queue('change-trends'), group: 'overview', type: 'change-trend' },
  ],
  routes: [
    { path: 'changes', load: () => import('./web/ChangeQueue.tsx') },
    { path: 'changes/new', load: () => import('./web/NewChange.tsx') },
    { path: 'changes/policy', load: () => import('./web/PolicyPage.tsx') },
    { path: 'changes/schedule', load: () => import('./web/SchedulePage.tsx') },
    { path: 'cab-meetings/$number', load: () => import('./web/CabPage.tsx') },
    { path: 'change-freezes/$number', load: () => import('./web/FreezePage.tsx') },
    { path: 'changes/$number', load: () => import('./web/ChangePage.tsx') },
    { path: 'change-models/new', load: () => import('./web/ModelForm.tsx') },
    { path: 'change-models/$number', load: () => import('./web/ModelPage.tsx') },
    { path: 'change-tasks/$number', load: () => import('./web/TaskPage.tsx') },
    { path: 'change-trends/$number', load: () => import('./web/TrendPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/refusals.en.ts'), 'zh-CN': () => import('./i18n/refusals.zh-CN.ts') },
    { en: () => import('./i18n/schedule.en.ts'), 'zh-CN': () => import('./i18n/schedule.zh-CN.ts') },
    { en: () => import('./web/schedule-words.en.ts'), 'zh-CN': () => import('./web/schedule-words.zh-CN.ts') },
    { en: () => import('./web/words.en.ts'), 'zh-CN': () => import('./web/words.zh-CN.ts') },
    { en: () => import('./web/policy-words.en.ts'), 'zh-CN': () => import('./web/policy-words.zh-CN.ts') },
  ],
}; // prettier-ignore
