import { definePractice } from '../../kernel/practice/practice.ts';
import { managementReview } from './review.record.ts';
import { spotCheck } from './spot-check.record.ts';

/** 9.3 and 5.1: top management reviews the system by its data, decides, and looks for itself. */
export const managementReviewPractice = definePractice({
  name: 'management-review',
  code: 'MR',
  clauses: ['9.3', '5.1'],
  records: [managementReview, spotCheck],
  roles: [],
});
