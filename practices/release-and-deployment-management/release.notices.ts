import { defineNotices } from '../../kernel/notification/notice.ts';

/** What people are told of releases; of approvals they hear from these themselves. */
export const notices = defineNotices(
  { kind: 'release.scheduled', usual: 'mail', staffOnly: true },
  { kind: 'release.rolled_back', urgent: true, staffOnly: true },
  { kind: 'release.fix_is_out', usual: 'mail', staffOnly: true },
  { kind: 'release.over', usual: 'mail', staffOnly: true },
  { kind: 'release.to_test', on: { type: 'release', action: 'build' }, to: ['owner', 'team'], staffOnly: true },
  { kind: 'release.out', on: { type: 'release', action: 'finish' }, to: ['owner', 'team'], staffOnly: true },
); // prettier-ignore
