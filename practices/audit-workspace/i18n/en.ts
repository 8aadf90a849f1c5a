/** The auditor's workspace: its records, refusals and notices. */
const en = {
  audit_engagement: {
    name: 'Audit',
    plural: 'Audits',
    create: 'Plan an audit',
    field: {
      title: 'Title',
      kind: 'Kind',
      body: 'Audited by',
      purpose: 'Purpose',
      auditorIds: 'Auditors',
      clauses: 'Clauses',
      processes: 'Processes',
      unitIds: 'Units',
      periodFrom: 'Period audited from',
      periodTo: 'Period audited to',
      accessFrom: 'Access from',
      accessTo: 'Access to',
      holderIds: 'Roles given',
      interviews: 'Questions asked',
      openedAt: 'Opened',
      endedAt: 'Ended',
      question: 'Question',
      reason: 'Reason',
    },
    option: {
      kind: { internal: 'Internal audit', external: 'External audit', consultant: 'Consultants' },
      result: { conform: 'Conforms', finding: 'Finding', observation: 'Observation' },
    },
    state: { planned: 'Planned', open: 'Open', ended: 'Ended', withdrawn: 'Withdrawn' },
    action: {
      open: 'Open',
      extend: 'Extend the access',
      end: 'End',
      withdraw: 'Withdraw',
      note_interview: 'Note an answer',
      shown: 'Looked at records',
    },
    nobody: 'Name at least one auditor.',
    too_long:
      'The access would last {{days}} days; at most {{most}} are possible. Extend it when it is needed.',
    for_oneself: 'Nobody opens an audit to themselves; somebody else has to.',
    over: 'The last day of access, {{to}}, is over; put in a later one.',
    holds_roles:
      'An outsider holds no other role while they audit. {{names}} hold: {{roles}}. End these roles or name somebody else.',
    not_named: 'Only the auditors of this audit do this, while it is open.',
    no_such_requirement: 'There is no requirement {{requirement}} in the standard.',
  },
  audit_workspace: {
    consultant_judges:
      'A consultant notes what was seen and said. Whether it conforms is for an auditor to say.',
  },
  audit_sample: {
    name: 'Sample',
    plural: 'Samples',
    create: 'Draw a sample',
    field: {
      title: 'Title',
      ownerId: 'Drawn by',
      engagementId: 'Audit',
      auditorIds: 'Auditors',
      recordType: 'Records',
      filters: 'Filters',
      periodFrom: 'Made from',
      periodTo: 'Made to',
      stratify: 'Divided by',
      zone: 'Time zone',
      n: 'How many',
      seed: 'Seed',
      seedMade: 'Seed made by the software',
      requirement: 'Requirement',
      algorithm: 'Drawn by rule',
      unitIds: 'Units',
      populationCount: 'Population',
      populationHash: 'Hash of the population',
      sampleHash: 'Hash of the sample',
      strata: 'Strata',
      items: 'Drawn',
      conclusion: 'Conclusion',
      item: 'Item',
    },
    state: { drawn: 'Drawn', concluded: 'Concluded' },
    action: { note: 'Note a result', conclude: 'Conclude' },
    measure: { conforming: 'Samples without a finding' },
    formula: { conforming: 'Concluded samples without a finding / concluded samples' },
    outside_audit:
      '{{type}} is outside the scope of your audit. Choose a record type of its clauses and processes.',
    no_such_type: 'There are no records of the type {{type}} that auditors see.',
    fleeting_filter:
      'The filter {{filter}} answers differently with time or person; a sample from it could not be drawn again.',
    empty_population: 'Nothing fits: there is no record in this period with these filters to draw from.',
    more_than_there_are: '{{n}} cannot be drawn: the population holds {{count}}.',
    fewer_than_strata: '{{n}} are too few: there are {{strata}} strata, and one is drawn from each at least.',
    no_such_item: 'The sample has the items 1 to {{n}}.',
    note_needed: 'Write down what was found: a finding or an observation needs its words.',
    undecided_one: '{{count}} item has no result yet.',
    undecided_other: '{{count}} items have no result yet.',
  },
  evidence_pack: {
    name: 'Evidence pack',
    plural: 'Evidence packs',
    create: 'Make an evidence pack',
    field: {
      title: 'Title',
      ownerId: 'Made for',
      scope: 'About',
      clause: 'Clause',
      process: 'Process',
      periodFrom: 'From',
      periodTo: 'To',
      language: 'Language',
      stage: 'Stage',
      progress: 'Progress (%)',
      records: 'Records',
      events: 'Events of the trail',
      files: 'Files',
      bytes: 'Size (bytes)',
      manifestHash: 'SHA-256 of the manifest',
      archiveHash: 'SHA-256 of the archive',
      chainHead: 'Head of the chain',
      withSecret: 'With documents marked secret',
      leftOut: 'Secret, left out',
      ownPapers: 'Records with a PDF of their own',
      books: 'PDFs of many records',
      restarts: 'Taken up again',
      unsealed: 'Events not sealed yet',
      startedAt: 'Begun',
      finishedAt: 'Finished',
      tookMs: 'Took (ms)',
      fault: 'What went wrong',
    },
    option: {
      scope: { clause: 'A clause', process: 'A process', period: 'A period', everything: 'Everything' },
      language: { en: 'English', 'zh-CN': 'Chinese' },
      stage: {
        sealing: 'Sealing the trail',
        requirements: 'Answering the requirements',
        documents: 'Collecting documents',
        records: 'Collecting records',
        trail: 'Collecting the trail',
        chain: 'Adding the chain',
        ending: 'Writing the manifest',
      },
    },
    state: { queued: 'Waiting', running: 'Being made', ready: 'Ready', failed: 'Failed', removed: 'Removed' },
    action: {
      begin: 'Begin',
      advance: 'Go on',
      finish: 'Finish',
      fail: 'Fail',
      make_again: 'Make again',
      remove: 'Remove the archive',
    },
    status: {
      met: 'met',
      partly: 'partly met',
      missing: 'missing',
      none: 'nothing occurred',
      failed: 'cannot be evaluated',
    },
    way: {
      live: 'answered by records',
      attested: 'attested by a person',
      not_built: 'no practice answers it yet',
    },
    no_such_clause: 'There is no clause {{clause}} in the standard.',
    no_such_process: 'There is no process {{process}} in the standard.',
    not_ready: '{{number}} is not ready yet.',
    too_large:
      'One file of the pack would be larger than 4 GB, or it would hold too many files ({{file}}). Ask for a shorter period or one clause.',
    attachments: 'Attached files',
    yes: 'yes',
    no: 'no',
    own_papers: 'Records one by one, with their history',
    paper: {
      footer: '{{pack}} · as of {{at}}, times in UTC',
      cut: '… (complete in the JSON)',
      promises: 'Promises',
      promise: 'Promise',
      target: 'Target (h)',
      used: 'Used (h)',
      due: 'Due',
      broken: 'Broken',
      comments: 'Comments',
      at: 'When',
      who: 'Who',
      said: 'What was said',
      links: 'Linked with',
      how: 'How',
      to: 'Record',
      files: 'Attached files',
      file: 'File',
      size: 'Bytes',
      hash: 'SHA-256',
      history: 'History',
      did: 'Did',
      changed: 'Changed',
    },
    left_out_one: '{{count}} document is marked secret and not in this pack.',
    left_out_other: '{{count}} documents are marked secret and not in this pack.',
    no_conformity:
      'What records show about presence, timing and consistency. It is evidence for an auditor’s judgement and no statement of conformity.',
    requirements: 'Requirements',
    trail: 'Trail',
    verify: 'Verify this pack',
    read_me: `EVIDENCE PACK

What is in it
  index.html            where to begin
  requirements.html     the requirements with their answers for the period (requirements.json: the same as data)
  figures.json          measures with the numbers they rest on
  documents/            documents in force in each of their languages, as PDF and as Markdown
  records/              records to read (HTML), on paper (PDF, {{many}} in each), as tables (CSV) and complete (JSON lines, with comments, links and the
                        hashes of attached files); what a sample drew or an answer names has a PDF of its own with its history, up to {{most}} of them
  attachments/          the files of these records, each content once (attachments.csv: which record has which)
  trail/                the events of these records; each line is the very text whose SHA-256 stands in the chain
  chain/batches.jsonl   the sealed chain from the first batch that covers an event here to its head
  samples/              samples with their definition, results, what was frozen, and their population
  manifest.json         SHA-256 and size of every file; the parts in the order they were made, each with the moment of which its data are

How to verify it, without Servanda and without a network
  open verify.html in a browser and drop the ZIP on it, or run: node verify.mjs PACK.zip (Node 20 or later)
  It names every file that was altered, is missing or was added, checks the chain, and draws the samples again.
  Whoever could alter the pack could alter the verifier too: compare the hash of the manifest with the one that Servanda shows for this pack.

How the chain is made
  SHA-256 of each line in trail/ is the event's digest. A batch's hash is SHA-256 over: previous hash (32 bytes), digests (32 bytes each), and the text
  batch:seqs (by commas):lastTxid:lastSeq:sealedAt. Each batch's "previous" is the hash of the batch before.

How a sample is drawn
  1. population.txt holds ids in ascending order, each with its stratum. SHA-256 over the ids, each followed by a line feed, is populationHash.
  2. Strata in ascending order of their keys; sample.json tells how many are drawn from each.
  3. For each stratum xoshiro128** starts with the first 16 bytes of SHA-256(seed + line feed + key) as four big-endian words.
  4. A Fisher-Yates shuffle broken off after that many: element i changes places with element i + r, where r is the next output below the greatest
     multiple of (length - i) within 2^32, modulo (length - i).`,
  },
  notice: {
    audit_engagement: {
      opened: {
        name: 'An audit was opened to you',
        title: 'You have access for an audit: {{title}}',
        body: 'You can look at everything that belongs to {{number}} “{{title}}” while it is open. What you look at is recorded.',
      },
    },
    evidence_pack: {
      ready: {
        name: 'An evidence pack is ready',
        title: 'Ready: {{title}}',
        body: '{{number}} holds {{records}} records. Compare the hash of its manifest with the one on its page.',
      },
    },
  },
};
export default en;
