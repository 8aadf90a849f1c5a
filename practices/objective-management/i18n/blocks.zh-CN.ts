import type { Same } from '../../../platform/i18n/words.ts';
import type en from './blocks.en.ts';

const zh: Same<typeof en> = {
  live_block: {
    objectives: {
      name: '服务管理目标',
      hint: '已批准和实施中：指标、基线、目标值',
    },
    objective_plan: {
      name: '目标实现计划',
      hint: '做什么、资源、谁、何时、如何评价',
    },
    management_plan: {
      name: '服务管理计划章节',
      hint: 'management-plan:limitations、:humans、:technology 等章节',
    },
    no_plan: '第 {{line}} 行：尚无生效的服务管理计划。',
  },
};
export default zh;
