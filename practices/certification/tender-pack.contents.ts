import { system } from '../../kernel/access/actor.ts';
import { addDays, homeZone } from '../../kernel/calendar/home-days.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { evaluateAll } from '../../kernel/measure/evaluate.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Contents, ShownCertificate } from './tender-pack.fields.ts';

type Asked = {
  readonly keys: readonly string[];
  readonly certificateIds: readonly string[];
  readonly from: string;
  readonly to: string;
};

/** What may be shown today: valid and not past its last day. While it is suspended nobody may refer to it. */
const usable = `r.state = 'valid' and t.expires_on >= $1::date`;

const columns = `t.id, r.number, t.standard, t.edition, t.national_standard as "nationalStandard", t.body, t.body_approval as "bodyApproval",
  t.accreditation, t.certificate_number as "certificateNumber", t.holder, t.address, t.scope_text as "scopeText", t.scope_text_zh as "scopeTextZh",
  t.issued_on::text as "issuedOn", t.expires_on::text as "expiresOn", t.check_url as "checkUrl", t.public_token as "publicToken"`;

export const usableCertificates = (tx: Tx, today: string, ids: readonly string[]) =>
  tx.run<ShownCertificate>(
    'tender_certificates',
    `select ${columns} from certificate t join record r on r.id = t.id
     where ${usable} and (cardinality($2::uuid[]) = 0 or t.id = any($2::uuid[])) order by r.number limit 50`,
    [today, ids],
  );

/** Those of the chosen ones that may not be shown. */
export const unusable = (tx: Tx, today: string, ids: readonly string[]) =>
  tx.run<{ number: string }>(
    'tender_unusable',
    `select r.number from certificate t join record r on r.id = t.id
     where t.id = any($2::uuid[]) and not (${usable}) order by r.number limit 50`,
    [today, ids],
  );

/** As the records say it now: a tender is told what can be shown again. */
export async function contentsOf(work: Work, certificates: readonly ShownCertificate[], { keys, from, to }: Asked): Promise<Contents> {
  const { house } = work;
  const zone = house.reference.settings.get(homeZone).value;
  const start = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
  const measures = keys.flatMap((key) => measureNamed(house, key) ?? []);
  const figures = await evaluateAll(work, house, measures, system(), {}, { from: start(from), to: start(addDays(to, 1)) });
  return {
    at: new Date(house.now()).toISOString(),
    zone,
    certificates: [...certificates],
    figures: keys.flatMap((name) => {
      const found = figures.get(name);
      if (!found) return [];
      const { key, clause, unit, value, n, numerator, excluded } = found;
      return [{ key, clause, unit, value, n, ...(numerator === undefined ? {} : { numerator }), ...(excluded === undefined ? {} : { excluded }) }];
    }),
  };
} // prettier-ignore
