import { definePractice } from '../../kernel/practice/practice.ts';
import { release } from './release.record.ts';

/*
 * Seams for other practices: acceptance criteria with their verdicts (`acceptance.ts`), and `isOut`, in which of its states
 * a release is in the live environment. `release_change(release_id, change_id)` says what a release carries.
 */
export { criteriaSchema, resultsSchema, verdictSchema } from './acceptance.schema.ts';
export {
  judged, loadsWithoutPeak, saysLittle, unmeasured, unmet, untested, type Criterion, type Result, type Verdict,
} from './acceptance.ts'; // prettier-ignore

/** Deployed, and not taken back. */
export const isOut = (state: string): boolean => ['deployed', 'early_life', 'closed'].includes(state);

/** 8.5.3: what was tested and approved reaches the live environment intact, and its results are measured. */
export const releaseAndDeploymentManagement = definePractice({
  name: 'release-and-deployment-management',
  code: 'REL',
  clauses: ['8.5.3'],
  records: [release],
  roles: ['release-manager'],
});
