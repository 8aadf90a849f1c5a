import { system } from '../../kernel/access/actor.ts';
import { addDays, dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';

/** A customer is asked while there is time to put right what keeps them from staying. */
const askedDays = 120;
const toldDays = [90, 30, 0] as const;

type Row = { readonly id: string; readonly ownerId: string | null; readonly date: string };
type Followed = { readonly id: string; readonly nextId: string; readonly until: string | null };

async function watch(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  const ending = await onConnection(house.pool, (tx) =>
    tx.run<{ id: string }>(
      'contracts_ending',
      `select a.id from agreement a join record r on r.id = a.id
       where a.kind = 'sla' and r.state in ('active', 'in_review') and r.customer_id is not null and a.valid_to between $1::date and $2::date
         and not exists (select 1 from contract_renewal c where c.agreement_id = a.id and c.term_ends_on = a.valid_to) order by a.id`,
      [today, addDays(today, askedDays)],
    ),
  );
  for (const { id } of ending)
    await begin(house, (work) => create(work, 'contract-renewal', system(), { agreementId: id }));
  await settleFollowed(house);
  await begin(house, async (work) => {
    const leaders = await holdersOn(work, ['business-relationship-manager'], today);
    const rows = await work.run<Row>(
      'renewals_due',
      `select t.id, r.owner_id as "ownerId", t.term_ends_on::text as date from contract_renewal t join record r on r.id = t.id
       where r.state = 'due' and t.term_ends_on <= $1::date order by t.id`,
      [addDays(today, toldDays[0])],
    );
    for (const { id, ownerId, date } of rows) {
      const days = toldDays.findLast((one) => date <= addDays(today, one));
      const personIds = [...new Set([...leaders, ...(ownerId === null ? [] : [ownerId])])];
      await notify(work, { kind: 'contract_renewal.due', recordId: id, personIds, params: { date }, key: `${id}:${date}:${days ?? ''}` });
    }
  });
} // prettier-ignore

/** A new version that lasts longer is the customer's yes; one that ends on the same day is the same contract, worded anew. */
async function settleFollowed(house: House): Promise<void> {
  const followed = await onConnection(house.pool, (tx) =>
    tx.run<Followed>(
      'contracts_followed',
      `select t.id, n.id as "nextId", n.valid_to::text as until from contract_renewal t join record r on r.id = t.id
       join agreement n on n.supersedes_id = t.agreement_id join record nr on nr.id = n.id
       where r.state = 'due' and nr.state in ('active', 'in_review') and (n.valid_to is null or n.valid_to > t.term_ends_on) order by t.id`,
    ),
  );
  for (const { id, nextId, until } of followed)
    await begin(house, (work) =>
      act(work, { type: 'contract-renewal', id }, 'renew', system(), {
        newAgreementId: nextId,
        ...(until === null ? {} : { newTermEndsOn: until }),
      }),
    );
}

export const watchRenewals = defineJob({ name: 'contract-renewals', cron: '41 * * * *', run: watch });
