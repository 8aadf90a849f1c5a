import { Alert, Button, Checkbox, Group, Modal, ScrollArea, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext, useState, type FormEvent } from 'react';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { keys, useMe } from '../../../kernel/web/queries.ts';
import { useT } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { Loading } from '../../../platform/ui/States.tsx';
import { today } from '../../../platform/ui/zoned.ts';
import { dictionaryKey, useDictionary, useReportingWords, useWanted } from './reporting.web.ts';

/** A plan begins with figures that exist: what is chosen is drafted with its formula and target. */
export function Adopt({ onClose }: { readonly onClose: () => void }) {
  const t = useReportingWords();
  const ui = useT();
  const words = useProblemWords();
  const wanted = useWanted();
  const client = useQueryClient();
  const me = useMe();
  const year = today(useContext(ZoneContext)).slice(0, 4);
  const all = useDictionary().data?.items.filter(({ usual, planned }) => usual && !planned);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [ownerId, setOwner] = useState<string | null>(me.person.id);
  const [analystId, setAnalyst] = useState<string | null>(me.person.id);
  const [startsOn, setStart] = useState<string | null>(`${year}-01-01`);
  const refs = { [me.person.id]: { type: 'person', state: 'active', ...me.person } };
  const make = useMutation({
    mutationFn: () => api.post<{ numbers: readonly string[] }>('/measurements/adopt', { measures: chosen, ownerId, analystId, startsOn }),
    onSuccess: async ({ numbers }) => {
      celebrate(t('reporting_page.adopt.made', { count: numbers.length }));
      await Promise.all([client.invalidateQueries({ queryKey: keys.type('measurement') }), client.invalidateQueries({ queryKey: dictionaryKey })]);
      onClose();
    },
  });
  const { byField } = fieldErrors(make.error, ['ownerId', 'analystId', 'startsOn']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <Modal opened onClose={onClose} size={760} title={t('reporting_page.adopt.title')} closeButtonProps={{ 'aria-label': ui('ui.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">{t('reporting_page.adopt.hint')}</Text>
          {all === undefined && <Loading minHeight={200} />}
          {all?.length === 0 && <Alert color="teal">{t('reporting_page.adopt.nothing')}</Alert>}
          {all !== undefined && all.length > 0 && (
            <>
              <Group justify="space-between">
                <Text size="sm">{t('reporting_page.adopt.chosen', { count: chosen.length })}</Text>
                <Button variant="subtle" size="compact-sm" onClick={() => setChosen(all.map(({ key }) => key))}>{t('reporting_page.adopt.all')}</Button>
              </Group>
              <ScrollArea h={320} type="auto">
                <Checkbox.Group value={[...chosen]} onChange={setChosen}>
                  <Stack gap={8}>
                    {all.map((one) => (
                      <Checkbox key={one.key} value={one.key} label={`${one.name}  ${one.direction === 'observe' ? '' : wanted(one.unit, one.direction, one.target)}`} description={`${one.clause} · ${one.formula}`} />
                    ))}
                  </Stack>
                </Checkbox.Group>
              </ScrollArea>
            </>
          )}
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            <ReferencePicker to={['person']} required label={t('measurement.field.ownerId')} value={ownerId} refs={refs} error={byField['ownerId']} onChange={(id) => setOwner(id)} />
            <ReferencePicker to={['person']} required label={t('measurement.field.analystId')} value={analystId} refs={refs} error={byField['analystId']} onChange={(id) => setAnalyst(id)} />
            <DayInput required label={t('reporting_page.adopt.since')} value={startsOn ?? ''} error={byField['startsOn']} onChange={setStart} />
          </SimpleGrid>
          {make.isError && Object.keys(byField).length === 0 && <Alert color="red" role="alert">{words(make.error)}</Alert>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{ui('ui.cancel')}</Button>
            <Button type="submit" disabled={chosen.length === 0} loading={make.isPending}>{t('reporting_page.adopt.make')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
} // prettier-ignore
