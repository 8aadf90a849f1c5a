import type { Same } from '../../../platform/i18n/words.ts';
import type en from './words.en.ts';

export default {
  ways: {
    title: '处理一致性',
    hint: '同类事项是否按同样的方式处理：期间内结束的记录，按其经过状态的路径统计。',
    type: '记录',
    by: '同类依据',
    from: '自',
    to: '至',
    nothing: '此期间没有结束的记录。',
    capped: '只统计最近 {{n}} 条；请缩短期间。',
    none: '未填写',
    n: '记录数',
    ways: '路径数',
    alike: '走常见路径',
    median: '中位用时',
    differs: '差异较大',
    map: '流转图',
    usual: '常见路径',
    more: '另有 {{count}} 条较少见的路径未显示。',
    times: '{{from}} 到 {{to}}：{{n}} 次',
  },
} satisfies Same<typeof en>;
