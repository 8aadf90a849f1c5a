import type { Tx } from '../../platform/db/tx.ts';
import type { Contents, Entry } from './plan.fields.ts';
import { registers, type Register } from './registers.ts';

const most = 500;
const texts: Readonly<Record<Register, string>> = {
  services: `select r.id, r.number, r.title, concat_ws(' · ', t.criticality, o.title) as about from service t join record r on r.id = t.id
     left join record o on o.id = r.owner_id where r.state = 'published' order by r.number limit ${most}`,
  obligations: `select r.id, r.number, r.title, t.bearing as about from obligation t join record r on r.id = t.id
     where r.state = 'applicable' order by r.number limit ${most}`,
  roles: `select r.id, r.number, p.title, t.role as about from role_holder t join record r on r.id = t.id join record p on p.id = t.person_id
     where r.state = 'active' and p.state = 'active' and t.role not in ('user', 'customer-contact', 'unit-manager', 'external-auditor', 'consultant')
       and t.valid_from <= $1::date and (t.valid_to is null or t.valid_to >= $1::date) order by t.role, p.title limit ${most}`,
  objectives: `select r.id, r.number, r.title, concat_ws(' ', case t.direction when 'at_most' then '≤' else '≥' end, t.target::text,
       case t.unit when 'percent' then '%' else t.unit end, '·', t.due_on::text) as about from objective t join record r on r.id = t.id
     where r.state in ('approved', 'active') order by r.number limit ${most}`,
  risks: `select r.id, r.number, r.title, concat_ws(' → ', t.score::text, t.residual_score::text) as about from risk t join record r on r.id = t.id
     where r.state not in ('identified', 'closed') order by coalesce(t.residual_score, t.score) desc, r.number limit ${most}`,
}; // prettier-ignore

/** 6.3: what the registers say today. */
export async function contentsNow(tx: Tx, today: string): Promise<Contents> {
  const found: Partial<Record<Register, Entry[]>> = {};
  for (const register of registers) {
    const text = texts[register];
    found[register] = await tx.run<Entry>(`plan_${register}`, text, text.includes('$1') ? [today] : []);
  }
  return found as Contents;
}

export type Change = {
  readonly register: Register;
  readonly what: 'new' | 'gone' | 'changed';
  readonly entry: Entry;
};

/** What moved since the plan was approved: the plan stays as it was, and says so. */
export function changesSince(kept: Contents, now: Contents): readonly Change[] {
  return registers.flatMap((register) => {
    const before = new Map((kept[register] ?? []).map((entry) => [entry.id, entry]));
    const after = new Map((now[register] ?? []).map((entry) => [entry.id, entry]));
    const news = [...after.values()].flatMap((entry): Change[] => {
      const old = before.get(entry.id);
      if (!old) return [{ register, what: 'new', entry }];
      return old.title === entry.title && old.about === entry.about ? [] : [{ register, what: 'changed', entry }];
    });
    const gone = [...before.values()].flatMap((entry): Change[] => (after.has(entry.id) ? [] : [{ register, what: 'gone', entry }]));
    return [...news, ...gone];
  });
} // prettier-ignore
