import type { Same } from '../../../platform/i18n/words.ts';
import type en from './words.en.ts';

const zh: Same<typeof en> = {
  guidance: { title: '填写指引', wants: '标准要求', good: '好的做法', asks: '审核员会问' },
};
export default zh;
