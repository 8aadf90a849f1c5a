import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  agreement: {
    demand: {
      agreed: '每份服务级别协议都经双方签署且未到期',
      covers_service: '每个在用服务都有生效的服务级别协议',
      from_requirements: '协议写明所依据的要求',
      complete: '协议写明目标、工作量限制和例外',
      reviewed: '协议按期评审',
      workload_measured: '工作量限制是每月测量的数值',
    },
    lack: {
      agreed: '未经双方签署或已到期',
      covers_service: '没有生效的协议',
      from_requirements: '没有写明要求',
      complete: '缺少目标、限制或例外',
      reviewed: '评审逾期',
      workload_measured: '没有数值',
    },
  },
  contract: {
    demand: {
      signed: '供应商合同已签署且未到期',
      complete: '合同写明范围、要求、目标和升级途径',
      reviewed: '合同按期评审',
    },
    lack: {
      signed: '未签署或已到期',
      complete: '缺少其中某项',
      reviewed: '评审逾期',
    },
  },
  internal_agreement: {
    demand: {
      agreed: '与内部供方的协议有目标、经双方签署且未到期',
    },
    lack: {
      agreed: '未签署、没有目标或已到期',
    },
  },
};
export default zh;
