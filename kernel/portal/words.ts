import type platform from '../../platform/ui/i18n/en.ts';
import { useWords } from '../../platform/ui/words.ts';
import type delegations from '../web/i18n/delegations.en.ts';
import type notices from '../web/i18n/notices.en.ts';
import type signIn from '../web/i18n/sign-in.en.ts';
import type portal from './i18n/en.ts';

export const usePortalWords = useWords<
  typeof platform & typeof portal & typeof notices & typeof signIn & typeof delegations
>;
