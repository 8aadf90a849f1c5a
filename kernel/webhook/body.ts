import { wordRoot } from '../../platform/i18n/words.ts';
import { firstWords, type Words } from '../import/labels.ts';
import type { Due, Told } from './delivery.store.ts';

/** What is posted: our own form, or a line in the words of a chat. */
export function bodyOf({ id, event, form, language }: Due, words: Words, publicUrl: string): string {
  const url = `${publicUrl}/${event.record.plural}/${encodeURIComponent(event.record.number)}`;
  if (form === 'json') {
    const { record, ...rest } = event;
    return JSON.stringify({
      id,
      type: `${record.type}.${event.action}`,
      ...rest,
      record: { ...record, url },
    });
  }
  const text = `${sentence(event, words, language)}\n${url}`;
  switch (form) {
    case 'slack':
      return JSON.stringify({ text });
    case 'wecom':
    case 'dingtalk':
      return JSON.stringify({ msgtype: 'text', text: { content: text } });
    case 'feishu':
      return JSON.stringify({ msg_type: 'text', content: { text } });
  }
}

/** [INC-000012] The printer is broken · Resolved (Ann Agent) */
function sentence(event: Told, words: Words, language: Due['language']): string {
  const { record, by, action } = event;
  const root = wordRoot(record.type);
  const state = firstWords(
    words,
    [`${root}.state.${record.state}`, `record.state.${record.state}`],
    language,
  );
  const what = action === 'test' ? words('webhook.test_text', {}, language) : (state ?? record.state);
  return `[${record.number}] ${record.title} · ${what}${by === null ? '' : ` (${by})`}`;
}
