import { choice, date, integer, longText, readOnly, reference, references, starting, text } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

/** What stands on the paper: nothing else is told to strangers. */
const onPaper = {
  standard: starting('ISO/IEC 20000-1', text(100)),
  edition: starting('2018', text(40)),
  /** A national edition that the body names besides; none was found for the edition of 2018, so nothing is filled in. */
  nationalStandard: text(100),
  body: text(300),
  /** The body's own number at the authority that approves it. */
  bodyApproval: text(100),
  accreditation: text(300),
  certificateNumber: text(100),
  holder: text(300),
  address: text(500),
  scopeText: longText(4000),
  scopeTextZh: longText(4000),
  serviceIds: starting<string[]>([], references('service')),
  siteIds: starting<string[]>([], references('organisation')),
  decidedOn: date(),
  issuedOn: date(),
  expiresOn: date(),
  checkUrl: starting('https://cx.cnca.cn', text(300)),
};

export const fields = {
  ...onPaper,
  origin: starting(
    'initial',
    choice('initial', 'recertification', 'transfer', 'scope_change', 'new_edition'),
  ),
  predecessorId: reference('certificate'),
  /** No rule of a body is written into the program: twelve months is where it begins. */
  intervalMonths: starting(12, integer(1, 24)),
  countedFrom: starting('issue', choice('issue', 'decision')),
  stage1On: date(),
  stage2On: date(),
  scopeStatementId: readOnly(reference('scope-statement')),
  recertifyBy: readOnly(date()),
  enteredById: readOnly(reference('person')),
  verification: longText(2000),
  verifiedOn: readOnly(date()),
  verifiedById: readOnly(reference('person')),
  suspendedOn: date(),
  suspendedUntil: date(),
  suspensionReason: longText(2000),
  endedOn: date(),
  /** Kept as it is and not as a hash: it is made to be printed, and opens nothing but what the paper says. */
  publicToken: readOnly(text(64)),
  publishedOn: readOnly(date()),
};
export type Certificate = RecordOf<typeof fields>;
export const paperNames: readonly string[] = Object.keys(onPaper);
