import type { Bilingual, Span, StatusSource } from '../../kernel/practice/status.ts';

type Row = {
  serviceId: string | null;
  announcement: unknown;
  from: string;
  to: string | null;
  outage: boolean;
  /** It concerns one customer alone, and is told to nobody else in words. */
  ofCustomer: boolean;
};

/** What was announced, in both languages; of one that was written in one language only, that one stands for both. */
function words(announcement: unknown): Bilingual | null {
  if (typeof announcement !== 'object' || announcement === null) return null;
  const { en, 'zh-CN': zh } = announcement as { en?: unknown; 'zh-CN'?: unknown };
  const said = [en, zh].find((text) => typeof text === 'string' && text !== '');
  if (typeof said !== 'string') return null;
  const or = (text: unknown) => (typeof text === 'string' && text !== '' ? text : said);
  return { en: or(en), 'zh-CN': or(zh) };
}

/** A disturbance is public when it was announced, or is a declared major incident: then without words of ours. */
export const incidentStatus: StatusSource = {
  on: ['incident', 'major-incident'],
  spans: async (tx, since) => {
    const rows = await tx.run<Row>(
      'status_incidents',
      `with told as (
         select id from incident where announced_at is not null
         union select leading_incident_id from major_incident where declared_at is not null
       )
       select r.service_id as "serviceId", i.announcement, r.occurred_at as "from",
         case when r.open then null else coalesce(i.restored_at, i.ended_at, r.updated_at) end as "to",
         i.impact = 1 or m.id is not null as outage, r.customer_id is not null as "ofCustomer"
       from told join incident i on i.id = told.id join record r on r.id = i.id
       left join major_incident m on m.leading_incident_id = i.id and m.declared_at is not null
       where r.state not in ('cancelled', 'duplicate') and (r.customer_id is null or m.id is not null)
         and (r.open or coalesce(i.restored_at, i.ended_at, r.updated_at) > $1::timestamptz)
       order by r.occurred_at desc limit 500`,
      [since],
    );
    return rows.flatMap(({ serviceId, announcement, from, to, outage, ofCustomer }): Span[] => {
      const text = ofCustomer ? null : words(announcement);
      // Without a service nobody could tell what is disturbed.
      return serviceId === null && text === null
        ? []
        : [
            {
              serviceIds: serviceId === null ? [unknownService] : [serviceId],
              kind: outage ? 'outage' : 'disturbed',
              from,
              to,
              title: null,
              text,
            },
          ];
    });
  },
};

/** No service has this id: an empty list would mean every service. */
const unknownService = '00000000-0000-0000-0000-000000000000';
