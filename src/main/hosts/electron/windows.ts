/**
 * Which windows there are and where they stand: the kiosk on the display that faces the visitor, the console on
 * the primary one. Pure: displays in, plans out.
 */
import type { Door } from '../../../shared/vocabulary.ts';

/** Device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DisplayPlace {
  readonly id: number;
  readonly bounds: Rectangle;
  /** The bounds without panels and docks. */
  readonly workArea: Rectangle;
}

export interface WindowPlan {
  readonly door: Door;
  readonly bounds: Rectangle;
  /** Full screen, without a frame, not to be closed or minimised. */
  readonly locked: boolean;
}

/** From this width on, in pixels, two windows stand side by side: each keeps the 800 that the screens need. */
const wideEnoughForTwo = 1600;

/** How far two windows on a small display are set off from its corners, as a share of the work area. */
const cascade = 0.15;

/**
 * The kiosk's window first, so that the console opens above it where they overlap. `primaryId` names the display
 * with the desktop's panel; without displays (a machine without a screen) both windows get 1280 × 800.
 */
export function planWindows(
  displays: readonly DisplayPlace[],
  primaryId: number,
  locked: boolean,
): readonly [WindowPlan, WindowPlan] {
  const { primary, other } = placesOf(displays, primaryId);
  const plan = (door: Door, bounds: Rectangle): WindowPlan => ({ door, bounds, locked });

  if (locked) return [plan('kiosk', (other ?? primary).bounds), plan('console', primary.bounds)];
  if (other !== undefined) return [plan('kiosk', other.workArea), plan('console', primary.workArea)];

  const area = primary.workArea;
  if (area.width >= wideEnoughForTwo) {
    const half = Math.floor(area.width / 2);
    return [
      plan('kiosk', { ...area, width: half }),
      plan('console', { ...area, x: area.x + half, width: area.width - half }),
    ];
  }
  const offset = { x: Math.floor(area.width * cascade), y: Math.floor(area.height * cascade) };
  const size = { width: area.width - offset.x, height: area.height - offset.y };
  return [
    plan('kiosk', { x: area.x, y: area.y, ...size }),
    plan('console', { x: area.x + offset.x, y: area.y + offset.y, ...size }),
  ];
}

/** The one window of a machine that is a device of another Foyer; where it would be beside the other door's. */
export function planOnlyWindow(
  door: Door,
  displays: readonly DisplayPlace[],
  primaryId: number,
  locked: boolean,
): WindowPlan {
  const { primary, other } = placesOf(displays, primaryId);
  const place = door === 'kiosk' ? (other ?? primary) : primary;
  return { door, bounds: locked ? place.bounds : place.workArea, locked };
}

function placesOf(displays: readonly DisplayPlace[], primaryId: number) {
  const primary = displays.find((display) => display.id === primaryId) ?? displays[0] ?? withoutDisplay;
  return { primary, other: displays.find((display) => display.id !== primary.id) };
}

const unknownArea: Rectangle = { x: 0, y: 0, width: 1280, height: 800 };
const withoutDisplay: DisplayPlace = { id: 0, bounds: unknownArea, workArea: unknownArea };
