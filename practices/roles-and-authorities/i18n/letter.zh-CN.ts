import type { Same } from '../../../platform/i18n/words.ts';
import type en from './letter.en.ts';

const zh: Same<typeof en> = {
  appointment_letter: {
    title: '任命书',
    contents: '目录',
    sentence:
      '{{organisation}}任命**{{person}}**为**{{role}}**，自 {{from}} 起生效，承担以下职责并享有以下权限。',
    duties: '职责',
    authorities: '权限',
    decision: '决定事项',
    limit: '范围',
    processes: '过程',
    remarks: '备注',
    signatures: '签署',
    signed: '由{{issuer}}于 {{issued}} 签发。由{{person}}于 {{accepted}} 接受。',
    fact: {
      person: '姓名',
      role: '角色',
      unit: '部门',
      from: '自',
      to: '至',
      deputy: '代理人',
      reports_to: '汇报对象',
    },
  },
};
export default zh;
