import type { Same } from '../../../platform/i18n/words.ts';
import type en from './pages.en.ts';

const zh: Same<typeof en> = {
  resource_page: {
    menu: '资源',
    guidance: {
      need: {
        wants: '确定并提供体系和服务运行所需的人力、技术、信息和财务资源。',
        good: '每项服务每年几行，写明需要多少、现有多少；每个缺口都有最高管理者的决定，包括“不提供”。',
        asks: '去年发现了哪些资源缺口？如何决策？',
      },
      benefit: {
        wants: '最高管理者提供资源，并查看预期结果是否实现。',
        good: '选用已有的一个指标，写明投入前的数值、承诺的数值以及再次测量的日期。',
        asks: '去年的投入换来了什么？如何得知？',
      },
    },
    benefits: '效益论证',
    benefits_of: '对应效益',
    choose: '选择指标',
  },
};
export default zh;
