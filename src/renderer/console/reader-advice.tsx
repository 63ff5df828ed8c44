/** What an administrator does on the machine so that readers work: texts to be copied into its terminal. */
import { useTranslation } from 'react-i18next';
import type { ReaderSettings } from '../../shared/contract/readers.ts';
import { udevInstallCommand, udevRulesPath, udevRulesWith } from '../../shared/udev-rule.ts';
import { DeskCopy } from '../ui/desk-copy.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';

/** A device that needs the rule. One that types like a keyboard types into no window any more once it is installed. */
export interface RuledDevice {
  readonly device: string;
  readonly typesLikeKeyboard: boolean;
}

/** The devices that the site has named; the others stand in the rule as it comes. */
export function ruledDevices(readers: readonly ReaderSettings[]): readonly RuledDevice[] {
  return readers.flatMap(({ device, profile }) =>
    device === null ? [] : [{ device, typesLikeKeyboard: profile === 'keyboard' }],
  );
}

export function UdevAdvice({ devices }: { readonly devices: readonly RuledDevice[] }) {
  const { t } = useTranslation('console');
  return (
    <div className="reader-advice">
      <p>{t('readers.rule.text', { path: udevRulesPath })}</p>
      <DeskCopy
        text={udevInstallCommand(udevRulesWith(devices))}
        label={t('readers.rule.copy')}
        name={t('readers.rule.name')}
        copied={t('readers.rule.copied')}
        marked={t('readers.rule.marked')}
      />
    </div>
  );
}

const libraryCommand = 'sudo apt install libusb-1.0-0';

export function LibraryAdvice() {
  const { t } = useTranslation('console');
  return (
    <div className="reader-advice">
      <DeskMessage tone="bad" title={t('readers.libusb.title')}>
        {t('readers.libusb.text')}
      </DeskMessage>
      <DeskCopy
        text={libraryCommand}
        label={t('readers.libusb.copy')}
        name={t('readers.libusb.title')}
        copied={t('readers.rule.copied')}
        marked={t('readers.rule.marked')}
      />
    </div>
  );
}
