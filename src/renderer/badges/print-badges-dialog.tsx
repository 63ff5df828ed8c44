/** Several badges or name tags at once: whose, in which design, on paper or as a PDF. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BadgeKind } from '../../shared/badges/design.ts';
import { mostBadges } from '../../shared/contract/badges.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';
import type { VisitId } from '../../shared/vocabulary.ts';
import { useCall } from '../console/queries.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskChoice, DeskSelect } from '../ui/desk-field.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { BadgePreview } from './badge-preview.tsx';
import { useBadgePrinting } from './badge-printing.tsx';
import { designTitle } from './design-title.ts';
import { badgeDate, sampleCode } from './sample-badge.ts';

export function PrintBadgesDialog({
  visits,
  onClose,
}: {
  readonly visits: readonly VisitRow[];
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('console');
  const { run, busy } = useBadgePrinting();
  const { data } = useCall('badges.designs', {});
  const [kind, setKind] = useState<BadgeKind>('badge');
  const [wanted, setWanted] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<VisitId>>(new Set());
  const own = data?.designs.filter(({ design }) => design.kind === kind) ?? [];
  const usual = kind === 'badge' ? data?.settings.badge : data?.settings.nameTag;
  const chosen = own.find(({ designId }) => designId === (wanted ?? usual)) ?? own[0];
  const picked = visits.filter(({ visitId }) => !left.has(visitId));
  const [first] = picked;
  const print = (as: 'paper' | 'pdf'): void => {
    if (chosen === undefined || picked.length === 0) return;
    onClose();
    void run({ kind, as, designId: chosen.designId, visitIds: picked.map(({ visitId }) => visitId) });
  };
  return (
    <DeskDialog title={t('badges.several')} onClose={onClose}>
      <fieldset className="form-choices">
        <legend className="desk-field__head">{t('badges.kind')}</legend>
        {BadgeKind.options.map((each) => (
          <DeskChoice
            key={each}
            type="radio"
            name="badge-kind"
            label={t(`badges.kindOf.${each}`)}
            checked={kind === each}
            onChange={() => {
              setKind(each);
              setWanted(null);
            }}
          />
        ))}
      </fieldset>
      <DeskSelect
        label={t('badges.design')}
        value={chosen?.designId ?? ''}
        onChange={(event) => setWanted(event.target.value)}
        options={own.map((each) => ({ value: each.designId, label: designTitle(each, i18n.language) }))}
      />
      {chosen && first ? (
        <BadgePreview
          design={chosen.design}
          label={t('badges.preview')}
          captions={t('badges.captions', { returnObjects: true })}
          badge={{
            name: first.name,
            company: first.company,
            host: first.hostName || first.host,
            date: badgeDate(i18n.language),
            'visitor-type': first.visitorType,
            card: first.card.state === 'issued' ? first.card.label : '',
            code: kind === 'badge' ? sampleCode : '',
          }}
        />
      ) : null}
      <fieldset className="desk-field">
        <legend className="desk-field__head">{t('badges.whose')}</legend>
        <div className="print-badges__visitors">
          {visits.map(({ visitId, name, company }) => (
            <DeskChoice
              key={visitId}
              type="checkbox"
              label={
                <>
                  <bdi>{name}</bdi>
                  {company === '' ? null : (
                    <span className="desk-muted">
                      {' '}
                      <bdi>{company}</bdi>
                    </span>
                  )}
                </>
              }
              checked={!left.has(visitId)}
              onChange={() => setLeft((before) => toggled(before, visitId))}
            />
          ))}
        </div>
      </fieldset>
      {picked.length > mostBadges ? (
        <DeskMessage tone="waiting">{t('badges.most', { count: mostBadges })}</DeskMessage>
      ) : null}
      <div className="desk-actions">
        <DeskButton
          kind="primary"
          icon={<DeskIcon name="printer" />}
          busy={busy}
          disabled={picked.length === 0 || picked.length > mostBadges}
          onClick={() => print('paper')}
        >
          {t('badges.print', { count: picked.length })}
        </DeskButton>
        <DeskButton
          busy={busy}
          disabled={picked.length === 0 || picked.length > mostBadges}
          onClick={() => print('pdf')}
        >
          {t('badges.pdf')}
        </DeskButton>
        <DeskButton kind="quiet" onClick={onClose}>
          {t('form.cancel')}
        </DeskButton>
      </div>
    </DeskDialog>
  );
}

function toggled(before: ReadonlySet<VisitId>, visitId: VisitId): ReadonlySet<VisitId> {
  const after = new Set(before);
  if (!after.delete(visitId)) after.add(visitId);
  return after;
}
