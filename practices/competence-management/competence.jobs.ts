import { dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { saidOf } from './acknowledgement.store.ts';
import { competenceDays } from './competence.settings.ts';

type Row = { readonly id: string; readonly personIds: readonly string[]; readonly date: string };
type Kind = { readonly kind: string; readonly text: string; readonly alsoLeaders?: true };

/** What is due, for whom: `$1` today, `$2` so many days ahead. */
const kinds: readonly Kind[] = [
  {
    kind: 'competence_assessment.expiring',
    text: `select r.id, array[coalesce(r.owner_id, t.assessed_by_id)] as "personIds", t.valid_until::text as date from competence_assessment t
      join record r on r.id = t.id where r.state = 'assessed' and t.valid_until <= $1::date + 30 and $2::int is not null order by r.id`,
  },
  {
    kind: 'competence_gap.due',
    text: `select r.id, array[r.owner_id] as "personIds", t.due_on::text as date from competence_gap t join record r on r.id = t.id
      where r.state = 'planned' and t.due_on <= $1::date + 7 and $2::int is not null order by r.id`,
  },
  {
    kind: 'competence_gap.check_due',
    alsoLeaders: true,
    text: `select r.id, '{}'::uuid[] as "personIds", t.check_due_on::text as date from competence_gap t join record r on r.id = t.id
      where r.state = 'done' and t.check_due_on <= $1::date and $2::int is not null order by r.id`,
  },
  {
    kind: 'training_session.check_due',
    alsoLeaders: true,
    text: `select r.id, array[r.owner_id] as "personIds", t.check_due_on::text as date from training_session t join record r on r.id = t.id
      where r.state = 'held' and t.check_due_on <= $1::date and $2::int is not null order by r.id`,
  },
  {
    kind: 'competence_record.expiring',
    alsoLeaders: true,
    text: `select r.id, array[t.person_id] as "personIds", t.expires_on::text as date from competence_record t join record r on r.id = t.id
      where r.state = 'verified' and t.expires_on between $1::date and $1::date + $2::int order by r.id`,
  },
]; // prettier-ignore

/** Once for each date; what ran out is marked the day after; a running campaign reminds a week before and when it is due. */
export const watchCompetence = defineJob({
  name: 'competence-dates',
  cron: '53 * * * *',
  run: async (house) => {
    for (const kind of kinds) await tell(house, kind);
    await expire(house);
    await remind(house);
  },
});

async function tell(house: House, { kind, text, alsoLeaders }: Kind): Promise<void> {
  const { settings } = house.reference;
  const today = dayIn(settings, house.now());
  await begin(house, async (work) => {
    const leaders = alsoLeaders ? await holdersOn(work, ['sms-manager'], today) : [];
    const rows = await work.run<Row>(`tell_${kind}`, text, [
      today,
      settings.get(competenceDays).value.expiryAhead,
    ]);
    for (const { id, personIds, date } of rows)
      await notify(work, {
        kind,
        recordId: id,
        personIds: [...personIds.filter((one) => one !== null), ...leaders],
        params: { date },
        key: `${id}:${date}`,
      });
  });
}

async function expire(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    const rows = await work.run<{ id: string }>(
      'competence_records_expired',
      `select r.id from competence_record t join record r on r.id = t.id
       where r.state in ('noted', 'verified') and t.expires_on < $1::date order by r.id limit 500`,
      [today],
    );
    for (const { id } of rows) await act(work, { type: 'competence-record', id }, 'expire', system());
  });
}

async function remind(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    const rows = await work.run<{ id: string; date: string; late: boolean }>(
      'campaigns_due',
      `select r.id, t.due_on::text as date, t.due_on < $1::date as late from awareness_campaign t join record r on r.id = t.id
       where r.state = 'running' and t.due_on <= $1::date + 7 order by r.id`,
      [today],
    );
    for (const { id, date, late } of rows) {
      const open = (await saidOf(work, id, today)).filter(({ at }) => at === null);
      await notify(work, {
        kind: 'awareness_campaign.reminder',
        recordId: id,
        personIds: open.map((one) => one.id),
        params: { date },
        key: `${id}:${date}:${late ? 'late' : 'soon'}`,
      });
    }
  });
}
