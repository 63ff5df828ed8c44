/** A QR code (ISO/IEC 18004) as a drawing: black on white in every theme, because scanners read nothing else. */
import { encode } from 'uqr';

/** Modules of white around the code, as the standard asks for. */
const quietZone = 4;

/** `label` is what is read out; it must not repeat a secret text. */
export function DeskQr({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const modules = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      className="desk-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} />
      <path d={modules.join('')} />
    </svg>
  );
}
