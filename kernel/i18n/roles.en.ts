/** Names of the roles of processes.md 0.2; used by the server's answers and by the pages. */
const en = {
  role: {
    administrator: 'Administrator',
    'top-management': 'Top management',
    'sms-manager': 'SMS manager',
    'service-owner': 'Service owner',
    'service-level-manager': 'Service level manager',
    'business-relationship-manager': 'Business relationship manager',
    'service-desk-agent': 'Service desk agent',
    'service-desk-lead': 'Service desk lead',
    'incident-manager': 'Incident manager',
    'problem-manager': 'Problem manager',
    'configuration-manager': 'Configuration manager',
    'change-manager': 'Change manager',
    'cab-member': 'Member of the change advisory board (CAB)',
    'ecab-member': 'Member of the emergency CAB (ECAB)',
    'knowledge-manager': 'Knowledge manager',
    'asset-manager': 'Asset manager',
    'release-manager': 'Release manager',
    'transition-manager': 'Transition manager',
    engineer: 'Engineer',
    'internal-auditor': 'Internal auditor',
    'customer-contact': 'Customer representative',
    'unit-manager': 'Head of a unit',
    user: 'User',
  },
};
export default en;
