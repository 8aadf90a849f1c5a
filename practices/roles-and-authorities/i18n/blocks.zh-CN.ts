import type { Same } from '../../../platform/i18n/words.ts';
import type en from './blocks.en.ts';

const zh: Same<typeof en> = {
  live_block: {
    raci_matrix: {
      name: '职责矩阵',
      hint: '过程 × 角色：A、R、C、I',
    },
    role_catalogue: {
      name: '角色目录',
      hint: '职责、权限及范围',
    },
    process_landscape: {
      name: '体系过程',
      hint: '目的、输入、输出、接口、负责人',
    },
  },
};
export default zh;
