import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { standingOf } from './standing.ts';

type Row = {
  readonly state: string;
  readonly standard: string;
  readonly edition: string;
  readonly nationalStandard: string | null;
  readonly body: string | null;
  readonly bodyApproval: string | null;
  readonly accreditation: string | null;
  readonly certificateNumber: string | null;
  readonly holder: string | null;
  readonly address: string | null;
  readonly scopeText: string | null;
  readonly scopeTextZh: string | null;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly endedOn: string | null;
  readonly suspendedOn: string | null;
  readonly checkUrl: string | null;
};

const tokenForm = /^[\w-]{43}$/;

/** What a stranger with the link is told: what the paper says, and what has become of it. */
export async function verificationOf(tx: Tx, house: House, token: string) {
  const [row] = tokenForm.test(token)
    ? await tx.run<Row>(
        'certificate_by_token',
        `select r.state, t.standard, t.edition, t.national_standard as "nationalStandard", t.body, t.body_approval as "bodyApproval",
           t.accreditation, t.certificate_number as "certificateNumber", t.holder, t.address, t.scope_text as "scopeText",
           t.scope_text_zh as "scopeTextZh", t.issued_on::text as "issuedOn", t.expires_on::text as "expiresOn",
           t.ended_on::text as "endedOn", t.suspended_on::text as "suspendedOn", t.check_url as "checkUrl"
         from certificate t join record r on r.id = t.id where t.public_token = $1`,
        [token],
      )
    : [];
  const today = dayIn(house.reference.settings, house.now());
  const standing = row && standingOf(row.state, row.expiresOn, today);
  if (!row || !standing) throw new Problem(404, 'certificate.no_such_link');
  const { state: _state, ...said } = row;
  return { ...said, standing, day: today };
}
