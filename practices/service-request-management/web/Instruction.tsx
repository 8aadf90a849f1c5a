import { Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { value } from '../../../kernel/web/contract.ts';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import type { Whole } from '../../../kernel/web/contract.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useT } from './useT.ts';

/** How this is fulfilled, beside the work: in the reader's language, else in the other one. */
export function Instruction({ record }: { record: Whole }) {
  const t = useT();
  const language = useLanguage();
  const meta = useMetaType('request-model');
  const modelId = value(record, 'modelId');
  const id = typeof modelId === 'string' ? modelId : '';
  const number = record.refs[id]?.number;
  const model = useQuery({ ...recordQuery(meta, number ?? ''), enabled: number !== undefined && meta.visible !== false });
  if (!model.data) return null;
  const own = language === 'zh-CN' ? ['instructionZh', 'instructionEn'] : ['instructionEn', 'instructionZh'];
  const words = own.map((key) => value(model.data, key)).find((text) => typeof text === 'string' && text !== '');
  return (
    <Paper p="md" component="section" aria-label={t('request_page.instruction')}>
      <Title order={2} size="h5" mb={4}>
        {t('request_page.instruction')}
      </Title>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} mb={6}>
        {typeof words === 'string' ? words : t('request_page.no_instruction')}
      </Text>
      <RefLink id={id} refs={record.refs} />
    </Paper>
  );
} // prettier-ignore
