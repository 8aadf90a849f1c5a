import { z } from 'zod';
import { roles as allRoles } from '../../access/roles.ts';
import { calendars } from '../../practice/reference.ts';
import { profile } from '../../practice/settings.ts';
import { defineBlock, type LiveBlock } from '../block.ts';
import { table } from '../table.ts';
import { words } from './words.ts';

type Holder = {
  role: string;
  holder: string;
  unit: string | null;
  since: string;
  until: string | null;
  deputy: string | null;
};

/** 5.3: who holds which role today; a role that nobody holds is shown with nobody, not left out. */
const roles = defineBlock({
  key: 'roles',
  words,
  params: z.object({ role: z.enum(allRoles).optional() }),
  render: async ({ tx, house, say, language }, { role }) => {
    const rows = await tx.run<Holder>(
      'live_roles',
      `select h.role, p.title as holder, u.title as unit, h.valid_from::text as since, h.valid_to::text as until,
         (select string_agg(x.title, ', ' order by x.title) from delegation d join record x on x.id = d.deputy_id
          where d.person_id = h.person_id and d.ended_at is null and $1::date between d.first_day and d.last_day) as deputy
       from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id left join record u on u.id = h.unit_id
       where hr.state = 'active' and p.state = 'active' and h.valid_from <= $1::date and (h.valid_to is null or h.valid_to >= $1::date)
       order by p.title`,
      [new Date(house.now()).toISOString().slice(0, 10)],
    );
    const wanted = role === undefined ? allRoles.filter((one) => one !== 'user') : [role];
    const column = (key: string) => say(`live_block.column.${key}`);
    const lines = wanted.flatMap((one) => {
      const held = rows.filter((row) => row.role === one);
      const name = say(`role.${one}`);
      return held.length === 0
        ? [[name, say('live_block.vacant'), '', '', '']]
        : together(held, language === 'en' ? ', ' : '、').map((row) => [name, row.holder, row.unit ?? say('live_block.everywhere'), row.since, row.deputy ?? '']);
    });
    return table([column('role'), column('holder'), column('unit'), column('since'), column('deputy')], lines, say('live_block.none'));
  },
}); // prettier-ignore

/** Who holds a role since the same day for the same unit, and whom nobody stands in for today, share a line. */
function together(held: readonly Holder[], between: string): Holder[] {
  const lines = new Map<string, Holder>();
  for (const row of held) {
    const key = [row.unit, row.since, row.deputy === null ? '' : row.holder].join('\n');
    const before = lines.get(key);
    lines.set(key, before ? { ...before, holder: `${before.holder}${between}${row.holder}` } : row);
  }
  return [...lines.values()];
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const calendarTable = defineBlock({
  key: 'calendars',
  words,
  render: async ({ tx, house, say }) => {
    const named = await tx.run<{ id: string; title: string }>(
      'live_calendars',
      `select id, title from record where type = 'calendar' and state = 'active' order by title`,
    );
    const all = house.reference.get(calendars);
    const column = (key: string) => say(`live_block.column.${key}`);
    const lines = named.flatMap(({ id, title }) => {
      const found = all.get(id);
      if (!found) return [];
      const hours = days.flatMap((day) => {
        const spans = (found.weekly[day] ?? []).map(([from, to]) => `${from}–${to}`);
        return spans.length === 0 ? [] : [`${say(`live_block.day.${day}`)} ${spans.join(', ')}`];
      });
      return [[title, found.zone, hours.join('; ')]];
    });
    return table([column('calendar'), column('zone'), column('hours')], lines, say('live_block.none'));
  },
});

/** The unit at the top: the first of ours that stands below none. */
const organisation = defineBlock({
  key: 'organisation',
  inline: true,
  words,
  render: async ({ tx, say }) => {
    const [row] = await tx.run<{ title: string }>(
      'live_organisation',
      `select r.title from organisation o join record r on r.id = o.id
       where o.kind = 'own_unit' and o.parent_id is null and r.state = 'active' order by r.id limit 1`,
    );
    return row?.title ?? say('live_block.none');
  },
});

const size = defineBlock({
  key: 'setting:organisation.profile',
  inline: true,
  words,
  render: ({ house }) => house.reference.settings.get(profile).value,
});

export const directoryBlocks: readonly LiveBlock[] = [roles, calendarTable, organisation, size];
