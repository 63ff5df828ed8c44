/** How the site prints badges: designs, printer, when; and what is wrong with the site's own designs. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BadgeKind, NamedDesign } from '../../../shared/badges/design.ts';
import type { BadgeSettings } from '../../../shared/contract/badges.ts';
import { BadgePreview } from '../../badges/badge-preview.tsx';
import { designTitle } from '../../badges/design-title.ts';
import { badgeDate, sampleBadge } from '../../badges/sample-badge.ts';
import { printing } from '../../client.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useHasRole } from '../../console/session.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskChoice, DeskSelect } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { DesignFaults } from './design-faults.tsx';

/** The machine's printers; null where the browser prints. */
function usePrinters(): readonly string[] | null {
  const [printers, setPrinters] = useState<readonly string[] | null>(null);
  useEffect(() => {
    void printing?.printers().then(setPrinters);
  }, []);
  return printers;
}

export function BadgeSettingsForm() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const administrator = useHasRole('administrator');
  const { data } = useCall('badges.designs', {});
  const { run, busy, refused } = useCommand('badges.change');
  const [changed, setChanged] = useState<Partial<BadgeSettings>>({});
  const printers = usePrinters();
  if (!data) return null;
  const settings = { ...data.settings, ...changed };
  const set = (more: Partial<BadgeSettings>): void => setChanged({ ...changed, ...more });
  const dirty = JSON.stringify(settings) !== JSON.stringify(data.settings);
  // A printer that is turned off or gone stays the one that was chosen.
  const named = [...new Set([...(printers ?? []), settings.printer])].filter((name) => name !== '');
  return (
    <form
      className="desk-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(settings).then((reply) => {
          if (!reply.ok) return;
          setChanged({});
          toast(t('badges.settings.saved'));
        });
      }}
    >
      <div>
        <h2>{t('badges.settings.title')}</h2>
        <p className="desk-muted">{t('badges.settings.lead')}</p>
      </div>
      <fieldset className="form-stack" disabled={!administrator}>
        <div className="badge-designs">
          <DesignChoice
            kind="badge"
            designs={data.designs}
            value={settings.badge}
            onChoose={(badge) => set({ badge })}
          />
          <DesignChoice
            kind="name-tag"
            designs={data.designs}
            value={settings.nameTag}
            onChoose={(nameTag) => set({ nameTag })}
          />
        </div>
        {printers === null ? (
          <p className="desk-muted">{t('badges.settings.browser')}</p>
        ) : (
          <DeskSelect
            label={t('badges.settings.printer')}
            hint={t('badges.settings.printerHint')}
            value={settings.printer}
            onChange={(event) => set({ printer: event.target.value })}
            options={[
              { value: '', label: t('badges.settings.dialog') },
              ...named.map((name) => ({ value: name, label: name })),
            ]}
          />
        )}
        <DeskChoice
          type="checkbox"
          label={t('badges.settings.onCardIssue')}
          checked={settings.onCardIssue}
          onChange={(event) => set({ onCardIssue: event.target.checked })}
        />
      </fieldset>
      <DesignFaults faults={data.faults} />
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {administrator ? (
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy} disabled={!dirty}>
            {t('badges.settings.save')}
          </DeskButton>
        </div>
      ) : null}
    </form>
  );
}

function DesignChoice({
  kind,
  designs,
  value,
  onChoose,
}: {
  readonly kind: BadgeKind;
  readonly designs: readonly NamedDesign[];
  readonly value: string;
  readonly onChoose: (designId: string) => void;
}) {
  const { t, i18n } = useTranslation('console');
  const own = designs.filter(({ design }) => design.kind === kind);
  const chosen = own.find(({ designId }) => designId === value) ?? own[0];
  const date = badgeDate(i18n.language);
  return (
    <div className="form-stack">
      <DeskSelect
        label={t(`badges.settings.designOf.${kind}`)}
        value={chosen?.designId ?? ''}
        onChange={(event) => onChoose(event.target.value)}
        options={own.map((each) => ({ value: each.designId, label: designTitle(each, i18n.language) }))}
      />
      {chosen ? (
        <BadgePreview
          design={chosen.design}
          badge={sampleBadge({ type: t('badges.sampleType'), date })}
          captions={t('badges.captions', { returnObjects: true })}
          label={t('badges.preview')}
        />
      ) : null}
    </div>
  );
}
