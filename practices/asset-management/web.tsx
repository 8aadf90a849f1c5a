import { IconCalendarCog, IconCertificate, IconClipboardList, IconDevices } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

const open = { 'filter[open]': 'true' };

export const assetManagementWeb: PracticeWeb = {
  name: 'asset-management',
  menu: [
    { label: 'asset.plural', icon: IconDevices, to: paths.queue('assets', open), group: 'configuration', type: 'asset' },
    { label: 'licence.plural', icon: IconCertificate, to: paths.queue('licences', open), group: 'configuration', type: 'licence' },
    { label: 'stock_take.plural', icon: IconClipboardList, to: paths.queue('stock-takes', open), group: 'configuration', type: 'stock-take' },
    { label: 'asset_pages.maintenance', icon: IconCalendarCog, to: '/maintenance-plans/calendar', group: 'configuration', type: 'maintenance-task' },
  ],
  routes: [
    { path: 'assets', load: () => import('./web/AssetQueue.tsx') },
    { path: 'assets/new', load: () => import('./web/AssetForm.tsx') },
    { path: 'assets/labels', load: () => import('./web/LabelsPage.tsx') },
    { path: 'assets/depreciation', load: () => import('./web/DepreciationPage.tsx') },
    { path: 'assets/$number', load: () => import('./web/AssetPage.tsx') },
    { path: 'licences', load: () => import('./web/LicenceQueue.tsx') },
    { path: 'licences/new', load: () => import('./web/LicenceForm.tsx') },
    { path: 'licences/$number', load: () => import('./web/LicencePage.tsx') },
    { path: 'stock-takes/$number', load: () => import('./web/StockTakePage.tsx') },
    { path: 'stock-takes/$number/count', load: () => import('./web/CountPage.tsx') },
    { path: 'maintenance-plans/new', load: () => import('./web/PlanForm.tsx') },
    { path: 'maintenance-plans/calendar', load: () => import('./web/CalendarPage.tsx') },
    { path: 'maintenance-plans/$number', load: () => import('./web/PlanPage.tsx') },
    { path: 'maintenance-tasks/$number', load: () => import('./web/TaskPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/counting.en.ts'), 'zh-CN': () => import('./i18n/counting.zh-CN.ts') },
    { en: () => import('./i18n/refusals.en.ts'), 'zh-CN': () => import('./i18n/refusals.zh-CN.ts') },
    { en: () => import('./web/words.en.ts'), 'zh-CN': () => import('./web/words.zh-CN.ts') },
  ],
}; // prettier-ignore
