import type { Same } from '../../../platform/i18n/words.ts';
import type en from './first-path.en.ts';

/** 新组织的三个步骤。 */
const zh: Same<typeof en> = {
  first_path: {
    menu: '起步三步',
    title: '起步三步',
    hint: '先学习要求，再与现状对比，最后分阶段计划缺失内容；此后取证之路自然展开。',
    title_of: '弥补 {{clause}} {{title}} 的差距',
    today: '新体系从三个步骤开始',
    go: '继续',
    step: { learn: '1. 学习', gap: '2. 对比', plan: '3. 分阶段计划' },
    state: { done: '已完成', going: '进行中', ahead: '未开始' },
    learn_about:
      '体系负责人用通俗语言了解 261 项要求，值守人员了解自身职责。逐条阅读要求图，再开展课程和测验。',
    learn_map: '阅读标准的通俗说明',
    learn_course: '课程和测验',
    learn_counts: '已开设课程 {{courses}} 门，已举办 {{held}} 次，{{passed}} 人通过测验',
    gap_about: '逐项要求对照实时结果：满足、部分满足、缺失；常见缺失已预先填写。',
    gap_go: '评定要求',
    gap_counts: '已评定 {{rated}}/{{of}} 项，差距 {{gaps}} 项',
    plan_about: '每个有差距的条款一项措施，按体系建设顺序安排；检查之前有三个月试运行。',
    plan_counts: '已计划措施 {{actions}} 项，建议 {{open}} 项',
    plan_gantt: '查看计划',
    begins: '项目开始日期',
    phase: {
      foundation: '基础：环境、范围、领导作用（第 1–4 周）',
      planning: '策划：风险、目标（第 3–6 周）',
      support: '支持：人员、知识、文件（第 5–12 周）',
      processes: '过程（第 5–16 周，随后三个月试运行）',
      check: '检查：测量、审核、评审（第 30–34 周）',
      improve: '改进（第 13–36 周）',
    },
    clause: '条款',
    gaps: '差距',
    effort: '人日',
    from: '开始',
    to: '结束',
    owner: '负责人',
    make_one: '生成 {{count}} 项措施',
    make_other: '生成 {{count}} 项措施',
    made_one: '已生成 {{count}} 项措施',
    made_other: '已生成 {{count}} 项措施',
    nothing: '已发现的差距均有措施。',
    no_gaps: '尚未发现差距：请先对比。',
    on: '取证之路',
  },
};
export default zh;
