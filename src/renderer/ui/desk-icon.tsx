/** Line icons of the console, 24 by 24 units, drawn in the colour of the text around them. */
const paths = {
  door: 'M4 20V9l8-5 8 5v11M9 20v-6h6v6',
  shield: 'M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6z',
  office: 'M5 4h14v16H5zM9 8h6M9 12h6M9 16h3',
  lock: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3',
  search: 'M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zm4.5 10.500 4.500 4.500',
  cross: 'M6 6l12 12M18 6 6 18',
  tick: 'M5 12.500l4.500 4.500L19 7.500',
  warning: 'M12 4 2.500 20h19zM12 10v4.500M12 17.300v.1',
  card: 'M4 6h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM3 10.500h18M7 14.500h4',
  wave: 'M8 9a4.200 4.200 0 0 1 0 6M11.500 6.500a8 8 0 0 1 0 11M15 4a12 12 0 0 1 0 16M4.800 11.900v.1',
  printer: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z',
  plus: 'M12 5v14M5 12h14',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  speaker: 'M4 9.500v5h3.500L12 18V6L7.500 9.500zM15.500 9a4.200 4.200 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  silent: 'M4 9.500v5h3.500L12 18V6L7.500 9.500zM16 9.500l5 5M21 9.500l-5 5',
  back: 'M19 12H5M11 6l-6 6 6 6',
  unplugged: 'M9 3v5M15 3v5M6.500 8h11v3a5.500 5.500 0 0 1-11 0zM12 16.500V21M4 4l16 16',
} as const;

export type IconName = keyof typeof paths;

/** Decoration: what it means always stands in words beside it. */
export function DeskIcon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
