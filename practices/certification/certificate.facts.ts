import { Buffer } from 'node:buffer';
import type { Tx } from '../../platform/db/tx.ts';
import type { Certificate } from './certificate.fields.ts';

/** What of a certificate is the same in the one that follows it, but for what its body writes anew. */
const taken = [
  'standard', 'edition', 'national_standard', 'body', 'body_approval', 'accreditation', 'holder', 'address', 'scope_text', 'scope_text_zh',
  'check_url', 'interval_months', 'counted_from',
] as const; // prettier-ignore

export async function beforeCreating(tx: Tx, input: Readonly<Record<string, unknown>>) {
  const id = input['predecessorId'];
  if (typeof id !== 'string') return {};
  const [before] = await tx.run<Partial<Certificate>>(
    'certificate_before',
    `select ${taken.map((name) => `t.${name} as "${camel(name)}"`).join(', ')}, t.service_ids as "serviceIds", t.site_ids as "siteIds"
     from certificate t join record r on r.id = t.id where t.id = $1 and r.state in ('valid', 'suspended', 'expired')`,
    [id],
  );
  const [successor] = await tx.run<{ number: string }>(
    'certificate_successor',
    `select r.number from certificate t join record r on r.id = t.id where t.predecessor_id = $1 and r.state = 'preparing' limit 1`,
    [id],
  );
  return { before, successor: successor?.number };
}

const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

export const beforePlanning = async (tx: Tx, { id }: Certificate) => ({
  stages: (await stagesOf(tx, id)).all,
});

/** Its paper, its audits, the scope that is in force, and the one that it follows. */
export async function beforeIssuing(tx: Tx, { id }: Certificate) {
  const [row] = await tx.run<{ files: number; scopeId: string | null }>(
    'certificate_issuing',
    `select (select count(*) from attachment where record_id = $1)::int as files,
       (select s.id from scope_statement s join record r on r.id = s.id where r.state = 'in_force' order by s.edition desc limit 1) as "scopeId"`,
    [id],
  );
  return { files: row?.files ?? 0, scopeId: row?.scopeId ?? null, open: (await stagesOf(tx, id)).open };
}

async function stagesOf(tx: Tx, id: string) {
  const [row] = await tx.run<{ all: number; open: number }>(
    'certificate_stages',
    `select count(*)::int as all, count(*) filter (where r.state <> 'closed')::int as open
     from certification_audit a join record r on r.id = a.id
     where a.certificate_id = $1 and a.kind in ('stage_1', 'stage_2') and r.state <> 'cancelled'`,
    [id],
  );
  return row ?? { all: 0, open: 0 };
}

/** 256 bits of chance: nobody guesses it, and it says nothing. */
export const newToken = (): Promise<{ token: string }> =>
  Promise.resolve({
    token: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
  });
