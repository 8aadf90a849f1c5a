import { dateOf, dayMs, demoZone, type Demo } from './context.ts';
import { people, teams, units } from './organisation.data.ts';

/** Units, people, roles by date, teams, customers, suppliers. By the software: on the first day nobody has a role yet. */
export async function organisation(demo: Demo): Promise<void> {
  const { from, software, ids, id } = demo;
  for (const { key, title, kind, parent, contact } of units) {
    const { id: made } = await demo.create('organisation', software, from, {
      title,
      kind,
      zone: demoZone,
      ...(parent === undefined ? {} : { parentId: id(parent) }),
      ...(contact === undefined ? {} : { contact }),
    });
    ids.set(key, made);
  }
  for (const person of people) {
    const outside = person.unit.startsWith('customer.') || person.unit.startsWith('supplier.');
    const { id: made } = await demo.create('person', software, from, {
      title: person.name,
      email: person.email,
      phone: person.phone,
      language: person.language,
      zone: demoZone,
      kind: kindOf(person),
      vip: person.roles.some(({ role }) => role === 'top-management'),
      ...(outside ? { customerId: id(person.unit) } : { orgUnitId: id(person.unit) }),
    });
    ids.set(person.key, made);
  }
  await roles(demo);
  for (const { key, title, lead, description } of teams) {
    const { id: made } = await demo.create('team', software, from, {
      title,
      description,
      leadId: id(lead),
      memberIds: people.filter((p) => p.teams.includes(key)).map((p) => id(p.key)),
    });
    ids.set(key, made);
  }
  for (const { key, next } of teams)
    if (next !== undefined)
      await demo.act({ type: 'team', id: id(key) }, 'edit', software, from, { escalatesToId: id(next) });
}

async function roles(demo: Demo): Promise<void> {
  for (const person of people) {
    for (const { role, afterMonths } of person.roles) {
      // The day before the story: a role is looked up by the date in UTC.
      const since = new Date(demo.from - dayMs);
      // The first of a month, so that whoever acts in a month has one set of roles in it.
      if (afterMonths > 0) since.setUTCMonth(since.getUTCMonth() + afterMonths, 1);
      await demo.create('role-holder', demo.software, Math.max(demo.from, since.getTime()), {
        title: `${person.name}: ${role}`,
        personId: demo.id(person.key),
        role,
        validFrom: dateOf(since.getTime()),
      });
    }
  }
}

function kindOf({ unit, roles: held }: (typeof people)[number]): string {
  if (unit.startsWith('customer.')) return 'customer_contact';
  if (unit.startsWith('supplier.')) return 'supplier_contact';
  return held.every(({ role }) => role === 'unit-manager') ? 'user' : 'staff';
}

/** Who works inside and holds one of these roles, or any, from the first day on. */
export const staffOf = (roles: readonly string[] | 'staff'): string[] =>
  people
    .filter((person) =>
      person.roles.some(({ role, afterMonths }) => afterMonths === 0 && role !== 'unit-manager' && role !== 'customer-contact' && (roles === 'staff' || roles.includes(role))),
    )
    .map(({ key }) => key); // prettier-ignore
