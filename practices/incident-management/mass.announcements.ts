import { z } from 'zod';
import { system, type Actor } from '../../kernel/access/actor.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { act, create } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { channels } from './incident.fields.ts';

export type Announcement = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly texts: { readonly en: string; readonly 'zh-CN': string };
  readonly serviceId: string | null;
  readonly service: string | null;
  readonly customerId: string | null;
  readonly occurredAt: string;
  readonly announcedAt: string;
  readonly updatedAt: string;
};

const read = (tx: Tx) =>
  tx.run<Announcement>(
    'announcements',
    `select r.id, r.number, r.title, i.announcement as texts, r.service_id as "serviceId", s.title as service,
       r.customer_id as "customerId", r.occurred_at as "occurredAt", i.announced_at as "announcedAt", r.updated_at as "updatedAt"
     from incident i join record r on r.id = i.id left join record s on s.id = r.service_id
     where i.announced_at is not null and r.open order by i.announced_at desc, r.id desc limit 50`,
  );

const remembered = new WeakMap<House, { at: number; items: Promise<Announcement[]> }>();
const rememberMs = 2_000;

/** A flood of reports asks for the same few announcements: read once in two seconds, whoever asks. */
function announcements(house: House): Promise<Announcement[]> {
  const known = remembered.get(house);
  if (known && Date.now() - known.at < rememberMs) return known.items;
  const items = onConnection(house.pool, read);
  remembered.set(house, { at: Date.now(), items });
  // What failed is asked again, not remembered.
  items.catch(() => remembered.delete(house));
  return items;
}

export const forgetAnnouncements = (house: House) => remembered.delete(house);

/** The known disturbances that concern this actor: one of a customer alone is not told to another. */
export async function announcedTo(house: House, actor: Actor) {
  const concerns = ({ customerId }: Announcement) =>
    customerId === null || isStaff(actor) || actor.orgUnitIds.includes(customerId);
  return (await announcements(house))
    .filter(concerns)
    .map(({ customerId: _customer, service, ...announcement }) => ({
      ...announcement,
      text: announcement.texts[actor.language],
      since: announcement.occurredAt,
      service: announcement.serviceId === null ? null : { id: announcement.serviceId, title: service ?? '' },
    }));
}

export const reportSchema = z.strictObject({
  title: plain(200).optional(),
  symptom: plain(20_000).optional(),
  requesterId: z.uuid().optional(),
  channel: z.enum(channels).optional(),
});

/** "I have that too": an incident of one's own, linked to the one that is known, in one step. */
export async function reportTo(
  work: Work,
  actor: Actor,
  number: string,
  report: z.output<typeof reportSchema>,
): Promise<BaseRecord> {
  const known = (await announcedTo(work.house, actor)).find((a) => a.number === number);
  if (!known) throw notFound('announcement', number);
  const { title = known.title, channel = 'portal', ...told } = report;
  const made = await create(work, 'incident', actor, {
    title,
    channel,
    ...told,
    ...(known.serviceId === null ? {} : { serviceId: known.serviceId }),
  });
  // A user may not choose a parent; that this report belongs to the announced one is what they have just said.
  const { record } = await act(
    work,
    { type: 'incident', id: made.id },
    'set_parent',
    { ...actor, holdings: system().holdings },
    { parentId: known.id },
  );
  return record;
}
