/** An invitation's code: typed here, or read by a scanner while this screen or the welcome is shown. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedCodeLength } from '../../../shared/invitation-code.ts';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchField } from '../../ui/touch-field.tsx';
import { useSession } from '../session-context.ts';
import { FieldForm } from './field-form.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

/** The code in capitals with its dash, and spaces that a hasty finger makes. */
const longestTyped = 16;

export function CodeScreen() {
  const { site, code } = useSession();
  const { t } = useTranslation('kiosk');
  const [typed, setTyped] = useState('');
  const [misshapen, setMisshapen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const refused = code.fault === 'again' && site.away ? t('away.wait') : null;
  const fault = misshapen
    ? t('code.form')
    : (refused ?? (code.fault === null ? undefined : t(`code.${code.fault}`)));
  useEffect(() => {
    if (fault !== undefined) field.current?.focus();
  }, [fault]);

  async function tryCode(): Promise<void> {
    const whole = typed.replace(/[\s-]/g, '').length === typedCodeLength;
    setMisshapen(!whole);
    if (whole && !code.looking) await code.tryTyped(typed);
    else field.current?.focus();
  }

  return (
    <ScreenFrame name="form" top={<StepBar />}>
      <FieldForm onSubmit={tryCode}>
        <Heading title={t('code.title')} lede={t(site.scansCodes ? 'code.scanLede' : 'code.lede')} />
        <div className="fields fields--1 fields--code">
          <TouchField
            ref={field}
            label={t('code.field')}
            keys="code"
            maxLength={longestTyped}
            fault={fault}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value.toUpperCase());
              setMisshapen(false);
              code.forgetFault();
            }}
          />
          <TouchButton kind="primary" type="submit" busy={code.looking}>
            {t('frame.continue')}
          </TouchButton>
          <p className="unseen" role="status">
            {code.looking ? t('code.looking') : ''}
          </p>
        </div>
      </FieldForm>
    </ScreenFrame>
  );
}
