/**
 * What all screens share: the bar on top, one heading, and where the focus goes when a screen appears (its first
 * field, or else its heading, so that it is read out).
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { typedFieldSelector } from '../../ui/touch-typing.ts';
import type { Question } from '../flow.ts';
import { ListenButtons } from '../listen/listen-buttons.tsx';
import { useSession } from '../session-context.ts';
import { useSitePictures } from '../site-looks.ts';
import { Archway } from './archway.tsx';
import { useFit } from './fit.ts';
import { FoyerMark } from './foyer-mark.tsx';
import { SlotNotice } from './slot-words.tsx';

/** Behind the welcome what the site chose, elsewhere the door from afar; thanks stand before nothing. */
function Backdrop({ of }: { readonly of: string }) {
  const { site, modes } = useSession();
  const { background } = useSitePictures();
  // Large letters need the room, and high contrast has no pictures.
  const hasRoom = !modes.large && !modes.contrast;
  if (of === 'done' || site.looks.background === 'plain') return null;
  if (of === 'attract' && background !== null && hasRoom)
    return (
      <div className="backdrop" aria-hidden="true">
        <img src={background} alt="" />
      </div>
    );
  return <Archway />;
}

export function ScreenFrame({
  name,
  top,
  children,
}: {
  /** Ends up in the class, for the style sheet. */
  readonly name: 'attract' | 'form' | 'choice' | 'notice' | 'full-notice' | 'review' | 'done' | 'message';
  readonly top?: ReactNode;
  readonly children: ReactNode;
}) {
  const screen = useRef<HTMLElement>(null);
  useFit(screen);
  useEffect(() => {
    const first = screen.current?.querySelector<HTMLElement>(`${typedFieldSelector}, h1`);
    const field = screen.current?.querySelector<HTMLElement>(typedFieldSelector);
    (field ?? first)?.focus({ preventScroll: true });
  }, []);
  return (
    <main ref={screen} className={`screen screen--${name}`}>
      <Backdrop of={name} />
      {top}
      {children}
    </main>
  );
}

export function Heading({
  title,
  lede,
  lang,
  long = false,
  children,
}: {
  readonly title: ReactNode;
  /** Where the words are in another language than the screen may be. */
  readonly lang?: string | undefined;
  readonly lede?: ReactNode;
  /** A sentence rather than a word: smaller. */
  readonly long?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className={long ? 'heading heading--long' : 'heading'} lang={lang}>
      <h1 tabIndex={-1}>{title}</h1>
      {lede ? <p className="lede">{lede}</p> : null}
      {children}
    </div>
  );
}

function SiteName() {
  const { site } = useSession();
  const { logo } = useSitePictures();
  const alone = logo !== null && !site.looks.nameBesideLogo;
  return (
    <span className="site-name">
      {logo === null ? (
        <FoyerMark />
      ) : (
        <img className="site-logo" src={logo} alt={alone ? site.siteName : ''} />
      )}
      {alone ? null : <bdi>{site.siteName}</bdi>}
    </span>
  );
}

/** The site's name; nobody else's ever stands there. */
export function SiteBar({ slotNotice = true }: { readonly slotNotice?: boolean }) {
  const { site } = useSession();
  const { t } = useTranslation('kiosk');
  return (
    <header className="bar bar--site">
      <SiteName />
      {slotNotice ? <SlotNotice /> : null}
      <ListenButtons />
      {site.demo ? <span className="demo">{t('brand.demo')}</span> : null}
    </header>
  );
}

/** Back, how far it is, help with the screen, and the way out. */
export function StepBar({
  step,
  slotNotice = true,
}: {
  readonly step?: Question;
  /** False where the screen itself says what became of a card. */
  readonly slotNotice?: boolean;
}) {
  const { back, end, openAccessibility, steps } = useSession();
  const { t } = useTranslation('kiosk');
  const current = step === undefined ? 0 : steps.indexOf(step) + 1;
  return (
    <header className="bar">
      <TouchButton kind="quiet" icon={<TouchIcon name="back" />} onClick={back}>
        {t('frame.back')}
      </TouchButton>
      {step === undefined ? null : (
        <div className="steps" role="img" aria-label={t('frame.step', { current, total: steps.length })}>
          {steps.map((question, index) => (
            <i key={question} className={index < current ? 'on' : ''} />
          ))}
        </div>
      )}
      {slotNotice ? <SlotNotice /> : null}
      <div className="bar__end">
        <ListenButtons />
        <TouchButton
          kind="quiet"
          className="icon-only"
          icon={<TouchIcon name="access" />}
          aria-label={t('accessibility.open')}
          onClick={openAccessibility}
        />
        <TouchButton kind="quiet" onClick={end}>
          {t('frame.startOver')}
        </TouchButton>
      </div>
    </header>
  );
}
