import { useParams } from '@tanstack/react-router';
import { useTypeOfPlural } from '../queries.ts';
import { RecordPage } from '../record/RecordPage.tsx';
import { NotFound } from './NotFound.tsx';

export default function GenericRecord() {
  const { plural = '' } = useParams({ strict: false });
  const meta = useTypeOfPlural(plural);
  // What is kept rather than worked on has neither priority nor promises.
  return meta ? (
    <RecordPage key={meta.type} type={meta.type} register={meta.clocks.length === 0} />
  ) : (
    <NotFound />
  );
}
