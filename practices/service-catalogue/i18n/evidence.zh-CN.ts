import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  service: {
    demand: {
      reviewed: '每个在用服务的目录条目在 12 个月内评审过',
      approved: '每个条目都由非作者批准',
      described: '每个条目都有说明、预期结果、依赖关系、服务时间和联系方式',
      offered: '每个条目都向其受众发布',
    },
    lack: {
      reviewed: '超过 12 个月未评审',
      approved: '未批准，或由作者自己批准',
      described: '缺少其中某项说明',
      offered: '没有受众或尚未发布',
    },
  },
};
export default zh;
