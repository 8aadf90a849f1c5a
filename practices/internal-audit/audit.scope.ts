import { standard, type Bilingual, type Requirement } from '../../standard/catalogue.ts';

/** What an audit looks at, as far as the standard orders it. */
type Scope = {
  readonly clauses: readonly string[] | null;
  readonly processes: readonly string[] | null;
};
type Process = {
  readonly code: string;
  readonly title: Bilingual;
  readonly clauses: readonly string[];
};

let known: { readonly clauses: readonly string[]; readonly processes: readonly Process[] } | undefined;

/** Every clause that demands something, and every process by its code, in the order of the standard. */
export function auditable() {
  if (known) return known;
  const demands = standard().requirements.filter(({ normative }) => normative);
  const clauses = [...new Set(demands.map(({ clause }) => clause))];
  const codes = [...new Set(demands.flatMap(({ process }) => process ?? []))];
  const processes = codes.map((code): Process => {
    const own = demands.filter(({ process }) => process === code);
    return { code, title: own[0]?.title ?? { en: code, 'zh-CN': code }, clauses: [...new Set(own.map(({ clause }) => clause))] };
  });
  known = { clauses, processes };
  return known;
} // prettier-ignore

/** `8` covers 8.6.1; `8.6.1-a` is of 8.6.1. */
const lies = (clause: string, named: string) => {
  const [within = named] = named.split('-');
  return clause === within || clause.startsWith(`${within}.`);
};

/** The clauses that are named, or belong to a process that is. */
export function clausesIn({ clauses, processes }: Scope): ReadonlySet<string> {
  const all = auditable();
  const ofProcesses = all.processes
    .filter(({ code }) => processes?.includes(code))
    .flatMap((process) => process.clauses);
  return new Set([
    ...all.clauses.filter((clause) => clauses?.some((named) => lies(clause, named))),
    ...ofProcesses,
  ]);
}

/** Processes all of whose clauses are in scope, or that are named. */
export function processesIn(scope: Scope): ReadonlySet<string> {
  const clauses = clausesIn(scope);
  return new Set(
    auditable()
      .processes.filter(
        ({ code, clauses: own }) =>
          scope.processes?.includes(code) || own.every((clause) => clauses.has(clause)),
      )
      .map(({ code }) => code),
  );
}

export function requirementsIn(scope: Scope): readonly Requirement[] {
  const clauses = clausesIn(scope);
  return standard().requirements.filter(({ normative, clause }) => normative && clauses.has(clause));
}

/** Do these clauses of a document or a practice speak of this one? */
export const speaksOf = (named: readonly string[] | null, clause: string): boolean =>
  named?.some((one) => lies(clause, one)) ?? false;
