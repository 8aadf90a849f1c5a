import type { Same } from '../../../platform/i18n/words.ts';
import type en from './known.en.ts';

export default {
  known: {
    title: '已知错误',
    hint: '所写的可能是以下之一，其临时方案可立即使用。',
    apply: '采用临时方案',
    applied: '已采用',
    resolved: '{{number}} 已用 {{problem}} 的临时方案解决。',
    linked: '{{number}} 已关联到 {{problem}}。临时方案见效后请予以解决。',
    uses: '已帮助 {{n}} 次',
    same_service: '服务相同',
    same_ci: '配置项相同',
    words: '用词：{{words}}',
    raise: '提出问题',
    raise_hint: '反复发生的事情必有原因',
    more: '全部',
    less: '收起',
  },
} satisfies Same<typeof en>;
