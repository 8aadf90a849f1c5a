import { definePractice } from '../../kernel/practice/practice.ts';
import { competenceAssessment } from './assessment.record.ts';
import { awarenessCampaign } from './campaign.record.ts';
import { competence } from './competence.record.ts';
import { competenceRecord } from './competence-record.record.ts';
import { trainingCourse } from './course.record.ts';
import { competenceGap } from './gap.record.ts';
import { competenceProfile } from './profile.record.ts';
import { quizAttempt } from './attempt.record.ts';
import { trainingQuiz } from './quiz.record.ts';
import { trainingSession } from './session.record.ts';

/** What people must be able to do, whether they can, how they learn it, and what everybody knows (7.2, 7.3). */
export const competenceManagement = definePractice({
  name: 'competence-management',
  code: 'HR',
  clauses: ['7.2', '7.3'],
  records: [
    competence,
    competenceProfile,
    competenceAssessment,
    competenceGap,
    competenceRecord,
    trainingCourse,
    trainingSession,
    trainingQuiz,
    quizAttempt,
    awarenessCampaign,
  ],
  roles: [],
});
