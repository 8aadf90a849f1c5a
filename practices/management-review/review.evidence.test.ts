import { test } from 'vitest';
import { turnsAlone } from '../../kernel/testing/evidence.ts';
import { reviewHouse } from './review.fixture.ts';
import { inputKeys } from './review.inputs.list.ts';

/* One defect in a review that was held and signed as it should be: exactly its requirement turns, and turns back. */
const at = await reviewHouse();
const review = await at.held();
for (const key of inputKeys) await at.lead.does(review, 'note_input', { note: { key, text: 'Looked at.' } });
await at.lead.does(review, 'decide', at.decision());
await at.lead.does(review, 'conclude', at.conclusion);
const { id, inputNotes } = await at.boss.does(review, 'sign');

const without = (gone: string) =>
  Object.fromEntries(Object.entries(inputNotes as Record<string, string>).filter(([key]) => key !== gone));

test.each([
  ['9.3-a', 'management_review.chaired', 'attendance', []],
  ['9.3-c', 'management_review.inputs_performance', 'input_notes', without('feedback')],
  ['9.3-d', 'management_review.inputs_outlook', 'input_notes', without('parties')],
  ['9.3-e', 'management_review.decided', 'decisions', []],
  ['9.3-f', 'management_review.signed', 'minutes', null],
])('%s: %s', (requirement, key, column, value) =>
  turnsAlone(at.house, at.owner, [requirement, key], { table: 'management_review', id, column }, value),
);
