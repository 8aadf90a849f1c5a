import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { DocumentForm } from './DocumentForm.tsx';

/** Writes a new document, or goes on with one. */
export default function DocumentEditor() {
  const { number } = useParams({ strict: false });
  return number === undefined ? <DocumentForm record={undefined} /> : <Existing number={number} />;
}

function Existing({ number }: { number: string }) {
  const record = useQuery(recordQuery(useMetaType('document'), number));
  if (record.isError) return <ErrorState error={record.error} retry={() => void record.refetch()} />;
  if (record.isPending) return <Loading minHeight={480} />;
  return <DocumentForm key={number} record={record.data} />;
}
