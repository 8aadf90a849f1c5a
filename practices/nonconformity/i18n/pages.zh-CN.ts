import type { Same } from '../../../platform/i18n/words.ts';
import type en from './pages.en.ts';

const zh: Same<typeof en> = {
  nonconformity_page: {
    menu: '不符合',
    raise: '提出不符合',
    from: '不符合',
    none: '尚未由此记录提出不符合。',
    alike: '以前出现过吗？',
    alike_none: '此前一年内没有相同要求、记录或原因的不符合。',
    why: {
      requirement: '同一要求',
      record: '同一记录',
      cause: '同类原因、同一服务',
      named: '指明为重复',
    },
    course: '进展',
    cause: '范围与原因',
    effect: '计划与效果',
    action_title: '纠正措施：',
    actions: '纠正措施',
    subject: '{{number}}：{{title}}',
    guidance: {
      wants:
        '作出反应，予以纠正并处理后果。判断是否必须消除原因：查明原因，检查它还在哪里起作用。采取与影响相称的措施，查看是否有效，必要时变更体系。',
      good: '纠正（这一个案）与纠正措施（原因）分开；写明在其他地方查看了什么；几周后由未参与者确认有效。',
      asks: '请出示一个非审核来源的不符合。是否检查其他地方有无同类问题？等待多久后判定有效，由谁验证？',
    },
  },
};
export default zh;
