import { Anchor, Badge, Box, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import type { MetaField, MetaType, Ref, Refs } from '../contract.ts';
import { paths } from '../paths.ts';
import { useMeta } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { Priority } from './Priority.tsx';
import { isBilingual, useLocalTitle } from './useLocalTitle.ts';
import { asText } from '../../record/text.ts';

/** One field's value as people read it; references are links. */
export function FieldValue({
  meta,
  field,
  value,
  refs,
}: {
  meta: MetaType;
  field: MetaField;
  value: unknown;
  refs: Refs;
}) {
  const labels = useLabels();
  const format = useFormat();
  const t = useT();
  if (value === null || value === undefined || value === '') return <Nothing />;
  switch (field.kind) {
    case 'reference':
      return <RefLink id={asText(value)} refs={refs} />;
    case 'references':
      if (!Array.isArray(value) || value.length === 0) return <Nothing />;
      return (
        <Group gap={6}>
          {value.map((id: unknown) => (
            <RefLink key={String(id)} id={String(id)} refs={refs} />
          ))}
        </Group>
      );
    case 'choice':
      if (/priority/i.test(field.key)) return <Priority value={Number(value)} />;
      return <Text size="sm">{labels.option(meta.type, field.key, value)}</Text>;
    case 'choices':
      if (!Array.isArray(value) || value.length === 0) return <Nothing />;
      return (
        <Group gap={4}>
          {value.map((one: unknown) => (
            <Badge key={String(one)} color="gray">
              {labels.option(meta.type, field.key, one)}
            </Badge>
          ))}
        </Group>
      );
    case 'boolean':
      return <Text size="sm">{value === true ? t('ui.yes') : t('ui.no')}</Text>;
    case 'instant':
      return (
        <Text size="sm" title={format.full(asText(value))}>
          {format.dateTime(asText(value))}
        </Text>
      );
    case 'date':
      return <Text size="sm">{format.day(asText(value))}</Text>;
    case 'number':
    case 'integer':
      return <Text size="sm">{format.number(Number(value))}</Text>;
    case 'structure':
      if (Array.isArray(value) && value.length === 0) return <Nothing />;
      return <Structure value={value} />;
    default:
      return (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {/* A figure is kept by its key and read by its name. */}
          {field.key === 'measureKey' ? labels.measure(asText(value)) : asText(value)}
        </Text>
      );
  }
}

export const Nothing = () => (
  <Text size="sm" c="dimmed" aria-hidden>
    —
  </Text>
);

/** Whom or what it points to, in words alone: in lists, where there are hundreds of them. */
function RefText({ id, refs }: { id: string; refs: Refs }): ReactNode {
  const ref = refs[id];
  if (!ref) return <Nothing />;
  return <span title={ref.number}>{isBilingual(ref.type) ? <LocalTitle of={ref} /> : describe(ref)}</span>;
}

export const RefLink = ({ plain = false, ...ref }: { id: string; refs: Refs; plain?: boolean }): ReactNode =>
  plain ? <RefText {...ref} /> : <RefAnchor {...ref} />;

function RefAnchor({ id, refs }: { id: string; refs: Refs }): ReactNode {
  const ref = refs[id];
  const types = useMeta().types;
  if (!ref) return <Nothing />;
  const plural = types.find((t) => t.type === ref.type)?.plural;
  const words = isBilingual(ref.type) ? <LocalTitle of={ref} /> : describe(ref);
  if (plural === undefined) return <span title={ref.number}>{words}</span>;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link {...props} to={paths.record(plural, ref.number)} />}
      title={ref.number}
    >
      {words}
    </Anchor>
  );
}

function LocalTitle({ of }: { readonly of: Ref }) {
  return useLocalTitle([of.type])(of);
}

const named = new Set([
  'person',
  'team',
  'organisation',
  'service',
  'calendar',
  'category',
  'agreement',
  'request-model',
  'ci-class',
]);
/** Things with a name go by it; work goes by its number too. */
export const describe = (ref: Pick<Ref, 'type' | 'number' | 'title'>) =>
  named.has(ref.type) ? ref.title : `${ref.number} ${ref.title}`;

/** A structure without its own component: its parts, indented. */
function Structure({ value }: { value: unknown }): ReactNode {
  if (Array.isArray(value)) {
    return (
      <Group gap={4}>
        {value.map((item: unknown) =>
          typeof item === 'object' ? (
            <Structure key={asText(item)} value={item} />
          ) : (
            <Badge key={asText(item)} color="gray">
              {asText(item)}
            </Badge>
          ),
        )}
      </Group>
    );
  }
  if (typeof value !== 'object' || value === null) return <Text size="sm">{asText(value)}</Text>;
  return (
    <Box>
      {Object.entries(value).map(([key, part]) => (
        <Group key={key} gap={6} wrap="nowrap" align="baseline">
          <Text size="xs" c="dimmed">
            {key}
          </Text>
          <Structure value={part} />
        </Group>
      ))}
    </Box>
  );
}
