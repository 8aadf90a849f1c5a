/** Known errors beside an incident, and the problem that is raised from it. */
const en = {
  known: {
    title: 'Known errors',
    hint: 'What is written may be one of these. Their workaround helps at once.',
    apply: 'Apply the workaround',
    applied: 'Applied',
    resolved: '{{number}} is resolved by the workaround of {{problem}}.',
    linked: '{{number}} is linked to {{problem}}. Resolve it once the workaround has helped.',
    uses: 'helped {{n}} times',
    same_service: 'same service',
    same_ci: 'same configuration item',
    words: 'words: {{words}}',
    raise: 'Raise a problem',
    raise_hint: 'What keeps coming back has a cause',
    more: 'All of it',
    less: 'Less',
  },
};
export default en;
