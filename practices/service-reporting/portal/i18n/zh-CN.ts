import type { Same } from '../../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  report_portal: {
    title: '服务报告',
    newest: '最新服务报告',
    none: '尚未向您发布报告。',
    all: '全部服务报告',
    period: '{{from}} – {{to}}',
    summary: '概要',
    purpose: '目的',
    figures: '指标',
    target: '承诺：{{target}}',
    former: '上期：{{value}}',
    counted: 'n = {{n}}',
    met: '达到',
    missed: '未达到',
    decisions: '作出的决定',
    overall: '报告整体',
    act: '采取措施',
    watch: '继续观察',
    no_action: '不采取措施',
    until: '{{title}}，期限 {{date}}',
    pdf: '保存为 PDF',
    word: '保存为 Word',
    empty: '该周期没有任何数据。',
    issued: '发布于 {{date}}',
  },
} satisfies Same<typeof en>;
