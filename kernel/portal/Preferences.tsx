import { Button, Popover, SegmentedControl, Switch, useMantineColorScheme } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconLogout, IconTools } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { isLanguage, languages, type Language } from '../../platform/i18n/words.ts';
import { api } from '../../platform/ui/api.ts';
import { setLanguage, useLanguage } from '../../platform/ui/words.ts';
import { isLarge, setLarge } from './large-type.ts';
import { places } from './places.ts';
import { hasWorkspace, isStaff, useMaybeMe } from './queries.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** Each language by its own name: whoever seeks it may read no other. */
const names: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };
const schemes = ['auto', 'light', 'dark'] as const;

/** Language, size, light: found in one place, with names, on every page, also before signing in. */
export function Preferences() {
  const t = usePortalWords();
  const me = useMaybeMe();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [large, setLargeHere] = useState(isLarge);
  const client = useQueryClient();
  const navigate = useNavigate();
  const ids = { language: useId(), theme: useId() };
  const speak = async (next: Language) => {
    await setLanguage(next);
    if (!me) return;
    // What the server writes comes in this language too. Should it not be reached, the page at least speaks it.
    await api.patch('/me', { language: next }).catch(() => undefined);
    await client.invalidateQueries();
  };
  const signOut = async () => {
    await api.post('/api/auth/sign-out', {});
    await navigate({ to: places.signIn });
    client.clear();
  };
  return (
    <Popover position="bottom-end" width={300} shadow="md" radius="lg" trapFocus withRoles>
      <Popover.Target>
        <button type="button" className={styles['settings']} aria-label={t('portal.settings')}>
          <IconAdjustmentsHorizontal size={22} stroke={1.7} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('portal.settings')} className={styles['preferences']}>
        {me && (
          <div>
            <strong>{me.person.title}</strong>
            <div className={styles['quiet']}>{me.person.email}</div>
          </div>
        )}
        <div>
          <div id={ids.language} className={styles['label']}>
            {t('ui.language')}
          </div>
          <SegmentedControl
            fullWidth
            aria-labelledby={ids.language}
            value={language}
            data={languages.map((each) => ({ value: each, label: names[each] }))}
            onChange={(next) => isLanguage(next) && void speak(next)}
          />
        </div>
        <div>
          <div id={ids.theme} className={styles['label']}>
            {t('ui.theme')}
          </div>
          <SegmentedControl
            fullWidth
            aria-labelledby={ids.theme}
            value={colorScheme}
            data={schemes.map((scheme) => ({ value: scheme, label: t(`ui.theme_${scheme}`) }))}
            onChange={(next) => {
              const scheme = schemes.find((s) => s === next);
              if (scheme) setColorScheme(scheme);
            }}
          />
        </div>
        <Switch
          size="md"
          label={t('portal.large')}
          checked={large}
          onChange={(e) => {
            setLarge(e.currentTarget.checked);
            setLargeHere(e.currentTarget.checked);
          }}
        />
        {me && hasWorkspace(me) && (
          <Button
            component="a"
            href={isStaff(me) ? '/' : '/today'}
            variant="default"
            size="sm"
            leftSection={<IconTools size={18} aria-hidden />}
          >
            {t('portal.workspace')}
          </Button>
        )}
        {me && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconLogout size={18} aria-hidden />}
            onClick={() => void signOut()}
          >
            {t('portal.sign_out')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
