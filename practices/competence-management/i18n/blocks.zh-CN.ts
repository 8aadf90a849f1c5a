import type { Same } from '../../../platform/i18n/words.ts';
import type en from './blocks.en.ts';

const zh: Same<typeof en> = {
  live_block: {
    yes: '是',
    no: '否',
    competence_profiles: {
      name: '岗位能力要求',
      hint: '各角色所需能力及等级',
      must: '必备能力（等级）',
      should: '期望能力（等级）',
      means: '等级含义',
    },
    training_courses: { name: '培训课程', hint: '开设的课程及效果验证方式' },
    training_sessions: { name: '培训实施情况', hint: '近几个月的场次、到场人数和效果' },
  },
};
export default zh;
