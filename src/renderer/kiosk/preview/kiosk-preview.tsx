/**
 * The kiosk's own screens, small, as another page shows them: nothing in it can be touched, reached or heard, and
 * nothing of it asks the host.
 */
import type { i18n } from 'i18next';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { I18nextProvider } from 'react-i18next';
import type { Looks } from '../../../shared/contract/looks.ts';
import type { VisitorDetails } from '../../../shared/contract/visits.ts';
import { TouchKeyboard } from '../../ui/touch-keyboard.tsx';
import { createWords } from '../../words/words.ts';
import { showBrand } from '../brand.ts';
import { noCamera } from '../camera/use-code-camera.ts';
import { createConnection } from '../connection.ts';
import { type Display, displayFor, showDisplay, type Viewport } from '../display.ts';
import { plainModes } from '../display-modes.ts';
import { hasFields, questions } from '../flow.ts';
import { useKeyNames } from '../key-names.ts';
import type { CurrentNotice } from '../notice-in-force.ts';
import { ScreenOf } from '../screens/screen-of.tsx';
import { type Session, SessionContext, type Site, type TypedDetails } from '../session-context.ts';
import { type SitePictures, SitePicturesContext } from '../site-looks.ts';
import { useVisitType } from '../visit-type.ts';
import { rootClass } from './preview-styles.ts';
import { Shadow } from './shadow.tsx';

export type PreviewScreen = 'attract' | 'name' | 'notice';

export interface KioskPreviewProps {
  readonly screen: PreviewScreen;
  /** As the kiosk would hear of it now, with the looks to try. */
  readonly site: Omit<Site, 'looks'>;
  readonly looks: Looks;
  readonly pictures: SitePictures;
  readonly notice: CurrentNotice | null;
  readonly language: string;
  readonly theme: 'light' | 'dark';
  /** CSS pixels of the kiosk's window. */
  readonly window: Viewport;
  /** CSS pixels the picture of it is wide. */
  readonly width: number;
}

const nobody = createConnection({ call: () => new Promise(() => {}), subscribe: () => () => {} });
const nothing = (): void => {};

function useWords(language: string): i18n | null {
  const [words, setWords] = useState<i18n | null>(null);
  useEffect(() => {
    let over = false;
    void createWords('kiosk', language).then((made) => {
      if (!over) setWords(made);
    });
    return () => {
      over = true;
    };
  }, [language]);
  return words;
}

export function KioskPreview(props: KioskPreviewProps) {
  const words = useWords(props.language);
  const { window, looks } = props;
  const display = displayFor(window, looks.displayInches);
  return (
    <Shadow>
      {words === null ? null : (
        <I18nextProvider i18n={words}>
          <SmallWindow {...props} display={display} />
        </I18nextProvider>
      )}
    </Shadow>
  );
}

function SmallWindow({
  screen,
  site,
  looks,
  pictures,
  notice,
  language,
  theme,
  window,
  width,
  display,
}: KioskPreviewProps & { readonly display: Display }) {
  const root = useRef<HTMLDivElement>(null);
  const keyNames = useKeyNames();
  const form = useForm<TypedDetails, unknown, VisitorDetails>({
    defaultValues: { name: '', email: '', phone: '', company: '', host: '', hostId: undefined },
  });
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    const { style } = element;
    showDisplay(element, display);
    showBrand(element, looks.brandColour);
    style.setProperty('--window-height', `${window.height}px`);
    style.setProperty('--fade', '0ms');
    style.setProperty('width', `${window.width}px`);
    style.setProperty('height', `${window.height}px`);
    style.setProperty('zoom', String(width / window.width));
    style.setProperty('overflow', 'hidden');
  }, [display, looks.brandColour, window, width]);

  const visitType = useVisitType();
  const session = useMemo<Session>(
    () => ({
      site: { ...site, looks: { ...looks, logo: null, picture: null } },
      connection: nobody,
      visitId: null,
      screen,
      steps: questions,
      detail: 0,
      typing: hasFields(screen),
      visitType,
      form,
      notice: { current: notice, failed: false, renewed: false, reload: nothing },
      arrival: null,
      languages: site.languages,
      modes: plainModes,
      listening: { hasVoice: false, on: false, speaking: false, readOrStop: nothing, spell: nothing },
      sending: false,
      trouble: '',
      farewell: null,
      slotNotice: null,
      follow: nothing,
      code: {
        looking: false,
        fault: null,
        camera: noCamera,
        tryTyped: async () => {},
        forgetFault: nothing,
        abandon: nothing,
      },
      signIn: nothing,
      beenHere: nothing,
      back: nothing,
      end: nothing,
      openAccessibility: nothing,
      chooseLanguage: nothing,
      confirm: async () => {},
      typeDue: false,
      confirmsAtNotice: false,
      returning: null,
      leaving: {
        ...{ typed: { name: '', email: '' }, maskedName: '', sending: false, trouble: '' },
        ask: nothing,
        confirm: async () => {},
      },
      signedOut: nothing,
    }),
    [site, looks, screen, form, notice, visitType],
  );
  return (
    <div ref={root} className={rootClass} data-theme={theme} lang={language} inert>
      <SitePicturesContext value={pictures}>
        <SessionContext value={session}>
          <div className="kiosk">
            <ScreenOf key={screen} />
            {hasFields(screen) ? (
              <TouchKeyboard
                language={language === 'da' ? 'da' : 'en'}
                room={{ narrow: display.narrow, tall: !display.compact }}
                names={keyNames}
              />
            ) : null}
          </div>
        </SessionContext>
      </SitePicturesContext>
    </div>
  );
}
