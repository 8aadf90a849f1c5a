/** Said in the workspace and in the portal: who decides while somebody is away. */
export default {
  delegations: {
    title: 'While I am away',
    hint: 'Your deputy sees what waits for your approval and decides on your behalf; the record says who decided. Deputies cannot pass it on.',
    mine: '{{name}} decides for you',
    theirs: 'You decide for {{name}}',
    active: 'today',
    end: 'End',
    end_named: 'End the deputyship of {{name}}',
    deputy: 'Deputy',
    from: 'First day',
    to: 'Last day',
    add: 'Name as deputy',
    name_hint: 'Part of the name',
    nobody: 'Nobody of that name may stand in for you.',
    done: '{{name}} decides for you from {{from}} to {{to}}.',
    stands_in:
      'In these days you are yourself the deputy of {{names}}. Your own deputy may not decide for them; tell them to name somebody else.',
  },
};
