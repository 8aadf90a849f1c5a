import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  action_item: {
    name: '行动项',
    plural: '行动项',
    create: '新建行动项',
    field: {
      title: '要做的事',
      description: '说明',
      ownerId: '负责人',
      dueOn: '到期日',
      sourceId: '来源',
      serviceId: '服务',
      result: '完成情况',
      doneAt: '完成时间',
      doneById: '完成人',
      verification: '如何验证有效',
      verifiedAt: '验证时间',
      verifiedById: '验证人',
      sodException: '由完成人自行验证',
    },
    state: { open: '进行中', done: '已完成', verified: '已验证', cancelled: '已取消' },
    action: {
      edit: '编辑',
      finish: '完成',
      verify: '验证',
      send_back: '退回',
      cancel: '取消行动项',
    },
    of_record: '后续措施',
    none: '尚无措施。',
    make: '转为措施',
    verifier_did_it: '此事由您完成或负责，是否有效须由他人判断（S4）。',
    measure: { done_on_time: '行动项按时完成率', overdue: '逾期行动项' },
    formula: {
      done_on_time: '期内按期完成的行动项 ÷ 期内完成的全部行动项 × 100 %',
      overdue: '期末已过到期日而未完成',
    },
  },
} satisfies Same<typeof en>;
