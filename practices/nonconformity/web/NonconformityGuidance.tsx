import { Guidance } from '../../../kernel/web/record/Guidance.tsx';
import { useNonconformityWords } from './nonconformity.web.ts';

export function NonconformityGuidance() {
  const t = useNonconformityWords();
  const of = (key: 'wants' | 'good' | 'ask') => t(`nonconformity_page.guidance.${key}`);
  return (
    <Guidance
      id="nonconformity"
      title={t('nonconformity_page.guidance.title')}
      texts={[of('wants'), of('good'), of('ask')]}
    />
  );
}
