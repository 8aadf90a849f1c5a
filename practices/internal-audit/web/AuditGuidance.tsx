import { Guidance } from '../../../kernel/web/record/Guidance.tsx';
import { useAuditWords } from './audit.web.ts';

export function AuditGuidance() {
  const t = useAuditWords();
  const of = (key: 'wants' | 'good' | 'ask') => t(`audit_page.guidance.${key}`);
  return (
    <Guidance
      id="internal-audit"
      title={t('audit_page.guidance.title')}
      texts={[of('wants'), of('good'), of('ask')]}
    />
  );
}
