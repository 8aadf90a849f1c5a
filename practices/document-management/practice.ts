import { definePractice } from '../../kernel/practice/practice.ts';
import { document } from './document.record.ts';

export { effectiveDocument, type Effective } from './effective.ts';

/** Documented information (7.5): identified, approved before use, in the right hands, and kept. */
export const documentManagement = definePractice({
  name: 'document-management',
  code: 'DOC',
  clauses: ['7.5.1', '7.5.2', '7.5.3', '7.5.4'],
  records: [document],
  roles: ['document-controller'],
});
