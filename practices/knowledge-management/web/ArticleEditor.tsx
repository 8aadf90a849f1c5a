import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { ArticleForm } from './ArticleForm.tsx';

/** Writes a new article, or goes on with one. */
export default function ArticleEditor() {
  const { number } = useParams({ strict: false });
  return number === undefined ? <ArticleForm record={undefined} /> : <Existing number={number} />;
}

function Existing({ number }: { number: string }) {
  const record = useQuery(recordQuery(useMetaType('article'), number));
  if (record.isError) return <ErrorState error={record.error} retry={() => void record.refetch()} />;
  if (record.isPending) return <Loading minHeight={480} />;
  return <ArticleForm key={number} record={record.data} />;
}
