/** One page of badges as a drawing in millimetres: on paper what it is on screen. */
import { encode } from 'uqr';
import type { BadgePage, Piece } from '../../shared/badges/layout.ts';
import './badges.css';
import { fontFamily, fontWeights } from './measure.ts';

/** Modules of white around a code, as ISO/IEC 18004 asks for. */
const quietZone = 4;

export function BadgePageDrawing({
  page,
  logo,
  label,
}: {
  readonly page: BadgePage;
  /** A data address; null where the site has none. */
  readonly logo: string | null;
  readonly label: string;
}) {
  return (
    <svg
      className="badge-page"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${page.width} ${page.height}`}
      width={`${page.width}mm`}
      height={`${page.height}mm`}
    >
      <rect className="badge-page__white" width={page.width} height={page.height} />
      {page.cutMarks.map((mark) => (
        <line
          key={`${mark.x1} ${mark.y1} ${mark.x2} ${mark.y2}`}
          {...mark}
          stroke="#000"
          strokeWidth={0.15}
        />
      ))}
      {page.badges.map(({ matrix, pieces }) => (
        <g key={matrix.join()} transform={`matrix(${matrix.join(' ')})`}>
          {pieces.map((piece) => (
            <PieceDrawing key={`${piece.kind} ${piece.x} ${piece.y}`} piece={piece} logo={logo} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function PieceDrawing({ piece, logo }: { readonly piece: Piece; readonly logo: string | null }) {
  switch (piece.kind) {
    case 'text':
      return (
        <text
          x={piece.x}
          y={piece.y}
          fontFamily={fontFamily}
          fontSize={piece.size}
          fontWeight={fontWeights[piece.weight]}
          className={`badge-page__${piece.ink}`}
          textLength={piece.width}
          lengthAdjust="spacingAndGlyphs"
        >
          {piece.text}
        </text>
      );
    case 'band':
      return (
        <rect
          x={piece.x}
          y={piece.y}
          width={piece.width}
          height={piece.height}
          className="badge-page__black"
        />
      );
    case 'logo':
      return logo === null ? null : (
        <image href={logo} x={piece.x} y={piece.y} width={piece.width} height={piece.height} />
      );
    case 'code':
      return <CodeDrawing {...piece} />;
  }
}

function CodeDrawing({ x, y, size, text }: Extract<Piece, { kind: 'code' }>) {
  const { data, size: modules } = encode(text, { ecc: 'M', border: quietZone });
  const dark = data.flatMap((row, down) =>
    row.flatMap((filled, across) => (filled ? `M${across} ${down}h1v1h-1z` : [])),
  );
  return (
    <g transform={`translate(${x} ${y}) scale(${size / modules})`} shapeRendering="crispEdges">
      <rect className="badge-page__white" width={modules} height={modules} />
      <path className="badge-page__black" d={dark.join('')} />
    </g>
  );
}
