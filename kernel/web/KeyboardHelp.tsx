import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { currentBindings } from '../../platform/ui/keyboard.ts';
import { useT } from './words.ts';

/** Every key that works on the page now, as the pages themselves bound it. */
export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useT();
  const bindings = currentBindings();
  const groups = [...new Set(bindings.map((b) => b.group))];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('ui.keyboard')}
      size="md"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap="md">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <Text size="xs" fw={600} c="dimmed" mb={4}>
              {group}
            </Text>
            <Stack gap={4}>
              {bindings
                .filter((b) => b.group === group)
                .map((b) => (
                  <Group key={b.keys} justify="space-between">
                    <Text size="sm">{b.help}</Text>
                    <Group gap={4}>
                      {b.keys.split(' ').map((key) => (
                        <Kbd key={key} size="xs">
                          {key}
                        </Kbd>
                      ))}
                    </Group>
                  </Group>
                ))}
            </Stack>
          </section>
        ))}
        <Group justify="space-between">
          <Text size="sm">{t('shell.search')}</Text>
          <Kbd size="xs">Ctrl/⌘ K</Kbd>
        </Group>
      </Stack>
    </Modal>
  );
}
