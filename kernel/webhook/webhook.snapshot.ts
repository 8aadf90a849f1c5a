import { defineSnapshot } from '../practice/reference.ts';

export type ActiveWebhook = {
  readonly id: string;
  readonly recordTypes: readonly string[];
  readonly actions: readonly string[];
};

/** The receivers that take something at present, or will when they answer again. */
export const activeWebhooks = defineSnapshot<readonly ActiveWebhook[]>({
  name: 'webhooks',
  on: ['webhook'],
  load: (tx) =>
    tx.run<ActiveWebhook>(
      'active_webhooks',
      `select w.id, coalesce(w.record_types, '[]') as "recordTypes", coalesce(w.actions, '[]') as actions
       from webhook w join record r on r.id = w.id where r.state in ('active', 'disabled')`,
    ),
});
