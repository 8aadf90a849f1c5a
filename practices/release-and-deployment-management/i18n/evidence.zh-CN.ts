import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  release_policy: {
    demand: {
      types: '已定义发布类型（含紧急发布）',
    },
    lack: {
      types: '没有紧急发布类型',
    },
  },
  release: {
    demand: {
      with_changes: '每次发布都包含事先批准的变更',
      planned: '已批准的发布写明窗口、交付物、方法和回退',
      accepted: '发布开始前按准则验收并由非构建人批准',
      failed_criteria_decided: '准则未达成时与相关方作出决定',
      baseline: '每次部署前都建立了基线',
      integrity: '所部署的即所测试的，且冒烟测试通过或已回退',
      analysed: '部署后分析了结果',
      conclusions: '{{interval}} 内对发布得出过结论',
      published: '发布在开始前已公布',
    },
    lack: {
      with_changes: '没有变更，或含未批准的变更',
      planned: '计划缺项',
      accepted: '未先验收批准，或由构建人批准',
      failed_criteria_decided: '没有决定，或未与相关方共同决定',
      baseline: '开始前没有基线',
      integrity: '散列不符，或没有冒烟测试',
      analysed: '部署 45 天后仍未分析',
      conclusions: '期内没有',
      published: '未事先公布',
    },
  },
};
export default zh;
