import roles from '../../../kernel/i18n/roles.zh-CN.ts';
import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

const zh: Same<typeof en> = {
  sms_process: {
    name: '过程',
    plural: '过程',
    create: '新建过程',
    field: {
      title: '名称',
      code: '代号',
      clause: '条款',
      purpose: '目的',
      inputs: '输入',
      outputs: '输出',
      criteria: '准则',
      interfaceIds: '接口过程',
      recordTypes: '体现运行的记录类型',
      ownerRole: '负责人角色',
      raci: '职责',
      silence: '如何确认未发生',
      silentFrom: '未发生，起',
      silentTo: '未发生，止',
      silentById: '确认人',
      ownerId: '过程负责人',
    },
    hint: {
      raci: 'A 最终责任（唯一）、R 执行、C 咨询、I 知会',
    },
    option: {
      ownerRole: roles.role,
    },
    state: {
      active: '使用中',
      inactive: '停用',
    },
    action: {
      edit: '编辑',
      confirm_silence: '确认：未发生',
      deactivate: '停用',
      reactivate: '启用',
    },
    two_accountable: '只能有一个最终责任角色，当前有：{{roles}}。',
    no_such_type: '没有 {{type}} 类记录。',
    interface_to_itself: '过程不能与自身接口。',
    silence_not_over: '期间至 {{to}}，尚未结束。',
    was_not_silent: '该期间有 {{count}} 条记录，并非未发生。',
    no_owner: '该过程尚无负责人。',
    not_its_owner: '未发生由过程负责人确认。',
    measure: {
      owned: '有负责人且责任唯一的过程',
      alive: '保持运行的过程',
    },
    formula: {
      owned: '有负责人且最终责任角色唯一的过程 ÷ 全部过程 × 100%',
      alive: '三个月内有记录或由负责人确认未发生的过程 ÷ 全部过程 × 100%',
    },
  },
  role_definition: {
    name: '角色',
    plural: '角色目录',
    create: '新建角色',
    field: {
      title: '名称',
      role: '角色',
      orgUnitId: '部门',
      duties: '职责',
      authorities: '权限',
      limits: '权限范围',
      required: '必须有人担任',
      needsDeputy: '须有代理人',
      incompatible: '不得兼任',
    },
    hint: {
      duties: '每行一项。',
      authorities: '每行一项。',
      limits: '可单独决定的事项及范围。',
    },
    option: {
      incompatible: roles.role,
    },
    state: {
      active: '使用中',
      inactive: '停用',
    },
    action: {
      edit: '编辑',
      deactivate: '停用',
      reactivate: '启用',
    },
    incompatible_with_itself: '角色不能与自身不相容。',
    measure: {
      assigned: '已任命的角色',
    },
    formula: {
      assigned: '今日有人担任的必设角色 ÷ 全部必设角色 × 100%',
    },
  },
  appointment: {
    name: '任命',
    plural: '任命',
    create: '新建任命',
    field: {
      title: '标题',
      holderId: '角色与担任人',
      deputyId: '代理人',
      reportsToId: '汇报对象',
      processIds: '过程',
      remarks: '备注',
      ownerId: '担任人',
      issuedById: '签发人',
      issuedOn: '签发日期',
      acceptedOn: '接受日期',
      sodException: '职责分离例外',
    },
    hint: {
      holderId: '担任人、角色和起止日期以通讯录为准，任命书以该条目为依据。',
    },
    state: {
      draft: '草稿',
      issued: '已签发',
      accepted: '已接受',
      ended: '已终止',
    },
    action: {
      edit: '编辑',
      issue: '签发',
      accept: '接受',
      end: '终止',
    },
    role_not_held: '该条目已无人担任此角色。',
    there_already: '{{number}} 已对应同一条目。',
    own_deputy: '本人不能作为自己的代理人。',
    issuer_holds_it: '不得自行任命，须由其他最高管理者签发。',
    duties_conflict: '{{role}}不得与以下角色兼任：{{others}}。',
    holder_accepts: '任命书由被任命人接受。',
    measure: {
      accepted: '已接受的任命',
    },
    formula: {
      accepted: '已被接受的任命书 ÷ 全部未终止任命书 × 100%',
    },
  },
  notice: {
    appointment: {
      issued: {
        name: '我被任命',
        title: '您被任命：{{title}}',
        body: '请阅读职责、权限和代理人并接受。',
      },
    },
  },
};
export default zh;
