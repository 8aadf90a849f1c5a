import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { places } from './places.ts';
import { usePortalWords } from './words.ts';

export function NotHere() {
  const t = usePortalWords();
  return (
    <div>
      <Title order={1} size="h2" mb="xs">
        {t('portal.not_here')}
      </Title>
      <Text mb="md">{t('portal.not_here_hint')}</Text>
      <Anchor renderRoot={(p) => <Link {...p} to={places.home} />}>{t('portal.to_home')}</Anchor>
    </div>
  );
}
