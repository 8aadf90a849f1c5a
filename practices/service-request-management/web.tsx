import { IconChecklist, IconClipboardText, IconKey, IconTemplate } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

const due = { 'filter[open]': 'true', sort: 'nextDue' };

export const serviceRequestManagementWeb: PracticeWeb = {
  name: 'service-request-management',
  menu: [
    { label: 'service_request.queue', icon: IconClipboardText, to: paths.queue('service-requests', due), group: 'operate', type: 'service-request', key: 'r' },
    { label: 'fulfilment_task.mine', icon: IconChecklist, to: paths.queue('fulfilment-tasks', { ...due, 'filter[state]': 'open,in_progress', 'filter[ownerId]': 'me,none' }), group: 'operate', type: 'fulfilment-task', key: 'f' },
    { label: 'access_grant.plural', icon: IconKey, to: paths.queue('access-grants', { 'filter[open]': 'true' }), group: 'deliver', type: 'access-grant' },
    { label: 'request_model.plural', icon: IconTemplate, to: paths.queue('request-models', { 'filter[open]': 'true' }), group: 'administration', type: 'request-model' },
  ],
  routes: [
    { path: 'service-requests', load: () => import('./web/RequestQueue.tsx') },
    { path: 'service-requests/new', load: () => import('./web/NewRequest.tsx') },
    { path: 'service-requests/$number', load: () => import('./web/RequestPage.tsx') },
    { path: 'fulfilment-tasks', load: () => import('./web/TaskQueue.tsx') },
    { path: 'fulfilment-tasks/$number', load: () => import('./web/TaskPage.tsx') },
    { path: 'request-models', load: () => import('./web/ModelQueue.tsx') },
    { path: 'request-models/new', load: () => import('./web/ModelForm.tsx') },
    { path: 'request-models/$number', load: () => import('./web/ModelPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/refusals.en.ts'), 'zh-CN': () => import('./i18n/refusals.zh-CN.ts') },
    { en: () => import('./i18n/form.en.ts'), 'zh-CN': () => import('./i18n/form.zh-CN.ts') },
    { en: () => import('./web/words.en.ts'), 'zh-CN': () => import('./web/words.zh-CN.ts') },
  ],
}; // prettier-ignore
