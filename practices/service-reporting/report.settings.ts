import { defineSetting } from '../../kernel/practice/settings.ts';

/** So many days after its end a period's data count as settled. */
export const settling = defineSetting('service_report.settling', { days: 2 });
