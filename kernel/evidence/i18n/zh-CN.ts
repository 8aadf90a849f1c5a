import type en from './en.ts';
import type { Same } from '../../../platform/i18n/words.ts';

const zh: Same<typeof en> = {
  requirement: { name: '要求' },
  evidence: {
    inside_only: '证据只对组织内部人员和审核员开放。',
    outside_audit: '{{requirement}} 不在本次审核范围内。',
    whole_system_only: '此处查看整个体系；本次审核仅涉及其中一部分。',
    status: {
      met: '满足',
      partly: '部分满足',
      missing: '缺失',
      none: '期内未发生',
      failed: '无法评价',
    },
    way: { live: '实时回答', attested: '由人员证明', not_built: '相应实践尚未建立' },
    demand: { judged: '已有人判断其充分性，且该判断仍然有效' },
    lack: { judged: '被判为不充分、尚无人判断，或判断已过期' },
  },
};
export default zh;
