import type { Same } from '../../../platform/i18n/words.ts';
import type en from './words.en.ts';

const zh: Same<typeof en> = {
  guidance: {
    title: '填写指引',
    wants: '标准要求',
    good: '好的做法',
    asks: '审核员会问',
    in_full: '逐条查看',
    asked: '审核员提问：{{question}}',
  },
};
export default zh;
