export default {
  ask: {
    title: 'What do you need?',
    find: 'Search in what is offered',
    nothing: 'Nothing is offered to you that matches. Tell us in your own words instead:',
    report: 'Tell the service desk',
    hours: 'usually within {{hours}} working hours',
    needs_approval: 'needs an approval',
    back: 'All offers',
    send: 'Send the request',
    gone: 'This is not offered to you any more.',
    file_failed: '{{name}} was not accepted: {{why}} You can add another file on this page.',
  },
  service_request_portal: {
    field: { accessUntil: 'Valid until' },
    state: {
      draft: 'It has not been sent yet.',
      submitted: 'We have your request. You need do nothing.',
      awaiting_approval: 'Somebody has to approve it. They have been asked; you need do nothing.',
      approved: 'It is approved. We begin.',
      fulfilling: 'We are preparing what you asked for. You need do nothing.',
      fulfilled: 'It is done. Please tell us whether it is what you asked for.',
      closed: 'It is done and closed.',
      rejected: 'It was not approved. The reason is in the conversation below.',
      converted: 'It became a planned change, because its risk has to be looked at first.',
      cancelled: 'It was withdrawn.',
    },
  },
};
