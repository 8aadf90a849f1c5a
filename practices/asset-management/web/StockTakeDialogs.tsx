import { Select, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { decisionsOf } from '../stock-take.results.ts';
import { useLines, useT, type Line } from './asset.web.ts';
import { Dialog, useFault } from './LicenceDialogs.tsx';
import { useLineWords } from './line-words.ts';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';

type Props = { readonly record: Whole; readonly onClose: () => void };

/** Counting has a page of its own, made for one hand. */
export function OpenCount({ record, onClose }: Props) {
  const navigate = useNavigate();
  useEffect(() => {
    onClose();
    void navigate({ to: `${paths.record('stock-takes', record.number)}/count` });
  }, [navigate, record.number, onClose]);
  return null;
}

/** What becomes of one difference, and why. Without a line, of the first ones that are open. */
export function ResolveDialog({ record, line: given, onClose }: Props & { readonly line?: Line }) {
  const t = useT();
  const labels = useLabels();
  const words = useLineWords();
  const open = useLines(record.number, 'open', null).data;
  const resolve = useTransition(record, 'resolve');
  const [lineId, setLine] = useState<string | null>(given?.id ?? null);
  const [decision, setDecision] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const line = given ?? open?.items.find(({ id }) => id === lineId);
  const { byField, general } = useFault(resolve.error, ['lineId', 'decision', 'reason']);
  const title = labels.action('stock-take', 'resolve');
  return (
    <Dialog
      title={title}
      submit={t('asset_pages.decide')}
      fault={general}
      busy={resolve.isPending}
      onClose={onClose}
      onSubmit={() => resolve.mutate({ lineId, decision, reason }, { onSuccess: onClose })}
    >
      {!given && (
        <Select
          label={labels.input('stock-take', 'lineId')}
          required
          searchable
          data={(open?.items ?? []).map((one) => ({ value: one.id, label: nameOf(one, open?.refs ?? {}) }))}
          value={lineId}
          error={byField['lineId']}
          onChange={setLine}
        />
      )}
      <Select
        label={labels.input('stock-take', 'decision')}
        description={line && `${nameOf(line, open?.refs ?? {})} · ${words.result(line.result)}`}
        required
        data={(line ? decisionsOf[line.result] : []).map((one) => ({
          value: one,
          label: words.decision(one),
        }))}
        value={decision}
        error={byField['decision'] ?? (given ? byField['lineId'] : undefined)}
        onChange={setDecision}
      />
      <Textarea
        label={labels.input('stock-take', 'reason')}
        required
        value={reason}
        error={byField['reason']}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}

const nameOf = (line: Line, refs: Readonly<Record<string, { readonly title: string }>>) =>
  [line.tag, line.assetId === null ? undefined : refs[line.assetId]?.title].filter(Boolean).join(' · ');
