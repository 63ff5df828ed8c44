/** Foyer's mark: a drop with one square corner, the shape of a door seen from the side. */
export function FoyerMark() {
  return (
    <svg className="foyer-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d="M20 1a19 19 0 0 1 19 19 19 19 0 0 1-19 19H6a5 5 0 0 1-5-5V20A19 19 0 0 1 20 1z" />
    </svg>
  );
}
