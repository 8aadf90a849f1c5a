import type { Bilingual, Span, StatusSource } from '../../kernel/practice/status.ts';

type Row = {
  serviceIds: string[];
  title: string;
  titleZh: string | null;
  textEn: string | null;
  textZh: string | null;
  from: string;
  to: string | null;
};

const both = (en: string | null, zh: string | null): Bilingual | null =>
  en === null && zh === null ? null : { en: en ?? zh ?? '', 'zh-CN': zh ?? en ?? '' };

/** What is offered, and the work on it that was announced (8.2.4). */
export const catalogueStatus: StatusSource = {
  on: ['service', 'maintenance-notice'],
  services: (tx) =>
    tx.run(
      'status_services',
      `select r.id, r.title, s.description from service s join record r on r.id = s.id
       where r.state = 'published' order by r.title, r.id`,
    ),
  spans: async (tx, since) => {
    const rows = await tx.run<Row>(
      'status_maintenance',
      `select m.service_ids as "serviceIds", r.title, m.title_zh as "titleZh", m.text_en as "textEn", m.text_zh as "textZh",
         coalesce(m.began_at, m.starts_at) as "from", coalesce(m.ended_at, m.ends_at) as "to"
       from maintenance_notice m join record r on r.id = m.id
       where r.state <> 'cancelled' and coalesce(m.ended_at, m.ends_at) > $1::timestamptz order by 6 limit 500`,
      [since],
    );
    return rows.map(({ title, titleZh, textEn, textZh, ...when }): Span => ({
      ...when,
      kind: 'planned',
      title: both(title, titleZh),
      text: both(textEn, textZh),
    }));
  },
};
