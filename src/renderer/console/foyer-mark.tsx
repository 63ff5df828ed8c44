/** Foyer's mark: a drop with one square corner, the shape of a door seen from the side. */
export function FoyerMark({ size }: { readonly size: number }) {
  return (
    <svg className="foyer-mark" viewBox="0 0 40 40" width={size} height={size} aria-hidden="true">
      <defs>
        <linearGradient id="foyer-mark-fill" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" className="foyer-mark__from" />
          <stop offset="1" className="foyer-mark__to" />
        </linearGradient>
      </defs>
      <path
        fill="url(#foyer-mark-fill)"
        stroke="none"
        d="M20 1a19 19 0 0 1 19 19 19 19 0 0 1-19 19H6a5 5 0 0 1-5-5V20A19 19 0 0 1 20 1z"
      />
    </svg>
  );
}
