import { z } from 'zod';
import { choice, integer, longText, readOnly, starting, structure, text } from '../record/field.ts';
import type { RecordOf } from '../record/record.ts';

/** `json` is ours, the others what a chat's incoming webhook takes. */
const forms = ['json', 'slack', 'wecom', 'dingtalk', 'feishu'] as const;
export type Form = (typeof forms)[number];
const names = z.array(z.string().min(1).max(100)).max(50);

export const fields = {
  description: longText(500),
  url: text(500),
  form: starting('json', choice(...forms)),
  /** Of the words in a chat. */
  language: starting('en', choice('en', 'zh-CN')),
  recordTypes: structure(names),
  actions: structure(names),
  secretNumber: readOnly(starting(1, integer(1))),
};
export type Webhook = RecordOf<typeof fields>;
