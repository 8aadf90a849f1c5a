import type { Same } from '../../../platform/i18n/words.ts';
import type en from './words.en.ts';

export default {
  agreement_page: {
    priority: '优先级',
    minutes_of: '{{priority}}：{{target}}，分钟',
    minutes: '{{target}}（分钟）',
    calendar: '计时日历',
    calendar_of: '{{priority}}：计时日历',
    own_hours: '协议的服务时间',
    mixed: '多个日历',
    usual: '填入常用目标',
    sector: {
      enterprise: '企业',
      government: '政府',
      non_profit: '非营利组织',
      finance: '金融',
      e_commerce: '电子商务',
      cloud: '云与托管',
      manufacturing: '制造业',
    },
  },
  holidays: {
    title: '采用节假日',
    china: '中国大陆（含调休）',
    ical: 'iCalendar 文件（.ics）',
    ical_from: '自',
    ical_to: '至',
    preview: '查看将有的变化',
    apply: '采用',
    added: '新增 {{n}} 天',
    changed: '更改 {{n}} 天',
    unchanged: '未变 {{n}} 天',
    done: '节假日已采用。',
  },
} satisfies Same<typeof en>;
