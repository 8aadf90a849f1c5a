export default {
  service: {
    name: 'Service',
    plural: 'Services',
    create: 'New service',
    field: {
      description: 'Description',
      outcome: 'Intended outcome',
      criticality: 'Criticality',
      audience: 'Audience',
      hours: 'Service hours',
      contact: 'Contact',
      dependsOnIds: 'Depends on',
      dependsOnNothing: 'Depends on no other service',
      authorIds: 'Authors',
      approvedById: 'Approved by',
      approvedAt: 'Approved on',
      publishedAt: 'Published on',
      reviewedById: 'Reviewed by',
      reviewedAt: 'Reviewed on',
      withdrawnAt: 'Withdrawn on',
      ownerId: 'Service owner',
    },
    hint: {
      outcome: 'What the customer achieves with it, in the customer’s words',
      audience: 'Who may use it, for example: all staff, customers with a support contract',
      dependsOnNothing: 'Say so if it needs no other service; an empty list could be forgotten',
    },
    option: { criticality: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' } },
    state: { draft: 'Draft', approved: 'Approved', published: 'Published', withdrawn: 'Withdrawn' },
    action: {
      create: 'New service',
      edit: 'Edit',
      approve: 'Approve',
      publish: 'Publish',
      redraft: 'Back to draft',
      review: 'Record a review',
      withdraw: 'Withdraw',
    },
    measure: {
      currency: 'Catalogue entries reviewed within 12 months',
      overdue_for_review: 'Catalogue entries overdue for review',
    },
    formula: {
      currency:
        'Published entries reviewed or first published within the last 12 months ÷ published entries × 100 %',
      overdue_for_review:
        'Published entries whose last review, or first publication, was more than 12 months before the period’s end',
    },
    no_description: 'The entry does not describe the service yet. Write its description.',
    no_outcome:
      'The entry does not state the intended outcome yet. Write what the customer achieves with the service.',
    no_dependencies:
      'The entry does not state its dependencies yet. Name the services it depends on, or say that it depends on none.',
    no_audience: 'The entry does not say for whom the service is. Name its audience.',
    no_criticality: 'The criticality of the service has not been determined yet.',
    no_owner: 'The service has no owner yet. Name one person.',
    approver_is_author: 'Who wrote an entry may not approve it. Ask somebody else.',
    no_reason: 'The entry is published; state the reason for this change.',
    dependencies_contradict:
      'The entry names services it depends on and says that it depends on none. Keep one of the two.',
    cycle: 'With this the service would depend on itself. Leave out the service that closes the circle.',
    depends_on_withdrawn:
      'The service depends on {{services}}, which is withdrawn. Choose another one or take it out.',
    still_needed: 'Published services still depend on it: {{services}}. Change or withdraw them first.',
    agreement_in_force: 'Agreements still cover it: {{agreements}}. End or amend them first.',
  },
};
