import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { watch } from '../../practices/control-watch/server.ts';
import { auditLives } from './audit-workspace.ts';
import { dateOf, dayMs, hourMs, type Demo } from './context.ts';
import { certificationLives } from './certification.ts';
import { controlWatchLife } from './control-watch.ts';
import { documentLives } from './document-management.ts';
import { improvingLives } from './improving.ts';
import { internalAuditLives } from './internal-audit.ts';
import { managementReviewLives } from './management-review.ts';
import { isWholeYear } from './proof.time.ts';
import { readinessLives } from './readiness.ts';
import { supportLives } from './support.ts';
import { reportingLives } from './reporting.ts';
import { siteLives } from './site-governance.ts';
import { inOrder, type Life } from './timeline.ts';
import { verificationLife } from './verification.ts';

/** What shows that all the rest is as the standard wants it: told last, since it looks at everything. */
export async function proof(demo: Demo): Promise<void> {
  await inOrder(demo, [
    ...documentLives(demo),
    ...readinessLives(demo),
    ...supportLives(demo),
    verificationLife(demo),
    ...auditLives(demo),
    ...improvingLives(demo),
    ...internalAuditLives(demo),
    ...managementReviewLives(demo),
    ...reportingLives(demo),
    ...siteLives(demo),
    ...certificationLives(demo),
    ...monthEnds(demo),
  ]);
  await demo.at(demo.until, () => evaluateEvidence(demo.house, { whole: true }));
}

/**
 * At each month's end the answers are kept and the controls looked at. What the practices told is in the database as it
 * ended: a month's answers look at the year before it, but at those records as they are today.
 */
function monthEnds(demo: Demo): Life[] {
  if (!isWholeYear(demo)) return [];
  const ends: number[] = [];
  for (let at = demo.from + 20 * dayMs; at < demo.until - 2 * dayMs; at += dayMs)
    if (dateOf(at + dayMs).endsWith('-01')) ends.push(Date.parse(`${dateOf(at)}T23:40:00+08:00`));
  return [monthly(demo, ends), controlWatchLife(demo, watched(ends))];
}

/** Looked at every second month, which is enough for a story: here it happens every quarter of an hour. */
const watched = (ends: readonly number[]) => ends.filter((_end, i) => (ends.length - i) % 2 === 1);

async function* monthly(demo: Demo, ends: readonly number[]): Life {
  for (const end of ends) {
    yield end;
    // What is counted by the day is counted from nothing once; afterwards time alone turns a verdict.
    await demo.at(end, () => evaluateEvidence(demo.house, { whole: end === ends[0] }));
    if (watched(ends).includes(end)) await demo.at(end + hourMs / 6, () => watch(demo.house));
  }
}
