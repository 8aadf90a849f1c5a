import type { Same } from '../../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  service_status: {
    title: '服务运行状态',
    all_well: '所有服务正常',
    some_disturbed: '部分服务受到影响',
    some_out: '部分服务中断',
    some_planned: '正在进行计划维护',
    checked: '截至 {{when}}',
    state: { operational: '正常', disturbed: '受影响', outage: '中断', planned: '计划维护' },
    no_services: '尚未发布任何服务。',
    now: '当前情况',
    unexplained: '我们正在查找原因，一有进展会在此说明。',
    planned: '计划维护',
    nothing_planned: '没有计划中的维护。',
    past: '最近 90 天',
    nothing_past: '没有发生中断。',
    every_service: '所有服务',
    from_to: '{{from}} 至 {{to}}',
    since: '自 {{from}} 起',
    days_90: '90 天前',
    today: '今天',
    history_of: '{{service}}，最近 90 天：{{words}}',
    history_good: '没有受影响',
    history_days_one: '{{count}} 天受影响',
    history_days_other: '{{count}} 天受影响',
    sign_in: '请登录后查看服务运行状态。',
    public: '所有人无需登录即可查看本页',
  },
} satisfies Same<typeof en>;
