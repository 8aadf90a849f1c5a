import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Loading } from '../../../platform/ui/States.tsx';
import { readerUrl } from './knowledge.web.ts';

/** A reader's address that was opened in the workspace: articles are read in the portal, by everybody alike. */
export default function ToReader() {
  const { number = '' } = useParams({ strict: false });
  useEffect(() => location.replace(readerUrl(number)), [number]);
  return <Loading minHeight={320} />;
}
