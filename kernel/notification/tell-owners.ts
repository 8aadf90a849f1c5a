import { dayIn } from '../calendar/home-days.ts';
import { holdersOn } from '../directory/holders.ts';
import type { House } from '../practice/house.ts';
import { begin } from '../record/act.ts';
import { notify } from './notify.ts';

type Row = { readonly id: string; readonly ownerId: string | null; readonly date: string };

/**
 * Tells what is due by a day, once for each day: `text` selects id, "ownerId" and date by `$1`, today where the organisation
 * is. Whoever leads the system hears of what nobody answers for.
 */
export async function tellOwners(house: House, kind: string, text: string): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    const leaders = await holdersOn(work, ['sms-manager'], today);
    for (const { id, ownerId, date } of await work.run<Row>(`tell_${kind}`, text, [today]))
      await notify(work, {
        kind,
        recordId: id,
        personIds: ownerId === null ? leaders : [ownerId],
        params: { date },
        key: `${id}:${date}`,
      });
  });
}
