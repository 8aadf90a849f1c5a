import {
  Avatar,
  Menu,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
  type MantineColorScheme,
} from '@mantine/core';
import { IconLifebuoy, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { isLanguage, languages, type Language } from '../../platform/i18n/words.ts';
import { api } from '../../platform/ui/api.ts';
import { forgetDrafts } from '../../platform/ui/draft.ts';
import { useComplain } from '../../platform/ui/problems.ts';
import { setLanguage, useLanguage } from '../../platform/ui/words.ts';
import { paths } from './paths.ts';
import { useMe } from './queries.ts';
import { useT } from './words.ts';

/** Each language by its own name: whoever seeks it may read no other. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };
const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

export function AccountMenu() {
  const t = useT();
  const me = useMe();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const client = useQueryClient();
  const navigate = useNavigate();
  const complain = useComplain();
  const speak = async (next: Language) => {
    await setLanguage(next);
    // Refusals and explanations come in the reader's language from the server.
    await api.patch('/me', { language: next }).catch(complain);
    await client.invalidateQueries();
  };
  const signOut = async () => {
    await api.post('/api/auth/sign-out', {}).catch(complain);
    forgetDrafts();
    // First away from the pages that show data: cleared under them, they would ask for it again.
    await navigate({ to: paths.signIn });
    client.clear();
  };
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <UnstyledButton style={{ borderRadius: '50%', position: 'relative' }}>
          <VisuallyHidden>{t('shell.account_of', { name: me.person.title })}</VisuallyHidden>
          <Avatar size={28} radius="xl" name={me.person.title} variant="filled" color="ink" aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.person.title}
          <br />
          {me.person.email}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconUserCircle size={16} aria-hidden />}
          renderRoot={(p) => <Link {...p} to={paths.account} />}
        >
          {t('account.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLifebuoy size={16} aria-hidden />} component="a" href={paths.portal}>
          {t('account.portal')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('ui.language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(next) => isLanguage(next) && void speak(next)}>
          {languages.map((each) => (
            <Menu.RadioItem key={each} value={each} lang={each} closeMenuOnClick>
              {languageNames[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('ui.theme')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(next) => {
            const scheme = schemes.find((s) => s === next);
            if (scheme) setColorScheme(scheme);
          }}
        >
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {t(`ui.theme_${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t('account.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
