import { z } from 'zod';
import { staff } from '../../kernel/access/roles.ts';
import {
  boolean, choice, instant, integer, longText, readOnly, reference, references, starting, structure, text,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { criteriaSchema, resultsSchema } from './acceptance.schema.ts';
import type { Criterion, Result } from './acceptance.ts';
import { kinds, type Deliverable, type Wave, type WaveRun } from './release.parts.ts';
import { deliverablesSchema, waveRunsSchema, wavesSchema } from './release.schema.ts';

const hashes = () => readOnly(starting<string[]>([], structure(z.array(z.string()))));

export const fields = {
  kind: choice(...kinds),
  versionName: text(60),
  description: longText(),
  method: longText(4000),
  rollbackPlan: longText(4000),
  changeIds: starting<string[]>([], references('change')),
  serviceIds: starting<string[]>([], references('service')),
  plannedStartAt: instant(),
  plannedEndAt: instant(),
  developerIds: starting<string[]>([], references('person')),
  builderId: reference('person'),
  testerId: reference('person'),
  deployerId: reference('person'),
  deliverables: starting<Deliverable[]>([], structure(deliverablesSchema)),
  testedHashes: hashes(),
  deployedHashes: hashes(),
  criteria: starting<Criterion[]>([], structure(criteriaSchema)),
  results: readOnly(starting<Result[]>([], structure(resultsSchema))),
  waves: starting<Wave[]>([], structure(wavesSchema)),
  waveRuns: readOnly(starting<WaveRun[]>([], structure(waveRunsSchema))),
  /** Why it may go on although criteria failed, and who decided that with the organisation. */
  failedDecision: longText(4000),
  decisionPartyIds: starting<string[]>([], references('person')),
  decidedAt: readOnly(instant()),
  decidedById: readOnly(reference('person')),
  builtAt: readOnly(instant()),
  testedAt: readOnly(instant()),
  passedAtFirst: readOnly(boolean()),
  acceptedAt: readOnly(instant()),
  acceptedById: readOnly(reference('person')),
  approvalAskedAt: readOnly(instant()),
  approvedAt: readOnly(instant()),
  approvedByIds: readOnly(starting<string[]>([], references('person'))),
  baselineId: readOnly(reference('baseline')),
  publishedAt: readOnly(instant()),
  startedAt: readOnly(instant()),
  startedById: readOnly(reference('person')),
  smokeResult: choice('passed', 'failed'),
  smokeEvidence: longText(4000),
  smokeTestedAt: readOnly(instant()),
  smokeTestedById: readOnly(reference('person')),
  deployedAt: readOnly(instant()),
  earlyLifeUntil: readOnly(instant()),
  rolledBackAt: readOnly(instant()),
  rollbackReason: readOnly(longText()),
  /** Incidents within 7 and 30 days of its deployment, as they were counted when it was closed. */
  incidents7: readOnly(integer()),
  incidents30: readOnly(integer()),
  resultAnalysis: longText(),
  analysedAt: readOnly(instant()),
  successful: readOnly(boolean()),
  cancelledAt: readOnly(instant()),
};
export type Release = RecordOf<typeof fields>;

export const managers = ['release-manager', 'change-manager', 'sms-manager'] as const;
/** Whoever works inside may plan a release; auditors only look. */
export const workers = staff.filter((role) => role !== 'internal-auditor');
