import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { createMany } from '../../kernel/record/create-many.ts';
import { newId } from '../../kernel/record/id.ts';
import {
  circles,
  endsCalled,
  initialLoad,
  insertRelations,
  refusedByClass,
  relationEvents,
  type RelationKind,
} from '../../practices/configuration-management/server.ts';
import { certificates, clusterNodes, groups, sites, type Group } from './configuration.data.ts';
import { dateOf, dayMs, hourMs, iso, minuteMs, type Demo } from './context.ts';

type Item = {
  readonly title: string;
  readonly class: string;
  readonly more?: Readonly<Record<string, unknown>>;
};
type Relation = readonly [from: string, kind: RelationKind, to: string, group?: string];
export const source = 'inventory-2025';

/** 8.2.6: everything that was known of when this began, loaded by one person and approved by another. */
export async function configurationManagement(demo: Demo): Promise<void> {
  const at = demo.from + 26 * hourMs;
  const keeper = await demo.as('p.han', at);
  const { items, relations } = inventory(demo);
  const { rows } = await demo.house.pool.query<{ key: string; id: string }>('select key, id from ci_class');
  const classes = new Map(rows.map((row) => [row.key, row.id]));
  const ids = await demo.together(at, (work) =>
    createMany(
      work,
      'ci',
      keeper,
      items.map(({ title, class: key, more }) => ({
        input: { title, classId: classes.get(key), ...more },
        origin: { source, sourceRef: title },
      })),
      { source: { system: source } },
    ),
  );
  demo.done.acts += items.length;
  for (const [i, { title }] of items.entries()) demo.ids.set(`ci.${title}`, ids[i] ?? '');
  await relate(demo, at + 40 * minuteMs, relations);
  const approver = await demo.as('p.su', at);
  for (const [i, id] of ids.entries())
    await demo.act({ type: 'ci', id }, 'approve_load', approver, at + 20 * hourMs + i * 9000);
  const over = at + 3 * dayMs;
  await demo.together(over, (work) => changeSetting(work, keeper, initialLoad, { open: false }));
  await looking(demo);
}

/** Those that matter most are looked at twice a year; before each great sale everything is kept as it stands. */
async function looking(demo: Demo): Promise<void> {
  const critical = new Set(['payment', 'order', 'warehouse']);
  const seen = groups
    .filter(({ service }) => critical.has(service))
    .flatMap(({ key }) => namesOf(key).map((name) => `ci.${name}`));
  for (const days of [190, 12])
    for (const [i, key] of seen.entries()) {
      const at = demo.until - days * dayMs - 5 * hourMs + i * 4 * minuteMs;
      const comment = i % 2 === 0 ? '与云控制台核对一致。' : 'As the cloud console shows it.';
      if (at > demo.from + 9 * dayMs)
        await demo.act({ type: 'ci', id: demo.id(key) }, 'verify', await demo.as('p.han', at), at, { comment });
    }
  for (const [date, title, purpose] of [
    ['06-12', '618 大促前 · Before the June sale', '大促期间对照：出了问题先看与基线的差别。 What to compare with when something breaks in the sale.'],
    ['11-05', '双十一封网前 · Before the freeze of 11.11', '封网前的配置，封网期间只允许紧急变更。 As it stands before the freeze; only emergencies after it.'],
  ] as const) {
    const at = Date.parse(`${dateOf(demo.until).slice(0, 4)}-${date}T10:00:00Z`);
    if (at < demo.from + 9 * dayMs || at > demo.until) continue;
    await demo.create('baseline', await demo.as('p.han', at), at, { title, purpose, scope: 'everything' });
  }
} // prettier-ignore

function inventory(demo: Demo): { items: Item[]; relations: Relation[] } {
  const items: Item[] = [];
  const relations: Relation[] = [];
  for (const site of sites) {
    items.push({ title: site.title, class: 'site' }, { title: site.room, class: 'room' });
    relations.push([site.room, 'located_in', site.title]);
    for (let n = 1; n <= site.racks; n += 1) {
      const rack = `rack-${site.key}-0${n}`;
      const ups = `ups-${site.key}-0${n}`;
      items.push({ title: rack, class: 'rack', more: { attributes: { height_units: 42 }, location: site.room } });
      items.push({ title: ups, class: 'power', more: { attributes: { manufacturer: 'Kehai', rating_kw: 6 }, endOfLife: dateOf(demo.until + (200 + n * 260) * dayMs) } });
      relations.push([rack, 'located_in', site.room], [ups, 'located_in', rack], [rack, 'depends_on', ups]);
    }
  }
  const cluster = 'k8s-prod';
  const cloud = { provider: 'Yunlu Cloud', region: 'yunlu-east', account: 'lh-prod', environment: 'production' };
  items.push({ title: 'yunlu-east', class: 'cloud-resource', more: { attributes: { ...cloud, resource_id: 'vpc-7f31' }, supplierId: demo.id('supplier.cloud'), criticality: 'critical', ownerId: demo.id('p.zhao') } });
  items.push({ title: cluster, class: 'cluster', more: { ...usual(demo, 'network'), attributes: { platform: 'Kubernetes 1.33', environment: 'production' } } });
  relations.push([cluster, 'depends_on', 'yunlu-east']);
  for (let n = 1; n <= clusterNodes; n += 1) {
    const node = `k8s-prod-0${n}`;
    items.push({ title: node, class: 'virtual-machine', more: { ...usual(demo, 'network'), attributes: { ip_address: `10.20.4.${10 + n}`, operating_system: 'Debian 12', cpu_cores: 32, memory_gb: 128, environment: 'production' } } });
    relations.push([cluster, 'runs_on', node, 'nodes'], [node, 'runs_on', 'yunlu-east']);
  }
  for (const [i, group] of groups.entries()) {
    const made = ofGroup(demo, group, i);
    items.push(...made.items);
    relations.push(...made.relations);
  }
  for (const [title, app, days] of certificates) {
    items.push({ title, class: 'certificate', more: { ...usual(demo, 'network'), attributes: { expires: dateOf(demo.until + days * dayMs), issuer: 'HarbourTrust CA' } } });
    relations.push([app, 'depends_on', title]);
  }
  return { items, relations };
} // prettier-ignore

const owners: Readonly<Record<string, string>> = { order: 'p.chen', payment: 'p.chen', catalogue: 'p.chen', storefront: 'p.chen', merchant: 'p.chen', warehouse: 'p.koh', carrier: 'p.koh', hotline: 'p.he', workplace: 'p.luo', identity: 'p.luo', network: 'p.zhao', data: 'p.zhao' }; // prettier-ignore
const teamOf: Readonly<Record<string, string>> = { warehouse: 'logistics', carrier: 'logistics', hotline: 'hotline', workplace: 'workplace', identity: 'workplace', network: 'platform', data: 'platform' }; // prettier-ignore
const vital = new Set(['order', 'payment', 'warehouse', 'carrier', 'hotline', 'network']);

/** Whose it is, and how much hangs on it, follows from the service that it is for. */
const usual = (demo: Demo, service: string) => ({
  serviceId: demo.id(`service.${service}`),
  ownerId: demo.id(owners[service] ?? 'p.zhao'),
  teamId: demo.id(`team.${teamOf[service] ?? 'order'}`),
  criticality: vital.has(service) ? 'critical' : service === 'workplace' ? 'medium' : 'high',
});

/** A machine has no item above its pair; whatever else it is, it goes by its key. */
function namesOf(key: string): string[] {
  const group = groups.find((one) => one.key === key);
  return group?.kind === 'machine' && group.nodes > 0
    ? Array.from({ length: group.nodes }, (_, n) => `${key}-0${n + 1}`)
    : [key];
}

function ofGroup(demo: Demo, group: Group, i: number): { items: Item[]; relations: Relation[] } {
  const { key, kind, nodes, title, service, place, needs } = group;
  const more = { ...usual(demo, service), description: title };
  const own = kind === 'container' || kind === 'queue' ? { version: `${2 + (i % 5)}.${i % 9}.${(i * 3) % 7}`, environment: 'production' } : kind === 'database' ? { engine: i % 3 === 0 ? 'Redis' : 'PostgreSQL', environment: 'production' } : undefined;
  const relations: Relation[] = needs.flatMap((need) => namesOf(need).map((name, _n, all): Relation => (all.length > 1 ? [key, 'depends_on', name, need] : [key, 'depends_on', name])));
  const at = [`service.${service}`, 'depends_on', key] as const;
  if (kind === 'machine') {
    const names = namesOf(key);
    const rack = `rack-${place}-01`;
    const location = sites.find((site) => site.key === place)?.title;
    const item = (name: string, n: number): Item => ({ title: name, class: group.class, more: { ...more, location, serialNumber: `SN${4100 + i * 7 + n}KH`, warrantyUntil: dateOf(demo.until + (40 + i * 11) * dayMs), attributes: { manufacturer: i % 2 === 0 ? 'Kehai' : 'Nordlicht' } } });
    const grouped = names.length > 1 ? key : undefined;
    return {
      items: names.map(item),
      relations: names.flatMap((name): Relation[] => [
        grouped === undefined ? [`service.${service}`, 'depends_on', name] : [`service.${service}`, 'depends_on', name, grouped],
        group.class === 'end-user-device' ? [name, 'located_in', location ?? ''] : [name, 'located_in', rack],
      ]),
    };
  }
  const items: Item[] = [{ title: key, class: group.class, more: { ...more, ...(own ? { attributes: own } : {}), ...(kind === 'interface' ? { supplierId: demo.id(key.startsWith('sip') ? 'supplier.voice' : 'supplier.express') } : {}) } }];
  for (let n = 1; n <= nodes; n += 1) {
    const node = `${key}-0${n}`;
    const machine = kind === 'container' ? 'container' : 'virtual-machine';
    const attributes = kind === 'container' ? { image: `registry.lanternharbour.example/${key}`, environment: 'production' } : { ip_address: `10.20.${8 + (i % 20)}.${20 + n}`, operating_system: 'Debian 12', cpu_cores: 16, memory_gb: 64, environment: 'production' };
    items.push({ title: node, class: machine, more: { ...usual(demo, service), attributes } });
    relations.push(nodes > 1 ? [key, 'runs_on', node, 'nodes'] : [key, 'runs_on', node], [node, 'runs_on', kind === 'container' ? 'k8s-prod' : 'yunlu-east']);
  }
  return { items, relations: [at, ...relations] };
} // prettier-ignore

/** Judged as a file of relations would be; services stand at the ends as well. */
async function relate(demo: Demo, at: number, relations: readonly Relation[]): Promise<void> {
  const keeper = await demo.as('p.han', at);
  await demo.together(at, async (work) => {
    const numberOf = new Map<string, string>();
    const ids = relations.flatMap(([from, , to]) => [from, to]).map((name) => [name, demo.id(name.startsWith('service.') ? name : `ci.${name}`)] as const);
    const rows = await work.run<{ id: string; number: string }>('demo_numbers', 'select id, number from record where id = any($1::uuid[])', [ids.map(([, id]) => id)]);
    const byId = new Map(rows.map(({ id, number }) => [id, number]));
    for (const [name, id] of ids) numberOf.set(name, byId.get(id) ?? '');
    const ends = await endsCalled(work, [...new Set(numberOf.values())], null);
    const end = (name: string) => {
      const found = ends.get(numberOf.get(name) ?? '');
      if (found === undefined || found === 'several') throw new Error(`no item ${name}`);
      return found;
    };
    const drafts = relations.map(([from, kind, to, group]) => ({ from: end(from), kind, to: end(to), group: group ?? null }));
    for (const draft of drafts) {
      const refused = refusedByClass(work.house, draft);
      if (refused) throw new Error(`${draft.from.title} ${draft.kind} ${draft.to.title}: ${refused.code}`);
    }
    if ((await circles(work, drafts)).size > 0) throw new Error('the inventory runs in a circle');
    await insertRelations(
      work,
      drafts.map(({ from, kind, to, group }) => ({ id: newId(at), fromId: from.id, kind, toId: to.id, group, groupNeeds: 1 })),
      { at: iso(at), by: keeper.id, source },
    );
    await relationEvents(work, drafts, { verb: 'relate', at, by: keeper.id, channel: keeper.channel, detail: { source: { system: source } } });
  });
} // prettier-ignore
