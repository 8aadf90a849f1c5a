import { useLocation } from '@tanstack/react-router';
import { useTypeOfPlural } from '../queries.ts';
import { RecordForm } from '../record/RecordForm.tsx';
import { NotFound } from './NotFound.tsx';

export default function GenericForm() {
  // Not every way here has it as a parameter: `people/new` is a route of its own.
  const plural = useLocation({ select: ({ pathname }) => pathname.split('/')[1] ?? '' });
  const meta = useTypeOfPlural(plural);
  return meta ? <RecordForm key={meta.type} type={meta.type} /> : <NotFound />;
}
