/** One picture of the site: shown, chosen from a file, removed. Each is kept at once, apart from the form around it. */
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureRole } from '../../../shared/contract/looks.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { FieldFault } from '../../ui/desk-field.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { offeredTypes, redrawPicture } from './redraw-picture.ts';

export function PictureField({
  picture: role,
  address,
}: {
  readonly picture: PictureRole;
  /** What there is now, for `src`; null for nothing. */
  readonly address: string | null;
}) {
  const { t } = useTranslation('console');
  const faultWords = useFaultWords();
  const refusalWords = useRefusalWords();
  const toast = useToast();
  const set = useCommand('site.setPicture');
  const remove = useCommand('site.removePicture');
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const labelId = useId();
  const title = t(role === 'logo' ? 'looks.logo' : 'looks.picture');

  async function chosen(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setFault(null);
    const drawn = await redrawPicture(file, role);
    if (!drawn.ok) return setFault(faultWords(drawn.fault) ?? drawn.fault);
    const reply = await set.run({ role, base64: drawn.base64 });
    if (reply.ok) toast(t(`looks.kept.${role}`));
    else setFault(faultWords(reply.fields?.base64) ?? refusalWords(reply));
  }

  async function removed(): Promise<void> {
    setFault(null);
    const reply = await remove.run({ role });
    if (reply.ok) toast(t(`looks.removed.${role}`));
    else setFault(refusalWords(reply));
  }

  return (
    <fieldset className="desk-field" aria-labelledby={labelId}>
      <div className="desk-field__head" id={labelId}>
        {title}
      </div>
      <div className={`looks-picture looks-picture--${role}`}>
        {address === null ? (
          <span className="desk-muted">{t('looks.none')}</span>
        ) : (
          <img src={address} alt={title} />
        )}
      </div>
      <div className="desk-actions">
        <input
          ref={input}
          type="file"
          accept={offeredTypes}
          hidden
          aria-label={t(`looks.choose.${role}`)}
          onChange={({ target }) => {
            void chosen(target.files?.[0]);
            // The same file once more is a choice, too.
            target.value = '';
          }}
        />
        <DeskButton busy={set.busy} onClick={() => input.current?.click()}>
          {t(`looks.choose.${role}`)}
        </DeskButton>
        {address === null ? null : (
          <DeskButton kind="quiet" busy={remove.busy} onClick={() => void removed()}>
            {t(`looks.remove.${role}`)}
          </DeskButton>
        )}
      </div>
      {fault === null ? null : <FieldFault words={fault} />}
      <div className="desk-field__hint">{t(role === 'logo' ? 'looks.logoHint' : 'looks.pictureHint')}</div>
    </fieldset>
  );
}
