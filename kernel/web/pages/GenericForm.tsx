import { useParams } from '@tanstack/react-router';
import { useTypeOfPlural } from '../queries.ts';
import { RecordForm } from '../record/RecordForm.tsx';
import { NotFound } from './NotFound.tsx';

export default function GenericForm() {
  const { plural = '' } = useParams({ strict: false });
  const meta = useTypeOfPlural(plural);
  return meta ? <RecordForm key={meta.type} type={meta.type} /> : <NotFound />;
}
