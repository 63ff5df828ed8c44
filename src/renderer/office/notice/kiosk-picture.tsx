/**
 * The notice as it stands at the kiosk, to scale: the kiosk's own markup and style sheets inside a shadow root, on
 * a display of the chosen size. What is not the notice is left blank. It is a picture: screen readers get the text
 * beside it.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import kioskStyles from '../../kiosk/kiosk.css?inline';
import screenStyles from '../../kiosk/screens/screens.css?inline';
import compactStyles from '../../kiosk/screens/screens-compact.css?inline';
import lyingStyles from '../../kiosk/screens/screens-lying.css?inline';
import colours from '../../ui/colours.css?inline';
import touchStyles from '../../ui/touch.css?inline';
import { TouchNoticePoints, TouchNoticeSections } from '../../ui/touch-notice.tsx';

const millimetresPerInch = 25.4;

/** CSS pixels and diagonals of the displays a kiosk has. */
export const displays = {
  upright: { width: 1080, height: 1920, inches: 21.5, shape: 'portrait', compact: false },
  lying: { width: 1920, height: 1080, inches: 15.6, shape: 'landscape', compact: false },
  small: { width: 1280, height: 800, inches: 10.1, shape: 'landscape', compact: true },
} as const;
export type DisplayName = keyof typeof displays;
export type Layer = 'short' | 'full';

/** The kiosk's root element and its heading are plain elements of the picture: the page has a heading of its own. */
function forPicture(styles: string): string {
  return styles
    .replaceAll(':root', '.picture')
    .replace(/\bh1\b/g, '.title')
    .replace(/(^|[\s},])body(?=\s*\{)/g, '$1.picture');
}

let sheet: CSSStyleSheet | undefined;
function pictureSheet(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  const own = `.picture, .kiosk { height: 100%; } .picture * { animation: none; }
    .blank { border-radius: var(--radius); background: var(--line); opacity: 0.6; }`;
  sheet.replaceSync(
    [colours, touchStyles, kioskStyles, screenStyles, lyingStyles, compactStyles]
      .map(forPicture)
      .concat(own)
      .join('\n'),
  );
  return sheet;
}

export function KioskPicture({
  content,
  language,
  layer,
  display,
  large,
  section,
}: {
  readonly content: NoticeContent;
  readonly language: string;
  readonly layer: Layer;
  readonly display: DisplayName;
  readonly large: boolean;
  /** Heading of the section that is brought into view. */
  readonly section?: string | undefined;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const [scale, setScale] = useState(0.3);
  const { width, height, inches, shape, compact } = displays[display];

  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [pictureSheet()];
    setRoot(shadow);
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = new ResizeObserver(() => setScale(element.clientWidth / width));
    measure.observe(element);
    return () => measure.disconnect();
  }, [width]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text or size moves the section
  useEffect(() => {
    if (section === undefined) return;
    const text = root?.querySelector<HTMLElement>('.reading__text');
    const heading = [...(text?.querySelectorAll<HTMLElement>('h2') ?? [])].find(
      (each) => each.textContent === section,
    );
    if (text && heading) text.scrollTop = heading.offsetTop - text.offsetTop - 24;
  }, [root, section, content, layer, display, large]);

  const style = {
    width: `${width}px`,
    height: `${height}px`,
    transform: `scale(${scale})`,
    transformOrigin: '0 0',
  };
  const mm = Math.hypot(width, height) / (inches * millimetresPerInch);
  return (
    <div
      ref={frame}
      className={`kiosk-picture kiosk-picture--${display}`}
      style={{ height: `${height * scale}px` }}
      aria-hidden="true"
    >
      <div ref={host} style={style}>
        {root === null
          ? null
          : createPortal(
              <div
                className="picture"
                lang={language}
                data-shape={shape}
                data-compact={compact ? '' : undefined}
                data-large={large ? '' : undefined}
                style={{ '--mm': `${mm.toFixed(4)}px` } as object}
              >
                <div className="kiosk">
                  {layer === 'short' ? <ShortLayer content={content} /> : <FullLayer content={content} />}
                </div>
              </div>,
              root,
            )}
      </div>
    </div>
  );
}

function Bar() {
  return (
    <header className="bar">
      <span />
      <div className="steps">
        {['name', 'contact', 'visit', 'notice', 'review'].map((question) => (
          <i key={question} className={question === 'review' ? '' : 'on'} />
        ))}
      </div>
    </header>
  );
}

function ShortLayer({ content }: { readonly content: NoticeContent }) {
  return (
    <main className="screen screen--notice">
      <Bar />
      <div className="screen__scroll">
        <div className="heading">
          <div className="title">{content.title}</div>
          {content.lead === '' ? null : <p className="lede">{content.lead}</p>}
        </div>
        <TouchNoticePoints points={content.points} also={content.also} />
      </div>
      <div className="acts acts--notice">
        <span className="touch-button full-notice" />
        <span className="touch-button touch-button--primary blank" />
        <p className="acts__note">&nbsp;</p>
      </div>
    </main>
  );
}

function FullLayer({ content }: { readonly content: NoticeContent }) {
  return (
    <main className="screen screen--full-notice">
      <Bar />
      <div className="heading">
        <div className="title">{content.title}</div>
      </div>
      <div className="reading">
        <section className="reading__text">
          <TouchNoticeSections sections={content.sections} />
        </section>
        <div className="reading__turn">
          <span className="touch-button touch-button--secondary" />
          <span className="touch-button touch-button--secondary" />
        </div>
      </div>
    </main>
  );
}
