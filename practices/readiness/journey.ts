import type { House } from '../../kernel/practice/house.ts';
import { tableOf } from '../../kernel/record/store.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { standard } from '../../standard/catalogue.ts';
import { trialRun } from './trial-run.ts';

/** `null`: what would count it is not there yet. */
type Part = {
  readonly key:
    | 'rated'
    | 'actions'
    | 'documents'
    | 'days'
    | 'gate'
    | 'internal_audit'
    | 'management_review'
    | 'approved_scope';
  readonly have: number | null;
  readonly want: number;
  /** Where it is worked on. */
  readonly to: string;
};
type Stage = {
  readonly key: 'gap' | 'build' | 'run' | 'audit' | 'certificate';
  readonly state: 'done' | 'going' | 'ahead' | 'held_back';
  readonly parts: readonly Part[];
};

const count = async (tx: Tx, name: string, text: string, values: readonly unknown[] = []) =>
  (await tx.run<{ have: number; want: number }>(name, text, values))[0] ?? { have: 0, want: 0 };

/** How many records of a type there are of which this holds; null while no practice keeps it. */
async function some(tx: Tx, house: House, type: string, condition: string): Promise<number | null> {
  if (!house.types.has(type)) return null;
  const table = tableOf(typeNamed(house, type));
  const { have } = await count(
    tx,
    `journey_${type}`,
    `select count(*)::int as have, 1 as want from record r join ${table} t on t.id = r.id where r.type = '${type}' and ${condition}`,
  );
  return have;
}

/**
 * The way to a certificate (certification.md 1) as far as it can be computed: gap analysis, building, trial run, the audits of
 * one's own; the certificate itself is given by others, and held back until the gate of the trial run is met.
 */
export async function journey(tx: Tx, house: House): Promise<readonly Stage[]> {
  const rated = await count(
    tx,
    'journey_rated',
    `select count(*) filter (where gap_status <> 'not_assessed')::int as have, 1 as want from requirement_assessment where standard = $1`,
    [standard().key],
  );
  const actions = await count(
    tx,
    'journey_actions',
    `select count(*) filter (where r.state in ('done', 'confirmed'))::int as have, count(*)::int as want
     from gap_action t join record r on r.id = t.id where r.state <> 'cancelled'`,
  );
  const documents = await count(
    tx,
    'journey_documents',
    `select count(*) filter (where t.effective_version is not null)::int as have, count(*)::int as want
     from document t join record r on r.id = t.id where t.level <= 2 and r.state <> 'obsolete'`,
  );
  const gate = await trialRun(tx, house);
  const days = gate.items.find(({ key }) => key === 'run_length');
  const part = (key: Part['key'], have: number | null, want: number, to: string): Part => ({ key, have, want, to });
  const stages: readonly Omit<Stage, 'state'>[] = [
    { key: 'gap', parts: [part('rated', rated.have, standard().requirements.length, '/readiness')] },
    {
      key: 'build',
      parts: [
        part('actions', actions.have, actions.want, '/readiness/plan'),
        part('documents', documents.have, documents.want, '/documents/tree'),
      ],
    },
    {
      key: 'run',
      parts: [
        part('days', days?.have ?? null, days?.want ?? 90, '/readiness/before-the-audit'),
        part('gate', gate.met, gate.told, '/readiness/before-the-audit'),
      ],
    },
    {
      key: 'audit',
      parts: [
        part('internal_audit', await some(tx, house, 'internal-audit', `r.state in ('verified', 'closed')`), 1, '/internal-audits'),
        part('management_review', await some(tx, house, 'management-review', `r.state in ('signed', 'closed')`), 1, '/management-reviews'),
      ],
    },
    {
      key: 'certificate',
      parts: [part('approved_scope', await some(tx, house, 'scope-statement', `r.state = 'in_force'`), 1, '/scope-statements')],
    },
  ];
  const states = stages.map(({ parts }) => stateOf(parts));
  return stages.map((stage, i) => ({
    ...stage,
    // Nobody is certified whose trial run or own audits are not over.
    state: stage.key !== 'certificate' ? (states[i] ?? 'ahead') : states.slice(0, -1).every((state) => state === 'done') ? 'going' : 'held_back',
  }));
} // prettier-ignore

function stateOf(parts: readonly Part[]): 'done' | 'going' | 'ahead' {
  const told = parts.filter(({ have }) => have !== null);
  if (told.length > 0 && told.length === parts.length && told.every(({ have, want }) => (have ?? 0) >= want && want > 0)) return 'done';
  return told.some(({ have }) => (have ?? 0) > 0) ? 'going' : 'ahead';
} // prettier-ignore
