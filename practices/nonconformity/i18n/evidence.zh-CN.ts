import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  nonconformity: {
    demand: {
      contained: '不符合在五天内得到控制和纠正',
      cause_found: '不符合写明了原因、查明方法以及检查过的其他地方',
      acted_on: '每个原因都有纠正措施，且没有逾期',
      effect_checked: '等待时间过后由未参与者验证效果',
      complete: '已关闭的不符合写明了要求、发现和结果',
    },
    lack: {
      contained: '未控制或没有纠正',
      cause_found: '没有原因、方法或范围检查',
      acted_on: '没有纠正措施，或有逾期措施',
      effect_checked: '未验证效果、验证过早或由实施者本人验证',
      complete: '内容不完整',
    },
  },
};
export default zh;
