/** Why something about an incident is refused, what is told by itself, and the names of the figures. */
export default {
  incident: {
    occurred_in_future: 'The report cannot have come later than now ({{now}}).',
    reporter_required: 'Name who reported it. Only a monitoring event has no reporter.',
    not_for_reporters: '“{{field}}” is set by the service desk. Leave it out and tell what happened.',
    reporter_is_somebody_else:
      'You can report for yourself. To report for somebody else, call the service desk.',
    lowering_needs_reason: 'This lowers the priority. Write the reason; it is kept with the change.',
    team_not_in_use: 'This team is not in use any more. Choose another one.',
    no_one_on_duty:
      'Nobody of {{team}} is on duty. Choose another team, or escalate to the incident manager.',
    owner_not_in_team:
      'The owner is not a member of {{team}}. Choose one of its members, or leave the owner empty.',
    not_in_team: 'You are not a member of the team that has this incident. Reassign it to your team first.',
    owned_by_another: 'Somebody else owns this incident. Take it over first.',
    already_yours: 'You own this incident already.',
    no_next_team:
      'The present team escalates to no other team. Reassign it, or escalate to the incident manager.',
    top_of_ladder: 'Top management has been informed already; there is nobody above.',
    already_escalated: 'It has been escalated to level {{level}} already. Choose a higher one.',
    resume_outside_cap: 'A pause ends within {{days}} days. Choose a time between now and {{until}}.',
    restored_in_future: 'The service cannot have been restored later than now ({{now}}).',
    restored_before_start: 'The service cannot have been restored before the incident began ({{start}}).',
    problem_required:
      'This is the same incident for the {{count}}th time in {{days}} days. Name the problem or known error behind it.',
    causing_change_required: 'A change caused it: name the change.',
    closing_is_the_requesters:
      'Whoever reported it confirms and closes it, or the service desk after they confirmed.',
    confirmation_required: 'Write how and when the requester confirmed.',
    notices_first: 'It is closed only after all notices were sent and the time to answer is over.',
    reopen_window_over:
      'It could be reopened until {{until}}. Report a new incident and link it to this one.',
    reopening_needs_words: 'Write what is still not working.',
    already_in_work: 'Somebody is working on it already. Ask the service desk to cancel it.',
    parent_is_itself: 'An incident cannot be its own parent.',
    parent_does_not_count:
      '{{parent}} was cancelled or is a duplicate itself. Choose the incident that counts.',
    parent_is_child: '{{parent}} belongs to another incident itself. Choose that one.',
    not_handed_to_you: 'Nothing was handed to you that waits for your confirmation.',
    notices_before_closing: 'Each notice comes on a working day before the closing, one after the other.',
    usual_above_most: 'The usual pause cannot be longer than the longest one.',
    disputed_already: 'It is disputed already; the process owner decides.',
    not_disputed: 'Nobody disputes who has to do it.',
    own_dispute: 'You own this incident, so somebody else must decide who has to do it.',
    development_known: 'This issue is linked to {{number}} already.',
    development_url: 'Write the address of the issue, beginning with https:// or http://.',
    merge_into_closed:
      '{{parent}} is closed and takes nothing in any more. Reopen it first, or merge the other way round.',
    merge_not_yours:
      '{{parent}} belongs to another team. Ask its owner to merge, or mark this one as a duplicate.',
    split_no_comment: 'This is no comment of {{number}}. Choose among its own.',
    split_no_attachment: 'This is no file of {{number}}. Choose among its own.',
    has_children: 'Other incidents belong to this one. Move them to the new parent first.',
    nothing_to_override: 'There is no derived priority yet. Set impact and urgency first.',
    not_overridden: 'The priority is the derived one; there is no override to remove.',
    override_is_same: 'The priority is {{priority}} already.',
    category_is_its_own_parent: 'A category cannot belong to itself.',
    notice: {
      closing:
        '{{number}} has been resolved. If all is well you need do nothing: it will be closed on {{on}} (or confirm it now). If something still does not work, reopen it and tell us what.',
    },
    measure: {
      response_attainment: 'Response within target',
      resolution_attainment: 'Resolution within target',
      mtta: 'Time to respond (MTTA)',
      mttr: 'Time to restore the service (MTTR)',
      time_to_restore: 'Time to restore, calendar time',
      time_to_acknowledge: 'Time to acknowledge, calendar time',
      first_contact_resolution: 'First-contact resolution',
      closed_unconfirmed: 'Closed without the reporter’s word',
      reopen_rate: 'Reopen rate',
      reassignment_rate: 'Reassignments per incident',
      backlog: 'Backlog',
      backlog_0_3_days: 'Backlog, 0 to 3 days old',
      backlog_4_7_days: 'Backlog, 4 to 7 days old',
      backlog_8_30_days: 'Backlog, 8 to 30 days old',
      backlog_over_30_days: 'Backlog, more than 30 days old',
      open_breached: 'Open and already breached',
      repeat_rate: 'Repeat incidents',
      monitoring_share: 'Detected by monitoring',
      recorded_late: 'Recorded more than a day late',
      caused_by_change: 'Caused by a change',
      opened: 'Incidents opened',
      resolved: 'Incidents resolved',
    },
    formula: {
      response_attainment:
        'Resolved in the period with a response target that was kept ÷ all with a response target × 100 %; cancelled and duplicates left out',
      resolution_attainment:
        'Resolved in the period with a resolution target that was kept ÷ all with a resolution target × 100 %; cancelled and duplicates left out',
      mtta: 'Sum of working time from report to acknowledgement ÷ incidents acknowledged in the period, over the agreement’s calendar',
      mttr: 'Sum of working time from report to resolution, less pauses ÷ incidents resolved in the period, over the agreement’s calendar',
      time_to_restore:
        'Sum of time from report to restoration ÷ incidents resolved in the period, round the clock, pauses included',
      time_to_acknowledge:
        'Sum of time from report to acknowledgement ÷ incidents acknowledged in the period, round the clock',
      first_contact_resolution:
        'Resolved within an hour by the first contact person, never reassigned or reopened ÷ resolved in the period, reported by users, of categories that the first line can solve × 100 %',
      closed_unconfirmed:
        'Closed after two notices without an answer ÷ closed of those resolved in the period',
      reopen_rate: 'Reopened at least once ÷ resolved in the period × 100 %',
      reassignment_rate: 'Changes of team ÷ incidents resolved in the period; more than 2 is a routing fault',
      backlog: 'Open at the end of the period',
      backlog_0_3_days: 'Open at the end of the period, reported less than 4 days before',
      backlog_4_7_days: 'Open at the end of the period, reported 4 to 7 days before',
      backlog_8_30_days: 'Open at the end of the period, reported 8 to 30 days before',
      backlog_over_30_days: 'Open at the end of the period, reported more than 30 days before',
      open_breached: 'Open at the end of the period with a resolution target already breached',
      repeat_rate:
        'Opened in the period with an equal incident (service, category, configuration item) in the 30 days before ÷ all opened × 100 %',
      monitoring_share: 'Raised by monitoring ÷ all opened in the period × 100 %',
      recorded_late: 'Recorded more than a day after the report ÷ all recorded in the period × 100 %',
      caused_by_change: 'Resolved in the period with a change as their cause ÷ all resolved × 100 %',
      opened: 'Recorded in the period; cancelled and duplicates left out',
      resolved: 'Resolved in the period',
    },
  },
};
