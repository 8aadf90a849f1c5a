import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  asset: {
    demand: {
      kept: '资产都有责任人，并有位置或使用人',
      within_life: '在用资产仍在支持期和寿命期内',
      erased: '资产处置前已清除数据',
    },
    lack: {
      kept: '没有责任人，或没有位置和使用人',
      within_life: '已过支持期或寿命期',
      erased: '处置前没有清除数据的证明',
    },
  },
  stock_take: {
    demand: {
      done: '{{interval}} 内完成过资产盘点',
    },
    lack: {
      done: '期内没有盘点',
    },
  },
  licence: {
    demand: {
      covered: '许可使用不超过授权数量，除非已接受风险',
    },
    lack: {
      covered: '超授权使用',
    },
  },
};
export default zh;
