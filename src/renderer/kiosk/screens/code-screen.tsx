/** An invitation's code: typed here, held before the camera, or read by a scanner here or at the welcome. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedCodeLength } from '../../../shared/invitation-code.ts';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchField } from '../../ui/touch-field.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { CameraPreview } from '../camera/camera-preview.tsx';
import { useSession } from '../session-context.ts';
import { FieldForm } from './field-form.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

/** The code in capitals with its dash, and spaces that a hasty finger makes. */
const longestTyped = 16;

export function CodeScreen() {
  const { site, code } = useSession();
  const { camera } = code;
  const { t } = useTranslation('kiosk');
  const [typed, setTyped] = useState('');
  const [misshapen, setMisshapen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const refused = code.fault === 'again' && site.away ? t('away.wait') : null;
  const missed = misshapen
    ? t('code.form')
    : (refused ?? (code.fault === null ? undefined : t(`code.${code.fault}`)));
  // Of what the camera read it is said below its picture.
  const fault = camera.on ? undefined : missed;
  useEffect(() => {
    if (fault !== undefined) field.current?.focus();
  }, [fault]);
  // The button that stopped the camera, or the camera itself, is gone: the keyboard is there again.
  const wasOn = useRef(false);
  useEffect(() => {
    if (wasOn.current && !camera.on) field.current?.focus();
    wasOn.current = camera.on;
  }, [camera.on]);

  function turnCamera(on: boolean): void {
    setMisshapen(false);
    code.forgetFault();
    camera.turn(on);
  }

  async function tryCode(): Promise<void> {
    if (camera.on) turnCamera(false);
    const whole = typed.replace(/[\s-]/g, '').length === typedCodeLength;
    setMisshapen(!whole);
    if (whole && !code.looking) await code.tryTyped(typed);
    else field.current?.focus();
  }

  const offered = site.scansCodes ? 'code.scanLede' : camera.offered ? 'code.cameraLede' : 'code.lede';
  const lede = camera.failed ? <span role="status">{t('code.camera.failed')}</span> : t(offered);
  return (
    <ScreenFrame name="form" top={<StepBar />}>
      <FieldForm onSubmit={tryCode}>
        <Heading title={t('code.title')} lede={camera.on ? null : lede} />
        {camera.on ? <CameraPreview /> : null}
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
            onPointerDown={() => {
              if (camera.on) turnCamera(false);
            }}
          />
          <TouchButton kind={camera.on ? 'secondary' : 'primary'} type="submit" busy={code.looking}>
            {t('frame.continue')}
          </TouchButton>
          {camera.offered ? (
            <TouchButton
              className="camera-button"
              icon={<TouchIcon name={camera.on ? 'keyboard' : 'camera'} />}
              onClick={() => turnCamera(!camera.on)}
            >
              {t(camera.on ? 'code.camera.stop' : 'code.camera.use')}
            </TouchButton>
          ) : null}
          <p className="unseen" role="status">
            {code.looking ? t('code.looking') : ''}
          </p>
        </div>
      </FieldForm>
    </ScreenFrame>
  );
}
