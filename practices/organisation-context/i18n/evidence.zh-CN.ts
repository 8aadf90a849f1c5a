import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  context_issue: {
    demand: {
      reviewed: '因素有负责人并按期评审',
      both_sides: '内部和外部因素均已识别',
      climate_decided: '气候问题在周期内有结论、理由和决定人',
    },
    lack: {
      reviewed: '无负责人或逾期未评审',
      both_sides: '缺少一侧',
      climate_decided: '未回答或逾期',
    },
  },
  interested_party: {
    demand: {
      reviewed: '相关方有负责人并按期评审',
      covers: '通讯录中每个客户和供应商均在相关方中',
      usual: '相关方包括客户和用户',
      has_requirements: '每个相关方至少有一项已判定的要求',
    },
    lack: {
      reviewed: '无负责人或逾期未评审',
      covers: '未列入任何相关方',
      usual: '缺少常见相关方',
      has_requirements: '没有要求',
    },
  },
  party_requirement: {
    demand: {
      answered: '有约束力的要求有来源并说明满足之处',
    },
    lack: {
      answered: '无来源或无处满足',
    },
  },
  scope_statement: {
    demand: {
      weighed: '现行范围考虑了因素和相关方，列明自行运行的过程并在一年内评审',
      equals: '范围与目录、场所和客户一致',
      names: '现行范围写明组织和服务',
      approved: '现行范围由编写人以外的人批准',
      published: '范围已作为受控文件发布',
    },
    lack: {
      weighed: '未考虑依据或逾期未评审',
      equals: '存在差异：{{names}}',
      names: '缺少组织或服务',
      approved: '未批准或由编写人批准',
      published: '无此类现行文件',
    },
  },
};
export default zh;
