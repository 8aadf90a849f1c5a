import { Button, Popover, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconDatabaseImport, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useT, type Block } from '../document.web.ts';

/** What the text can say from the data, by name. */
export function BlockPicker(props: {
  readonly blocks: readonly Block[];
  readonly disabled: boolean;
  readonly onPick: (block: Block) => void;
}) {
  const { blocks, disabled, onPick } = props;
  const t = useT();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const fits = ({ key, name, hint }: Block) => `${key} ${name} ${hint}`.toLowerCase().includes(wanted);
  const groups = [
    { name: t('document_page.blocks'), items: blocks.filter((block) => !block.inline && fits(block)) },
    { name: t('document_page.values'), items: blocks.filter((block) => block.inline && fits(block)) },
  ];
  return (
    <Popover opened={opened} onChange={setOpened} width={360} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          ml={6}
          variant="light"
          disabled={disabled}
          leftSection={<IconDatabaseImport size={15} aria-hidden />}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('document_page.insert_block')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('document_page.insert_block')}>
        <TextInput
          data-autofocus
          leftSection={<IconSearch size={14} aria-hidden />}
          aria-label={t('document_page.block_search')}
          placeholder={t('document_page.block_search')}
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
        />
        <ScrollArea.Autosize mah={380} mt="xs">
          {groups.map(({ name, items }) => (
            <Stack key={name} gap={0} role="group" aria-label={name}>
              {items.length > 0 && (
                <Text size="xs" fw={600} c="dimmed" px={6} py={4}>
                  {name}
                </Text>
              )}
              {items.map((block) => (
                <UnstyledButton
                  key={block.key}
                  px={6}
                  py={5}
                  style={{ borderRadius: 4 }}
                  onClick={() => {
                    setOpened(false);
                    onPick(block);
                  }}
                >
                  <Text size="sm">{block.name}</Text>
                  <Text size="xs" c="dimmed">
                    {block.hint}
                  </Text>
                </UnstyledButton>
              ))}
            </Stack>
          ))}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
