import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import type { Certificate } from './certificate.fields.ts';

type Of = Rule<Certificate>;
const after = (certificate: Certificate, { input }: Pick<Context, 'input'>) =>
  ({ ...certificate, ...input }) as Certificate;

export const datesInOrder: Of = (certificate, _actor, context) => {
  const { decidedOn, issuedOn, expiresOn } = after(certificate, context);
  if (issuedOn !== null && expiresOn !== null && expiresOn <= issuedOn)
    return no('problem.dates_reversed', { from: issuedOn, to: expiresOn }, 'expiresOn');
  return decidedOn !== null && issuedOn !== null && decidedOn > issuedOn
    ? no('certificate.decided_after_issue', {}, 'decidedOn')
    : undefined;
};

/** ISO/IEC 17021-1: three years; after a recertification they count from the end of the one before. */
const longestMonths = 36;
const mostEarlier = 6;
export const notLongerThanItsCycle: Of = (certificate, _actor, context) => {
  const { issuedOn, expiresOn, origin } = after(certificate, context);
  if (issuedOn === null || expiresOn === null) return undefined;
  const most = longestMonths + (origin === 'recertification' ? mostEarlier : 0);
  return expiresOn > addMonths(issuedOn, most)
    ? no('certificate.longer_than_its_cycle', { months: most }, 'expiresOn')
    : undefined;
};

export const issuedAlready: Of = (certificate, _actor, context) => {
  const { issuedOn } = after(certificate, context);
  return issuedOn !== null && issuedOn > dayIn(context.settings, context.at)
    ? no('certificate.issued_later', {}, 'issuedOn')
    : undefined;
};

/** A stranger is sent there: nothing but a web address may stand in it. */
export const checkedAtAnAddress: Of = (certificate, _actor, context) => {
  const { checkUrl } = after(certificate, context);
  return checkUrl !== null && !/^https?:\/\/[^\s/]+\S*$/iu.test(checkUrl)
    ? no('certificate.not_an_address', {}, 'checkUrl')
    : undefined;
};

export const stagesInOrder: Of = (certificate, _actor, context) => {
  const { stage1On, stage2On } = after(certificate, context);
  return stage1On !== null && stage2On !== null && stage2On < stage1On
    ? no('problem.dates_reversed', { from: stage1On, to: stage2On }, 'stage2On')
    : undefined;
};

export const stagesNotPlannedYet: Of = (_certificate, _actor, { facts }) =>
  facts['stages'] === 0 ? undefined : no('certificate.stages_planned');

/** What is said to be certified is shown: the paper itself is kept with it. */
export const hasItsFile: Of = (_certificate, _actor, { facts }) =>
  facts['files'] === 0 ? no('certificate.no_file') : undefined;

/** A certificate follows its audits: what was planned for it is over. */
export const stagesAreOver: Of = (_certificate, _actor, { facts }) =>
  facts['open'] === 0 ? undefined : no('certificate.stages_open', { count: Number(facts['open']) });

/** Who typed it in does not say that it is what the paper says; where nobody else is there, the exception is allowed. */
export const comparedByAnother: Of = ({ enteredById }, actor, { settings }) =>
  actor.id !== null && enteredById === actor.id && settings.get(profile).value !== 'S'
    ? no('certificate.verifier_entered_it')
    : undefined;

export const isCompared: Of = ({ verifiedOn }) =>
  verifiedOn === null ? no('certificate.not_compared') : undefined;
export const isPublished: Of = ({ publicToken }) =>
  publicToken === null ? no('certificate.not_published') : undefined;

/** Usually half a year, then it is withdrawn or its scope reduced. */
const suspensionMonths = 6;
export const suspendedForATime: Of = (certificate, _actor, context) => {
  const { suspendedOn, suspendedUntil } = after(certificate, context);
  if (suspendedOn === null || suspendedUntil === null) return undefined;
  if (suspendedUntil < suspendedOn)
    return no('problem.dates_reversed', { from: suspendedOn, to: suspendedUntil }, 'suspendedUntil');
  return suspendedUntil > addMonths(suspendedOn, suspensionMonths)
    ? no('certificate.suspended_too_long', { months: suspensionMonths }, 'suspendedUntil')
    : undefined;
};

const notLater =
  (field: 'suspendedOn' | 'endedOn'): Of =>
  (certificate, _actor, context) => {
    const day = after(certificate, context)[field];
    return day !== null && day > dayIn(context.settings, context.at)
      ? no('certificate.not_yet', {}, field)
      : undefined;
  };
export const suspendedAlready = notLater('suspendedOn');
export const endedAlready = notLater('endedOn');

/** A successor is of a certificate that has been issued, and there is one at a time. */
export const followsOne: Of = (_certificate, _actor, { facts, input }) => {
  if (typeof input['predecessorId'] !== 'string') return undefined;
  if (facts['before'] === undefined) return no('certificate.no_predecessor', {}, 'predecessorId');
  return typeof facts['successor'] === 'string'
    ? no('certificate.has_successor', { number: facts['successor'] }, 'predecessorId')
    : undefined;
};
