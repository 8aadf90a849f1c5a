/** What each check of problem.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  trend: {
    demand: {
      concluded: 'An analysis of trends was concluded within {{interval}}',
    },
    lack: {
      concluded: 'none concluded in that time',
    },
  },
  problem: {
    demand: {
      found_early: 'Problems were found before somebody had to report them again',
      recorded: 'Problems carry category, priority and where they came from',
      cause_found: 'Resolved problems name their root cause and the method it was found by',
      escalated: 'Problems that missed a promise were taken up since',
      closure: 'Closed problems say what solved them and who verified it',
      kept_up: 'Open problems are worked on at least every 30 days',
      by_change: 'Solutions that need a change have one',
      workaround: 'Known errors have a workaround and a service',
      known_error_recorded: 'A cause that is known becomes a known error, or is removed, within a week',
      published: 'Known errors are published to those who can use them',
      known_error_reviewed: 'Known errors are reviewed when due',
      effect_reviewed: 'The effect of solutions was reviewed when due',
    },
    lack: {
      found_early: 'none was',
      recorded: 'category, priority or origin missing',
      cause_found: 'no root cause, or no method',
      escalated: 'promise missed and nobody acted',
      closure: 'no resolution, or not verified',
      kept_up: 'nothing recorded for 30 days',
      by_change: 'decided by change, and none is linked',
      workaround: 'no workaround, or no service',
      known_error_recorded: 'cause known for a week, and nothing decided',
      published: 'not published',
      known_error_reviewed: 'review overdue',
      effect_reviewed: 'not reviewed',
    },
  },
};
export default en;
