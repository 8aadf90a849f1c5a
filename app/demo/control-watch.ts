import { office } from './change.told.ts';
import { dateOf, dayMs, hourMs, minuteMs, type Demo, type Row } from './context.ts';
import { staffOf } from './organisation.ts';
import type { Life } from './timeline.ts';

const keeper = 'p.su';
type Found = { readonly id: string; readonly rule: string; readonly ownerId: string | null };

/** A document past its date is seen to when it is looked at, not by a note on the lapse. */
const left = 5;
/** Of these a few turn out to be none; what was changed past the process is one. */
const hasTwoSides = (rule: string) => rule.startsWith('incident.') || rule.startsWith('article.');

const dismissals = [
  '供应商提供的时间有误，记录本身无误。 The supplier’s clock was wrong; the record is right.',
  '属于演练，已在变更日历中说明。 It was an exercise, as the calendar of changes says.',
  '当时系统正在切换，不属于失控。 Systems were being switched over; nothing was out of control.',
];
const corrections = [
  ['补齐记录，并在班组会上说明。', '记录已补齐，抽查一周未再出现。'],
  ['Complete the record and tell the team why it matters.', 'Done; nobody left it out in the week after.'],
  ['调整值班提醒，逾期前两小时通知。', '提醒已上线，本月按时。'],
] as const;

/** A few days after each month's end the SMS manager goes through what was found, and sees to what was accepted before. */
export async function* controlWatchLife(demo: Demo, ends: readonly number[]): Life {
  const random = demo.random.fork('control watch');
  for (const end of ends) {
    let at = Math.round(office(end + 3 * dayMs + 10 * hourMs));
    yield at;
    const { rows } = await demo.house.pool.query<Found>(
      `select r.id, l.rule, r.owner_id as "ownerId" from lapse l join record r on r.id = l.id where r.state = 'found' order by r.number limit 24`,
    );
    const accepted: { lapse: Row; owner: string; n: number }[] = [];
    for (const [i, { id, rule, ownerId }] of rows.entries()) {
      const lapse = { type: 'lapse', id };
      // Some wait for another day.
      if (i % 4 === 3) continue;
      at += random.between(3, 20) * minuteMs;
      const actor = await demo.as(keeper, at);
      if (i % 4 === 2 && hasTwoSides(rule) && ownerId !== demo.id(keeper)) {
        await demo.act(lapse, 'dismiss', actor, at, { reason: random.pick(dismissals) });
        continue;
      }
      const owner = staffOf('staff').find((key) => demo.id(key) === ownerId && key !== keeper && key !== 'p.gu') ?? 'p.shen'; // prettier-ignore
      accepted.push({ n: rule.startsWith('document.') ? left : i, owner, lapse: await demo.act(lapse, 'accept', actor, at, {
        grade: random.weighted([['minor', 7], ['observation', 4], ['major', 1]] as const),
        ownerId: demo.id(owner),
        dueOn: dateOf(at + random.between(10, 30) * dayMs),
        correction: random.pick(corrections)[0],
      }) }); // prettier-ignore
    }
    for (const { lapse, owner, n } of accepted) {
      // One in seven is left lying.
      if (n % 7 === left) continue;
      yield (at = Math.round(office(at + random.between(6, 22) * hourMs)));
      const corrected = await demo.act(lapse, 'correct', await demo.as(owner, at), at, { result: random.pick(corrections)[1] }); // prettier-ignore
      if (n % 3 === 1) continue;
      yield (at = Math.round(office(at + 5 * hourMs)));
      await demo.act(corrected, 'verify', await demo.as(keeper, at), at, { verification: '已抽查，措施有效。 Looked at again: it helped.' }); // prettier-ignore
    }
  }
}
