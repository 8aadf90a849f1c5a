import { useParams } from '@tanstack/react-router';
import { useTypeOfPlural } from '../queries.ts';
import { RecordQueue } from '../queue/RecordQueue.tsx';
import { NotFound } from './NotFound.tsx';

/** The list of any record type that has no page of its own. */
export default function GenericQueue() {
  const { plural = '' } = useParams({ strict: false });
  const meta = useTypeOfPlural(plural);
  return meta ? <RecordQueue key={meta.type} type={meta.type} /> : <NotFound />;
}
