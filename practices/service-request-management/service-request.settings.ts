import { defineSetting } from '../../kernel/practice/settings.ts';

/** Above this price a request is approved even where its model names nobody; in cents of the model's currency. */
export const costLimit = defineSetting('service_request.cost_limit_cents', 500_000);

/** A fulfilled request is closed after so many days without an answer. */
export const closesAfterDays = defineSetting('service_request.closes_after_days', 5);
