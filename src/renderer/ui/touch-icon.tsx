/** Line icons of a touchscreen, 24 by 24 units, as large as the text around them says. */
const paths = {
  back: 'm14.500 5-7 7 7 7',
  person: 'M12 4.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM5 20c.8-4 3.500-6 7-6s6.200 2 7 6',
  shield: 'M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6z',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v4l3 2',
  hand: 'M12 5v14M5 12h14',
  tick: 'm5 12.500 4.500 4.500L19 7.500',
  card: 'M5 6h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM7 11h4M7 14h7',
  door: 'M6 20V5a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v15M3.500 20h17M14 12v.6',
  warning: 'M12 4 2.500 20h19zM12 10v4.500M12 17.300v.1',
  access:
    'M12 3.200a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zM4 8.800c5 1.500 11 1.500 16 0M12 10v4m0 0-3.200 6.500M12 14l3.200 6.500',
  up: 'm5 15 7-7 7 7',
  down: 'm5 9 7 7 7-7',
  pen: 'M5 19l1-4L16 5l3 3L9 18z',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  wait: 'M7 4h10M7 20h10M8 4c0 5 8 5 8 8s-8 3-8 8M16 4c0 5-8 5-8 8s8 3 8 8',
  listen: 'M4 10v4h3l5 4V6L7 10zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  stop: 'M7 7h10v10H7z',
  spell:
    'M3 15l3.500-9h1L11 15M4.200 12h5.600M14 6v9h3a2.500 2.500 0 0 0 0-5h-3 2.500a2 2 0 0 0 0-4zM3 19.500h18',
  camera:
    'M4.500 7.500h3l1.500-2.500h6l1.500 2.500h3a1.500 1.500 0 0 1 1.500 1.500v9a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 18V9a1.500 1.500 0 0 1 1.500-1.500zM12 10a3.300 3.300 0 1 1 0 6.600A3.300 3.300 0 0 1 12 10z',
  keyboard: 'M3 7h18v10.500H3zM6.500 10.500h.1M10 10.500h.1M14 10.500h.1M17.500 10.500h.1M8 14h8',
  again: 'M19 6v5h-5M18.500 11A7 7 0 1 0 19 14.500',
} as const;

export type TouchIconName = keyof typeof paths;

/** Decoration: what it means always stands in words beside it. */
export function TouchIcon({ name }: { readonly name: TouchIconName }) {
  return (
    <svg className="touch-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
