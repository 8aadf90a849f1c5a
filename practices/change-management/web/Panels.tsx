import { Badge, Group, Stack, Text } from '@mantine/core';
import { text, value, type MetaType, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { Fields, Panel } from '../../../kernel/web/record/Panel.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { Afterwards } from './Afterwards.tsx';
import { Collisions } from './Collisions.tsx';
import { useOutlook, type Outlook } from './change.web.ts';
import { overrides } from './overrides.tsx';
import { useItems } from './Template.tsx';
import { useT } from './useT.ts';

type Props = { readonly meta: MetaType; readonly record: Whole };

const asked = [
  'category',
  'modelId',
  'plannedStartAt',
  'plannedEndAt',
  'implementerId',
  'purpose',
  'objective',
  'scope',
  'subjectIds',
];
const emergency = [
  'emergencyGround', 'emergencyReason', 'authorisedById', 'authorisedAt', 'authorisedVia', 'authorisationNote', 'authorisationConfirmedAt',
]; // prettier-ignore

export function Request({ meta, record }: Props) {
  const t = useT();
  const items = useItems(value(record, 'modelId'));
  const level = text(record, 'riskLevel');
  return (
    <>
      <Panel title={t('change_page.request')}>
        <Fields
          overrides={overrides}
          meta={meta}
          record={record}
          names={[...asked, ...(level === '' ? [] : ['riskLevel'])]}
        />
      </Panel>
      {value(record, 'category') === 'emergency' && (
        <Panel title={t('change_page.emergency')}>
          <Fields overrides={overrides} meta={meta} record={record} names={emergency} />
        </Panel>
      )}
      {items.length > 0 && (
        <Panel title={t('change_page.template')}>
          <Fields overrides={overrides} meta={meta} record={record} names={['templateAnswers']} />
        </Panel>
      )}
    </>
  );
}

/** Authorised by its model, or by one person on the spot. */
const unasked = new Set(['standard', 'emergency']);
const worth = ['benefit', 'feasibility', 'resources', 'costCents', 'needsCustomerApproval'];

/** Risk, impact, worth; and what the graph says besides. */
export function Assessment({ meta, record }: Props) {
  const t = useT();
  const outlook = useOutlook(record).data;
  return (
    <>
      <Panel
        title={t('change_page.risk')}
        aside={outlook && !unasked.has(text(record, 'category')) && <GoesTo steps={outlook.approval} />}
      >
        <Fields overrides={overrides} meta={meta} record={record} names={['riskAnswers', 'majorCriteria']} />
      </Panel>
      <Panel title={t('change_page.impact')}>
        <Stack gap="md">
          {outlook && <Found record={record} outlook={outlook} />}
          <Fields
            overrides={overrides}
            meta={meta}
            record={record}
            names={['impactAnswers', 'affectedServiceIds', 'affectedCustomerIds']}
          />
        </Stack>
      </Panel>
      <Panel title={t('change_page.worth')}>
        <Fields
          overrides={overrides}
          meta={meta}
          record={record}
          names={record.can['edit']?.ok === true ? [...worth, 'currency'] : worth}
        />
      </Panel>
    </>
  );
}

function GoesTo({ steps }: { steps: Outlook['approval'] }) {
  const t = useT();
  const labels = useLabels();
  if (steps.length === 0) return null;
  return (
    <Group gap={6}>
      <Text size="xs" c="dimmed">
        {t('change_page.goes_to')}
      </Text>
      {steps.map(({ by, role, quorum }, at) => (
        // eslint-disable-next-line react/no-array-index-key -- steps have an order and nothing else
        <Badge key={at} color="gray">
          {at + 1}.{' '}
          {by === 'role'
            ? labels.role(role ?? '')
            : t(by === 'team_lead' ? 'change_page.by.team_lead' : 'change_page.by.service_owner')}
          {quorum === 'any'
            ? ''
            : ` (${typeof quorum === 'number' ? t('change_page.quorum.n', { n: quorum }) : t('change_page.quorum.all')})`}
        </Badge>
      ))}
    </Group>
  );
}

/** What depends on it, and what else is planned there. */
function Found({ record, outlook }: { record: Whole; outlook: Outlook }) {
  const t = useT();
  const named = [...outlook.affected.serviceIds, ...outlook.affected.customerIds];
  return (
    <Stack gap={6}>
      <div>
        <Text size="sm" fw={500}>
          {t('change_page.found')}
        </Text>
        <Text size="xs" c="dimmed" mb={4}>
          {t('change_page.found_hint')}
        </Text>
        {named.length === 0 ? (
          <Text size="sm">{t('change_page.nobody')}</Text>
        ) : (
          <Group gap={8}>
            {named.map((id) => (
              <RefLink key={id} id={id} refs={outlook.refs} />
            ))}
          </Group>
        )}
      </div>
      <Collisions record={record} outlook={outlook} />
    </Stack>
  );
}

const planned = [
  'implementationPlan', 'backOutPlan', 'testEvidence', 'notTestableReason', 'windowBasis', 'downtimeMinutes', 'windowEvidence',
  'collisionResolution',
]; // prettier-ignore

export function Plans({ meta, record }: Props) {
  const t = useT();
  const outlook = useOutlook(record).data;
  const lacks = outlook?.planFaults.length ?? 0;
  const early = ['draft', 'submitted', 'more_info', 'assessed', 'approved'].includes(record.state);
  return (
    <Panel
      title={t('change_page.plan')}
      aside={
        early && outlook ? (
          <Badge color={lacks === 0 ? 'teal' : 'orange'}>
            {lacks === 0 ? t('change_page.plan_ready') : t('change_page.plan_lacks', { count: lacks })}
          </Badge>
        ) : null
      }
    >
      <Fields overrides={overrides} meta={meta} record={record} names={planned} />
    </Panel>
  );
}

const reviewed = [
  'result', 'resultNote', 'inWindow', 'cisUpdated', 'usersInformed', 'monitoringResult', 'reviewerId', 'objectiveMet', 'incidentsNote',
  'deviations', 'lessons', 'userFeedback', 'reviewedAt', 'reviewedById', 'successful',
]; // prettier-ignore

export function Review({ meta, record }: Props) {
  const t = useT();
  const caused = useOutlook(record).data?.caused;
  const successful = value(record, 'successful');
  return (
    <Panel
      title={t('change_page.review')}
      aside={
        typeof successful === 'boolean' ? (
          <Badge color={successful ? 'teal' : 'red'}>
            {t(successful ? 'change_page.successful' : 'change_page.unsuccessful')}
          </Badge>
        ) : null
      }
    >
      {caused && (
        <Text size="sm" mb="xs" c={caused.all > 0 ? 'orange' : 'dimmed'}>
          {caused.all === 0 ? t('change_page.caused_none') : t('change_page.caused', { count: caused.all })}
        </Text>
      )}
      <Afterwards record={record} />
      <Fields overrides={overrides} meta={meta} record={record} names={reviewed} />
    </Panel>
  );
}
