import type { Same } from '../../../platform/i18n/words.ts';
import type en from './blocks.en.ts';

const zh: Same<typeof en> = {
  live_block: {
    risk_scale: {
      name: '风险尺度与阈值',
      hint: '可能性、影响、等级及接受人',
    },
    risk_register: {
      name: '风险或机遇清单',
      hint: '未关闭的，按大小排列',
    },
    risk_threshold:
      '风险值 = 可能性 × 影响。{{medium}} 起为中，{{high}} 起为高；{{threshold}} 起仅由以下角色接受：{{roles}}（版本 {{version}}）。',
  },
};
export default zh;
