import { SettingsPage, SettingsPanel } from '../../../kernel/web/settings/SettingsPage.tsx';
import { useDeskWords } from './desk.web.ts';
import { Matrices } from './settings-matrix.tsx';
import { End, Ladder } from './settings-parts.tsx';
import { useSaid, type More, type PartProps, type Values } from './settings.web.ts';

function Parts(part: PartProps) {
  const t = useDeskWords();
  const { ladder, refs } = part.settings;
  return (
    <>
      <SettingsPanel title={t('incident_rules.matrix')}>
        <Matrices {...part} refs={refs} />
      </SettingsPanel>
      <SettingsPanel title={t('incident_rules.ladder')} hint={t('incident_rules.ladder_hint')}>
        <Ladder {...part} ladder={ladder} />
      </SettingsPanel>
      <SettingsPanel title={t('incident_rules.end')}>
        <End {...part} />
      </SettingsPanel>
    </>
  );
}

/** The matrix that gives each priority, the ladder, and the days of an incident's end (5.3, 8.6.1). */
export default function IncidentSettings() {
  const t = useDeskWords();
  const said = useSaid();
  return (
    <SettingsPage<Values, More>
      plural="incidents"
      words={({ ladder }) => ({
        title: t('incident_rules.title'),
        hint: t('incident_rules.hint'),
        readOnly: t('incident_rules.read_only'),
        part: (key) => t(`incident_rules.part.${key}`),
        said: said(ladder),
      })}
      fields={['autoClose.noticesAfter', 'pauseDays.usual']}
      Parts={Parts}
    />
  );
}
