import type { Same } from '../../../platform/i18n/words.ts';
import type en from './blocks.en.ts';

const zh: Same<typeof en> = {
  live_block: {
    context_issues: {
      name: '内外部因素',
      hint: '按方面列出及对服务的影响',
    },
    climate_decision: {
      name: '气候问题结论',
      hint: '含理由、决定人和日期',
      undecided: '最高管理者尚未作出决定。',
    },
    interested_parties: {
      name: '相关方',
      hint: '含其要求及满足之处',
    },
    obligations: {
      name: '合规义务',
      hint: '适用的义务及符合情况',
    },
    scope_statement: {
      name: '现行范围表述',
      hint: '批准的证书表述',
    },
    no_scope: '第 {{line}} 行：尚无生效的体系范围。',
  },
};
export default zh;
