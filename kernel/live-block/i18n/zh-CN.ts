import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  live_block: {
    none: '目前没有。',
    unknown: '第 {{line}} 行：没有名为“{{block}}”的动态块。您是否想用：{{known}}？',
    unknown_value: '第 {{line}} 行：没有名为“{{block}}”的动态值。您是否想用：{{known}}？',
    malformed:
      '第 {{line}} 行：无法识别“{{text}}”。请单独一行书写 ::live{block=名称 参数=值}，每个参数只写一次。',
    parameter: '第 {{line}} 行：“{{block}}”的参数“{{parameter}}”无效（{{accepted}}）。',
    no_such_parameter: '第 {{line}} 行：“{{block}}”没有参数“{{parameter}}”。可用的参数：{{known}}。',
    no_record: '第 {{line}} 行：“{{block}}”引用的 {{number}} 不存在。',
    no_measure: '第 {{line}} 行：“{{block}}”引用的指标 {{measure}} 不存在。',
  },
} satisfies Same<typeof en>;
