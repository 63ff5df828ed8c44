/** The two layers of the notice in millimetres: at the kiosk, and in the office's picture of the kiosk. */
import { TouchIcon, type TouchIconName } from './touch-icon.tsx';

type About = 'data' | 'purpose' | 'retention' | 'rights';

const icons: Readonly<Record<About, TouchIconName>> = {
  data: 'person',
  purpose: 'shield',
  retention: 'clock',
  rights: 'pen',
};

export interface NoticePoint {
  readonly about: About;
  readonly title: string;
  readonly text: string;
}

/** The short layer below its heading; `also` is left out where it is empty. */
export function TouchNoticePoints({
  points,
  also,
}: {
  readonly points: readonly NoticePoint[];
  readonly also: string;
}) {
  return (
    <>
      <ul className="rows">
        {points.map((point) => (
          <li key={point.about} className="row">
            <span className="row__icon">
              <TouchIcon name={icons[point.about]} />
            </span>
            <div>
              <h2>{point.title}</h2>
              <p>{point.text}</p>
            </div>
          </li>
        ))}
      </ul>
      {also === '' ? null : <p className="also">{also}</p>}
    </>
  );
}

export interface NoticeSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly language: string | null;
}

/** The full layer below its heading. */
export function TouchNoticeSections({ sections }: { readonly sections: readonly NoticeSection[] }) {
  return sections.map((section) => {
    const lang = section.language ?? undefined;
    return (
      <div key={section.heading} className="reading__section">
        <h2 lang={lang}>{section.heading}</h2>
        {section.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {section.facts.length === 0 ? null : (
          <dl className="reading__facts">
            {section.facts.map((fact) => (
              <div key={fact.label}>
                <dt>{fact.label}</dt>
                <dd lang={lang}>{fact.text}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    );
  });
}
