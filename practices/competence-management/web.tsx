import { IconSchool, IconUserStar } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const competenceManagementWeb: PracticeWeb = {
  name: 'competence-management',
  menu: [
    {
      label: 'competence_page.learning_menu',
      icon: IconSchool,
      to: '/learning',
      group: 'overview',
      type: 'training-course',
    },
    {
      label: 'competence_page.menu',
      icon: IconUserStar,
      to: '/competence',
      group: 'system',
      type: 'training-quiz',
    },
  ],
  routes: [
    { path: 'competence', load: () => import('./web/CompetencePage.tsx') },
    { path: 'learning', load: () => import('./web/MyLearning.tsx') },
    { path: 'learning/$number', load: () => import('./web/QuizPage.tsx') },
    { path: 'competence-profiles', load: () => import('./web/ProfileQueue.tsx') },
    { path: 'competence-profiles/new', load: () => import('./web/ProfileForm.tsx') },
    { path: 'competence-profiles/$number', load: () => import('./web/ProfilePage.tsx') },
    { path: 'competence-assessments', load: () => import('./web/AssessmentQueue.tsx') },
    { path: 'competence-assessments/new', load: () => import('./web/AssessmentForm.tsx') },
    { path: 'competence-assessments/$number', load: () => import('./web/AssessmentPage.tsx') },
    { path: 'competence-gaps', load: () => import('./web/GapQueue.tsx') },
    { path: 'competence-gaps/$number', load: () => import('./web/GapPage.tsx') },
    { path: 'competence-records/new', load: () => import('./web/EvidenceForm.tsx') },
    { path: 'training-courses', load: () => import('./web/CourseQueue.tsx') },
    { path: 'training-courses/new', load: () => import('./web/CourseForm.tsx') },
    { path: 'training-courses/$number', load: () => import('./web/CoursePage.tsx') },
    { path: 'training-sessions', load: () => import('./web/SessionQueue.tsx') },
    { path: 'training-sessions/new', load: () => import('./web/SessionForm.tsx') },
    { path: 'training-sessions/$number', load: () => import('./web/SessionPage.tsx') },
    // A test is taken where its questions are.
    { path: 'quiz-attempts/new', load: () => import('./web/MyLearning.tsx') },
    { path: 'training-quizzes/new', load: () => import('./web/QuizForm.tsx') },
    { path: 'training-quizzes/$number', load: () => import('./web/QuizRecordPage.tsx') },
    { path: 'awareness-campaigns', load: () => import('./web/CampaignQueue.tsx') },
    { path: 'awareness-campaigns/new', load: () => import('./web/CampaignForm.tsx') },
    { path: 'awareness-campaigns/$number', load: () => import('./web/CampaignPage.tsx') },
  ],
  today: () => import('./web/TodayAsked.tsx'),
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/training.en.ts'), 'zh-CN': () => import('./i18n/training.zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
    { en: () => import('./i18n/notices.en.ts'), 'zh-CN': () => import('./i18n/notices.zh-CN.ts') },
  ],
};
