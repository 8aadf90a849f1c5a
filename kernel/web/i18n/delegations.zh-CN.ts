import type { Same } from '../../../platform/i18n/words.ts';
import type en from './delegations.en.ts';

export default {
  delegations: {
    title: '外出期间',
    hint: '您的代理人可看到等待您审批的事项并代您决定；记录中会写明由谁决定。代理人不得转授。',
    mine: '{{name}} 代您决定',
    theirs: '您代 {{name}} 决定',
    active: '今天',
    end: '结束',
    end_named: '结束 {{name}} 的代理',
    deputy: '代理人',
    from: '第一天',
    to: '最后一天',
    add: '指定为代理人',
    name_hint: '输入姓名的一部分',
    nobody: '没有可代理的同名人员。',
    done: '{{from}} 至 {{to}}，由 {{name}} 代您决定。',
    stands_in: '这段时间您本人是 {{names}} 的代理人。您的代理人不得代其决定；请告知其另行指定。',
  },
} satisfies Same<typeof en>;
