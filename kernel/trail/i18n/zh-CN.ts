import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  trail: {
    changed: '记录 {{seq}}（记录 {{number}}）在封存于第 {{batch}} 批之后被改动。',
    removed: '记录 {{seq}} 在封存于第 {{batch}} 批之后被删除。',
    inserted: '记录 {{seq}}（记录 {{number}}）是事后插入到第 {{batch}} 批已封存记录之中的。',
    chain: '封存的第 {{batch}} 批被改动：与其散列值或链条不符（记录 {{seq}}）。',
    seal_removed: '封存的第 {{batch}} 批被删除。',
    not_yet: '{{number}} 在 {{at}} 时尚不存在；它创建于 {{createdAt}}。',
  },
} satisfies Same<typeof en>;
