import { definePractice } from '../../kernel/practice/practice.ts';
import { baseline } from './baseline.record.ts';
import { ci } from './ci.record.ts';
import { ciClass } from './class.record.ts';
import { difference } from './difference.record.ts';
import { feed } from './feed.record.ts';
import { verification } from './verification.record.ts';

/** 8.2.6: what the services are made of, how it hangs together, and what a change of it would touch. */
export const configurationManagement = definePractice({
  name: 'configuration-management',
  code: 'CFG',
  clauses: ['8.2.6'],
  records: [ciClass, ci, baseline, feed, difference, verification],
  roles: ['configuration-manager'],
});

export { judgeChangesBy, type ChangeGuard } from './change-guard.ts';
export { mergesMove } from './ci.merge.ts';
export { raiseChangesBy } from './difference.raising.ts';
export { impactOf } from './impact-of.ts';
export type { ImpactOptions, ImpactStatus, Reached } from './impact.ts';
export {
  ciClasses,
  classCalled,
  attributesOf,
  lineage,
  type CiClass,
  type CiClasses,
} from './class.snapshot.ts';
export { isLive, type Attributes, type Ci } from './ci.fields.ts';
export { impactKinds, relationKindNames, type RelationKind } from './relation.kinds.ts';
