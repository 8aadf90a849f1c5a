import type { Same } from '../../../platform/i18n/words.ts';
import type en from './notices.en.ts';

const zh: Same<typeof en> = {
  notice: {
    competence_assessment: {
      assessed: { name: '我的能力已评估', title: '已评估：{{title}}', body: '请查看评估结果和约定事项。' },
      expiring: {
        name: '能力评估将到期',
        title: '请在 {{date}} 前再次评估：{{title}}',
        body: '请与本人安排下一次评估。',
      },
    },
    competence_gap: {
      planned: { name: '我的能力差距已有措施', title: '已计划：{{title}}', body: '请查看措施和期限。' },
      due: { name: '能力差距措施到期', title: '{{date}} 到期：{{title}}', body: '请完成或重新计划。' },
      check_due: {
        name: '能力差距措施待验证',
        title: '有效吗？{{title}}',
        body: '自 {{date}} 起由未实施且不负责的人员判断。',
      },
    },
    training_session: {
      invited: { name: '我参加的培训', title: '培训：{{title}}', body: '时间和地点见记录。' },
      cancelled: { name: '我的培训已取消', title: '已取消：{{title}}', body: '该培训不再举办。' },
      check_due: {
        name: '培训效果待验证',
        title: '有效吗？{{title}}',
        body: '自 {{date}} 起由既非讲师也未参加的人员判断。',
      },
    },
    competence_record: {
      to_verify: { name: '能力证据待核实', title: '待核实：{{title}}', body: '请查看原件或查询发证机构。' },
      expiring: { name: '个人证书将到期', title: '有效期至 {{date}}：{{title}}', body: '请续期或安排后续。' },
    },
    awareness_campaign: {
      started: { name: '请我知晓的内容', title: '请阅读：{{title}}', body: '只需几分钟，然后确认知晓。' },
      reminder: {
        name: '知晓确认到期',
        title: '请在 {{date}} 前阅读：{{title}}',
        body: '只需几分钟，然后确认知晓。',
      },
    },
  },
};
export default zh;
