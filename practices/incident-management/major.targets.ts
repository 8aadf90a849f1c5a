import type { TargetFinder } from '../../kernel/practice/reference.ts';
import { aroundTheClock, ownRule } from '../../kernel/practice/reference.ts';
import { reviewTarget } from './major.facts.ts';
import type { MajorIncident } from './major.fields.ts';
import { informManagement, reviewWithin, updateEvery } from './major.settings.ts';

const minute = 60_000;
const always = { agreementId: ownRule, calendarId: aroundTheClock.id } as const;

/** What the organisation promises itself for a major incident: no agreement of a customer decides it. */
export const majorTargets: TargetFinder = (reference, record, clock) => {
  if (record.type !== 'major-incident') return null;
  const { settings } = reference;
  if (clock === 'management') {
    const { value, version } = settings.get(informManagement);
    const told = (record as MajorIncident).managementInformedAt !== null;
    return {
      ...always,
      agreementVersion: version,
      // Never sooner again than at first: the longer cycle begins when the shorter one has ended.
      targetMs: (told ? Math.max(value.again, value.first) : value.first) * minute,
    };
  }
  if (clock === 'update') {
    const { value, version } = settings.get(updateEvery);
    return { ...always, agreementVersion: version, targetMs: value * minute };
  }
  const { version } = settings.get(reviewWithin);
  return { agreementId: ownRule, agreementVersion: version, ...reviewTarget(reference) };
};
