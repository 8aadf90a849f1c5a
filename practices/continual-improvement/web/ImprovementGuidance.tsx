import { Guidance } from '../../../kernel/web/record/Guidance.tsx';
import { useImprovementWords } from './improvement.web.ts';

export function ImprovementGuidance() {
  const t = useImprovementWords();
  const of = (key: 'wants' | 'good' | 'ask') => t(`improvement_page.guidance.${key}`);
  return (
    <Guidance
      id="improvement"
      title={t('improvement_page.guidance.title')}
      texts={[of('wants'), of('good'), of('ask')]}
    />
  );
}
