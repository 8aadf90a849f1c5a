import { mayView } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import { newest } from '../practice/newest-first.ts';
import type { BaseRecord } from '../record/base.ts';
import type { Tx } from '../../platform/db/tx.ts';

type Placed = Pick<
  BaseRecord,
  'state' | 'ownerId' | 'requesterId' | 'createdBy' | 'teamId' | 'customerId' | 'orgUnitId'
>;
type NotificationRow = Placed & {
  readonly id: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly readAt: string | null;
  readonly type: string;
  readonly number: string;
  readonly title: string;
};
/** With the reader's rights at this moment applied to it. */
export type Notification = Pick<NotificationRow, 'id' | 'kind' | 'params' | 'at' | 'readAt'> & {
  readonly record: {
    readonly type: string;
    readonly plural: string;
    readonly number: string;
    readonly title: string;
  };
  /** Where its mail leads, when not to the record (`NoticeKind.mailPath`). */
  readonly mailPath?: string;
};

const columns = `n.id, n.kind, n.params, n.at, n.read_at as "readAt", r.type, r.number, r.title, r.state,
  r.owner_id as "ownerId", r.requester_id as "requesterId", r.created_by as "createdBy", r.team_id as "teamId",
  r.customer_id as "customerId", r.org_unit_id as "orgUnitId"`;

/** Newest first, after (older than) the one with this id. */
export async function notificationsOf(
  tx: Tx,
  house: House,
  actor: Actor,
  page: { readonly unread: boolean; readonly before: string | undefined; readonly limit: number },
): Promise<Notification[]> {
  const before = page.before ?? newest;
  const rows = page.unread
    ? await tx.run<NotificationRow>(
        'unread_notifications',
        `select ${columns} from notification n join record r on r.id = n.record_id
         where n.person_id = $1 and n.read_at is null and n.id < $2 order by n.id desc limit $3`,
        [actor.id, before, page.limit],
      )
    : await tx.run<NotificationRow>(
        'notifications',
        `select ${columns} from notification n join record r on r.id = n.record_id
         where n.person_id = $1 and n.id < $2 order by n.id desc limit $3`,
        [actor.id, before, page.limit],
      );
  return rows.map((row) => asSeen(house, actor, row));
}

/** What a mail tells, oldest first. */
export async function notificationsIn(
  tx: Tx,
  house: House,
  mailId: string,
  actor: Actor,
): Promise<Notification[]> {
  const rows = await tx.run<NotificationRow>(
    'notifications_of_mail',
    `select ${columns} from notification n join record r on r.id = n.record_id where n.mail_id = $1 order by n.id`,
    [mailId],
  );
  const notices = rows.map((row) => asSeen(house, actor, row));
  const addressed: Notification[] = [];
  for (const notice of notices) {
    const given = { personId: actor.id ?? '', params: notice.params };
    const mailPath = await house.notices.get(notice.kind)?.mailPath?.(tx, house.now(), given);
    addressed.push(mailPath === undefined ? notice : { ...notice, mailPath });
  }
  return addressed;
}

/** Who was told, but may not see the record (any more), reads its number and nothing that is in it. */
function asSeen(house: House, actor: Actor, row: NotificationRow): Notification {
  const type = house.types.get(row.type);
  const seen = type !== undefined && mayView(type.access, actor, row);
  const { id, kind, at, readAt, number } = row;
  const { text: _hidden, ...params } = row.params;
  return {
    id,
    kind,
    at,
    readAt,
    params: seen ? row.params : params,
    record: {
      type: row.type,
      plural: type?.plural ?? row.type,
      number,
      title: seen ? row.title : number,
    },
  };
}

export const mostUnread = 100;

export async function unreadCount(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx.run<{ unread: number }>(
    'unread_count',
    'select count(*) as unread from (select 1 from notification where person_id = $1 and read_at is null limit $2) n',
    [personId, mostUnread],
  );
  return row?.unread ?? 0;
}

/** One, or all of them; how many were unread. */
export async function markRead(tx: Tx, personId: string, id: string | null, at: string): Promise<number> {
  const rows = await tx.run(
    'mark_read',
    `update notification set read_at = $3 where person_id = $1 and read_at is null and ($2::uuid is null or id = $2)
     returning 1`,
    [personId, id, at],
  );
  return rows.length;
}
