import { standard, type Requirement } from '../../standard/catalogue.ts';
import type { Remit } from '../access/actor.ts';
import type { House } from '../practice/house.ts';

type Named = { readonly clauses: readonly string[]; readonly processes: readonly string[] };

const known = new WeakMap<House, Map<string, Remit>>();

/**
 * The scope of an audit, spelled out: the requirements of its clauses and processes, the record types that answer them (all
 * of a practice that answers one, and whatever else its checks look at), and who there is, for an auditor talks to people.
 */
export function remitFor(house: House, named: Named): Remit {
  const remembered = known.get(house) ?? new Map<string, Remit>();
  known.set(house, remembered);
  const key = JSON.stringify([named.clauses, named.processes]);
  const before = remembered.get(key);
  if (before) return before;
  const made = spelledOut(house, named);
  if (remembered.size > 1000) remembered.clear();
  remembered.set(key, made);
  return made;
}

const within = (clause: string, of: string) =>
  clause === of || clause.startsWith(`${of}.`) || clause.startsWith(`${of}-`);
const belongs = (r: Requirement, { clauses, processes }: Named) =>
  clauses.some((clause) => within(r.id, clause) || within(r.clause, clause)) ||
  (r.process !== null && processes.includes(r.process));

function spelledOut(house: House, named: Named): Remit {
  const requirements = standard().requirements.filter((r) => belongs(r, named));
  const bound = requirements.flatMap(({ id }) => house.evidence.get(id) ?? []);
  const answering = new Set(bound.map(({ practice }) => practice));
  const types = [
    ...house.practices
      .filter(({ name, code, clauses }) =>
        name === 'directory' || answering.has(name) || named.processes.includes(code) ||
        named.clauses.some((one) => clauses.some((clause) => within(clause, one) || within(one, clause))))
      .flatMap(({ records }) => records.map(({ type }) => type)),
    ...bound.flatMap(({ checks }) => checks.flatMap((check) => (check.kind === 'asked' ? [] : [check.recordType]))),
  ];
  const about = requirements.flatMap((r) => [r.id, r.clause]).concat(named.clauses);
  return {
    types: [...new Set(types)],
    clauses: [...new Set([...about, ...about.flatMap(above)])],
    requirements: new Set(requirements.map(({ id }) => id)),
  };
} // prettier-ignore

/** `8.6.1` stands in `8.6`, and that in `8`. */
const above = (clause: string): string[] =>
  clause.split('.').slice(0, -1).map((_, i, parts) => parts.slice(0, i + 1).join('.')); // prettier-ignore
