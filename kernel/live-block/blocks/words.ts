import type { Words } from '../../../platform/i18n/words.ts';

/** Of the blocks that the kernel itself brings. */
const en = {
  live_block: {
    roles: {
      name: 'Roles and their holders',
      hint: 'Who holds which role since when, and who stands in today',
    },
    calendars: { name: 'Calendars', hint: 'Working time by weekday' },
    kpi: { name: 'A figure by month', hint: 'Value, number of records and period, as on the dashboard' },
    kpi_definitions: {
      name: 'Definitions of figures',
      hint: 'Names, formulas and units, of one clause or all',
    },
    organisation: { name: 'Name of the organisation', hint: 'As it was set up' },
    setting_organisation_profile: { name: 'Size of the organisation', hint: 'S, M or L' },
    column: {
      role: 'Role',
      holder: 'Holder',
      unit: 'For',
      since: 'Since',
      until: 'Until',
      deputy: 'Stands in today',
      calendar: 'Calendar',
      zone: 'Time zone',
      hours: 'Hours',
      month: 'Month',
      value: 'Value',
      records: 'Records',
      figure: 'Figure',
      formula: 'Formula',
      clause: 'Clause',
    },
    vacant: 'Nobody',
    everywhere: 'The whole organisation',
    not_available: 'n/a',
    day: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  },
};
const zh: typeof en = {
  live_block: {
    roles: { name: '角色及任职人', hint: '各角色的任职人、任职起始日期及当日代理人' },
    calendars: { name: '日历', hint: '每周工作时间' },
    kpi: { name: '按月指标', hint: '数值、记录数和期间，与仪表板一致' },
    kpi_definitions: { name: '指标定义', hint: '指标名称、公式和单位，可限定条款' },
    organisation: { name: '组织名称', hint: '初始设置的名称' },
    setting_organisation_profile: { name: '组织规模', hint: 'S、M 或 L' },
    column: {
      role: '角色',
      holder: '任职人',
      unit: '适用范围',
      since: '自',
      until: '至',
      deputy: '当日代理人',
      calendar: '日历',
      zone: '时区',
      hours: '工作时间',
      month: '月份',
      value: '数值',
      records: '记录数',
      figure: '指标',
      formula: '公式',
      clause: '条款',
    },
    vacant: '无人',
    everywhere: '整个组织',
    not_available: '不适用',
    day: { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' },
  },
};
export const words: Readonly<Record<'en' | 'zh-CN', Words>> = { en, 'zh-CN': zh };
