/** What each check of knowledge.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  article: {
    demand: {
      for_service: 'Every live service has at least one current article',
      reviewed: 'Articles that readers are offered are within their review date',
      used: 'Incidents were solved by articles',
      feedback_answered: 'Readers’ remarks were answered within 30 days',
    },
    lack: {
      for_service: 'no current article',
      reviewed: 'review overdue, or expired',
      used: 'none was',
      feedback_answered: 'not answered',
    },
  },
};
export default en;
