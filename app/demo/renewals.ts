import { office } from './change.told.ts';
import { dateOf, dayMs, hourMs, type Demo } from './context.ts';
import { ago, on } from './proof.time.ts';
import { concluded, signed } from './service-level-management.ts';
import type { Life } from './timeline.ts';

const manager = 'p.lim';
const levels = 'p.zhou';
const hour = 60;

type Told = {
  readonly customer: string;
  readonly contact: string;
  readonly title: string;
  /** Days before the end of the story on which the term ends; negative: still to come. */
  readonly ends: number;
  readonly becomes: 'renewed' | 'lost' | 'due';
  readonly said: string;
};

const told: readonly Told[] = [
  { customer: 'maple', contact: 'p.maple1', title: 'Maple & Finch · 经营数据服务 Business intelligence', ends: 96, becomes: 'renewed', said: '日报准时，价格不变即续。 The reports come in time; at the same price they stay.' },
  { customer: 'spruce', contact: 'p.spruce1', title: '云杉母婴 Spruce · 经营数据服务 Business intelligence', ends: 74, becomes: 'lost', said: '改用自建报表。 They build their own reports now.' },
  { customer: 'kestrel', contact: 'p.kestrel1', title: 'Kestrel · 经营数据服务 Business intelligence', ends: 51, becomes: 'renewed', said: '希望增加海外仓数据。 They ask for figures of warehouses abroad.' },
  { customer: 'orchid', contact: 'p.orchid1', title: '兰芷护肤 Orchid · 经营数据服务 Business intelligence', ends: -47, becomes: 'due', said: '' },
]; // prettier-ignore

/** 8.3.2: small contracts of a year on one service; two customers stay, one leaves, one is being asked. */
export const renewalLives = (demo: Demo): Life[] => told.map((one, i) => contract(demo, one, i));

async function* contract(demo: Demo, { customer, contact, title, ends, becomes, said }: Told, i: number): Life {
  let at = on(demo, 362, 11) + i * hour * 1000;
  yield at;
  const last = ago(demo, ends);
  const made = await concluded(demo, at, {
    title, kind: 'sla', customerId: demo.id(`customer.${customer}`), serviceIds: [demo.id('service.data')], calendarId: demo.id('calendar.office'),
    validTo: dateOf(last), supportHours: '工作日 9:00–18:00 · Working days', requirements: '每日八点前给出前一日报表。 Yesterday’s report by eight.',
    measuringPoint: '报表送达时间。 When the report arrives.', workloadLimits: '每月 40 单。 Forty a month.', exceptions: '约定的维护窗口。 Agreed maintenance.',
    escalation: '服务负责人 → 最高管理者。 Service owner, top management.', complaintRoute: 'Grace Lim', termination: '期满终止。 Ends with its term.',
    targets: { '1': { respond: { minutes: 30 }, resolve: { minutes: 8 * hour } }, '2': { respond: { minutes: hour }, resolve: { minutes: 16 * hour } }, '3': { respond: { minutes: 4 * hour }, resolve: { minutes: 24 * hour } }, '4': { respond: { minutes: 8 * hour }, resolve: { minutes: 40 * hour } } },
  }, contact); // prettier-ignore
  yield (at = Math.round(office(last - 70 * dayMs)));
  const renewal = await demo.create('contract-renewal', await demo.as(manager, at), at, {
    agreementId: made.id, ownerId: demo.id(manager), valueCents: (9 + i * 3) * 1_000_000, currency: 'CNY',
  }); // prettier-ignore
  if (becomes === 'due') return;
  yield (at = Math.round(office(last - 30 * dayMs)));
  if (becomes === 'lost') {
    await demo.act(renewal, 'lose', await demo.as(manager, at), at, { lostBecause: 'own_staff', note: said });
    yield (at = Math.round(office(last + 2 * dayMs)));
    await demo.act(made, 'expire', await demo.as(levels, at), at);
    return;
  }
  await demo.act(made, 'revise', await demo.as(levels, at), at, { reason: said });
  const { rows } = await demo.house.pool.query<{ id: string }>('select id from agreement where supersedes_id = $1', [made.id]);
  const next = { type: 'agreement', id: rows[0]?.id ?? '' };
  const until = dateOf(last + 365 * dayMs);
  await demo.act(next, 'edit', await demo.as(levels, at), at + hourMs, { validFrom: dateOf(last + dayMs), validTo: until });
  await signed(demo, next, at + dayMs, contact);
  at = Math.round(office(at + 2 * dayMs));
  yield at;
  await demo.act(renewal, 'renew', await demo.as(manager, at), at, { newAgreementId: next.id, newTermEndsOn: until, note: said });
} // prettier-ignore
