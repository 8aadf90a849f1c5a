import {
  IconArmchair,
  IconDeviceLaptop,
  IconFileText,
  IconHelpCircle,
  IconKey,
  IconMailbox,
  IconPackage,
  IconPlane,
  IconRefresh,
  IconReport,
  IconUserMinus,
  IconUserPlus,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';

const icons: Readonly<Record<string, Icon>> = {
  key: IconKey,
  'user-plus': IconUserPlus,
  'user-minus': IconUserMinus,
  mailbox: IconMailbox,
  world: IconWorld,
  help: IconHelpCircle,
  refresh: IconRefresh,
  package: IconPackage,
  'device-laptop': IconDeviceLaptop,
  report: IconReport,
  armchair: IconArmchair,
  plane: IconPlane,
};
export const iconNames = Object.keys(icons);
/** The picture of a request model by the name that it stores. */
export const iconNamed = (name: string | null): Icon => icons[name ?? ''] ?? IconFileText;
