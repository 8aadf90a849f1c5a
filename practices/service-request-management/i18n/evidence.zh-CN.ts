import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  service_request: {
    demand: {
      recorded: '每个请求都有请求模型、表单版本和请求人',
      prioritised: '每个请求都按模型或协议有目标时间',
      fulfilled: '已满足的请求写明由谁满足',
      approved: '模型要求审批的，审批先于满足',
      closed: '已关闭的请求写明关闭方式',
      steps_recorded: '已满足的请求逐步骤都有记录',
    },
    lack: {
      recorded: '缺少模型、表单版本或请求人',
      prioritised: '没有目标时间',
      fulfilled: '未写明由谁满足',
      approved: '未经审批即已满足',
      closed: '关闭时没有代码',
      steps_recorded: '有任务未完成，或过程中没有记录',
    },
  },
  request_model: {
    demand: {
      instruction: '每个在用的请求模型都有履行指导',
    },
    lack: {
      instruction: '没有履行指导',
    },
  },
};
export default zh;
