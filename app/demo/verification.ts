import { dateOf, dayMs, hourMs, minuteMs, type Demo } from './context.ts';
import { office } from './change.told.ts';
import { on } from './proof.time.ts';
import type { Life } from './timeline.ts';

type Item = { readonly id: string; readonly ownerId: string | null; readonly fields: string[] };
const keeper = 'p.han';
const others = ['p.osei', 'p.zheng'] as const;

/** 8.2.6: once a year a sample is looked at where it stands; what was wrong is put right before it is closed. */
export async function* verificationLife(demo: Demo): Life {
  let at = on(demo, 160, 9.5);
  yield at;
  let campaign = await demo.create('verification', await demo.as(keeper, at), at, {
    title: '年度配置核查 · Yearly verification', purpose: '抽样核对机房、云控制台与记录。 The records against the racks and the cloud console.',
    scope: 'everything', sampleSize: 14, seed: 'lantern-harbour-1', verifierId: demo.id(others[0]), ownerId: demo.id(keeper),
    dueOn: dateOf(at + 20 * dayMs), intervalMonths: 12,
  }); // prettier-ignore
  const does = async (who: string, name: string, input = {}) =>
    void (campaign = await demo.act(campaign, name, await demo.as(who, at), at, input));
  yield (at = Math.round(office(at + 24.4 * hourMs)));
  await does(others[0], 'start');
  const { rows } = await demo.house.pool.query<Item>(
    `select i.ci_id as id, r.owner_id as "ownerId", array(select l.field from verification_line l
       where l.verification_id = i.verification_id and l.ci_id = i.ci_id order by l.place, l.field) as fields
     from verification_item i join record r on r.id = i.ci_id where i.verification_id = $1 order by i.place`,
    [campaign.id],
  );
  const checked = (item: Item, wrong: string | undefined) => ({
    itemId: item.id,
    present: true,
    results: item.fields.map((field) => (field === wrong ? { field, result: 'wrong', found: '上海灯港大厦 / 13 楼机房' } : { field, result: 'right' })), // prettier-ignore
    ...(wrong === undefined ? {} : { note: '标签在另一个机房。 The label hangs in another room.' }),
  });
  const who = (item: Item) => (item.ownerId === demo.id(others[0]) ? others[1] : others[0]);
  const moved: Item[] = [];
  for (const [i, item] of rows.entries()) {
    yield (at += 9 * minuteMs);
    const wrong = i % 5 === 2 && item.fields.includes('location') ? 'location' : undefined;
    if (wrong !== undefined) moved.push(item);
    await does(who(item), 'check', checked(item, wrong));
  }
  yield (at += 2 * hourMs);
  await does(others[0], 'finish_checking');
  // One was read wrongly, the others stand again where they are recorded.
  for (const item of moved) {
    yield (at = Math.round(office(at + 2 * dayMs)));
    await does(who(item), 'check', checked(item, undefined));
  }
  yield (at = Math.round(office(at + dayMs)));
  await does(keeper, 'close', { conclusion: '抽样与记录一致，位置差异均已处理。 The sample agrees with the records; what stood elsewhere was put back.' }); // prettier-ignore
}
