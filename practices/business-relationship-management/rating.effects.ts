import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Rating } from './rating.fields.ts';
import { relationshipManagers } from './satisfaction.access.ts';

/** A low rating is told at once to whoever leads the team and to those who keep the relationship. */
export async function tellLowRating(work: Work, rating: Rating): Promise<void> {
  if (rating.state !== 'follow_up') return;
  const people = await work.run<{ id: string }>(
    'low_rating_people',
    `select t.lead_id as id from team t where t.id = $1 and t.lead_id is not null
     union
     select h.person_id from role_holder h join record r on r.id = h.id
     where r.state = 'active' and h.role = any($2::text[]) and h.valid_from <= $3::date
       and (h.valid_to is null or h.valid_to >= $3::date)`,
    [rating.teamId, relationshipManagers, new Date(work.house.now()).toISOString()],
  );
  await notify(work, {
    kind: 'rating.low',
    recordId: rating.id,
    personIds: people.map(({ id }) => id),
    params: { score: rating.score, text: rating.remark ?? '' },
  });
}
