const en = {
  cli: {
    usage: `Usage: servanda COMMAND [options]

  import TYPE FILE          import a CSV or XLSX file (also .gz); TYPE as in the address: incidents, people, …
      --mapping FILE        a JSON file: what becomes of which column; without it what the columns suggest
      --dry-run             say what it would do, and write nothing
      --rejected FILE       write the rejected rows with their reasons there
      --as PERSON           import with this person's roles (e-mail or number), not as the software
  export TYPE               export what a list shows
      --format csv|xlsx     csv unless said otherwise
      --filter KEY=VALUE    as in the address of a list; may be repeated
      --out FILE            the file to write; without it to the standard output
  report import ID          what an import brought, told from the records and the trail
  report measures           every figure of a period
      --from DATE --to DATE the last 30 days unless said otherwise
  backup FILE               everything in one file, as it is at this moment; the server may go on
  restore FILE              bring a backup into an empty database, and check it
  verify                    check the whole trail against its seal
  sample verify NUMBER      draw an audit sample again from the data here, and check what was frozen
  pack                      make an evidence pack that proves itself without Servanda
      --clause CLAUSE, --process CODE, --from DATE --to DATE; without them everything
      --name TITLE --out FILE; --secret: with documents marked secret
  people list               everybody in the directory
  people add --name NAME [--email EMAIL] [--role ROLE]… [--password-stdin]
  people roles PERSON [--add ROLE]… [--remove ROLE]…
  tokens list PERSON        the API tokens of a person
  tokens create PERSON --name NAME --scope SCOPE… [--expires DATE]
  tokens revoke PERSON ID

Everywhere:
  --data DIR                the data directory of the embedded database (SERVANDA_DATA, ./data); DATABASE_URL goes first
  --lang en|zh-CN           the language of what is said
  --json                    answers as JSON, where there are some
Exit codes: 0 done, 1 refused or failed, 2 called in a way that is not understood.`,
    backup_exists: '{{file}} is there already; name another file.',
    backup_rows: '{{rows}} rows',
    backup_done: '{{rows}} rows in {{file}} ({{bytes}} bytes).',
    restore_no_backup: '{{file}} is no backup of Servanda.',
    restore_not_empty:
      'There are records in this database already, and a backup is restored into an empty one only; name another directory (--data) or database.',
    restore_newer:
      'The backup was made by version {{version}} (migration {{migration}}), which this one does not know; restore it with that version or a later one.',
    restore_other_migration:
      'Migration {{migration}} is another one here than where the backup was made; use the Servanda that made it, or a later release of it.',
    restore_table: 'restoring {{table}}',
    restore_transactions: 'going on where the trail was: transaction {{done}} of {{of}}',
    restore_verifying: 'verifying: {{events}} events',
    restore_incomplete: 'The backup ends in the middle. Nothing was restored.',
    restore_damaged: 'The backup is damaged ({{what}}). Nothing was restored.',
    restore_broken_off: 'Interrupted. Nothing was restored; run the same command again.',
    restore_other_chain:
      'The chain is another one than the backup names: {{head}} expected, {{found}} found.',
    restore_done: '{{rows}} rows restored as of {{at}}; the trail is intact: {{events}} events.',
    sample_same: '{{number}}: drawn again, the same; a population of {{count}}, hash {{hash}}.',
    sample_population: 'The population has changed: {{then}} then, {{now}} now.',
    sample_different: 'Drawn again, these positions differ: {{positions}}.',
    sample_altered: 'The contents of these positions are not as they were frozen: {{positions}}.',
    pack_failed: 'The pack could not be made: {{why}}',
    pack_made: '{{file}}: {{records}} records, {{bytes}} bytes.',
    pack_secret_one: '{{count}} record is marked secret and was left out (--secret takes it in).',
    pack_secret_other: '{{count}} records are marked secret and were left out (--secret takes them in).',
    pack_hash: 'SHA-256 of its manifest: {{hash}}',
    unknown_command: 'There is no command “{{command}}”. See: servanda --help',
    wrong_use: '{{detail}} See: servanda --help',
    missing: '{{what}} is missing. See: servanda --help',
    no_such_type: 'There is nothing called {{type}}; choose one of: {{types}}.',
    no_file: 'The file {{file}} cannot be read ({{code}}).',
    bad_json: '{{file}} is not JSON: {{detail}}',
    no_person: 'There is no person {{who}}; write an e-mail address or a number such as PER-000001.',
    no_role: 'There is no role {{role}}; choose one of: {{roles}}.',
    bad_date: '{{text}} is no date; write YYYY-MM-DD.',
    bad_filter: 'Write a filter as KEY=VALUE, for example state=new,triaged; found {{text}}.',
    no_import: 'There is no import {{id}}.',
    staging: 'reading {{file}}: {{rows}} rows',
    continues: 'This file was begun before; going on with import {{id}}.',
    elsewhere: 'Another process works on this import; its progress:',
    running: '{{done}} of {{total}} rows, {{rate}} events/s',
    names: 'making people, teams and categories that are not here yet',
    interrupted: 'Interrupted. Run the same command again to go on.',
    ended: 'Import {{id}}: {{state}}',
    counts:
      'created {{created}}, changed {{updated}}, unchanged {{unchanged}}, rejected rows {{rejected}}, events {{events}}',
    would:
      'would create {{created}}, change {{updated}}, leave unchanged {{unchanged}}, reject rows {{rejected}}',
    row: 'row {{row}}: {{reason}}',
    warning: '{{count}} × {{message}} (for example {{sample}})',
    plain_warning: '{{count}} × {{message}}',
    wrote_rejected: 'The rejected rows are in {{file}}.',
    exported: '{{bytes}} bytes written to {{file}}.',
    verified:
      'The trail is intact: {{events}} events in {{batches}} batches, sealed through {{through}}; {{unsealed}} events not sealed yet.',
    head: 'head {{head}}',
    broken: 'THE TRAIL IS BROKEN. {{what}}',
    added: '{{number}} {{name}}',
    no_account: 'No password was given, so they cannot sign in yet.',
    token: 'The token is shown only now: {{token}}',
    revoked: 'Revoked.',
    not_revoked: 'There is no such token, or it was revoked before.',
    failed: 'Failed: {{detail}}',
    state: {
      uploaded: 'uploaded',
      checked: 'checked',
      running: 'running',
      stopped: 'stopped',
      done: 'done',
      failed: 'failed',
    },
  },
};
export default en;
