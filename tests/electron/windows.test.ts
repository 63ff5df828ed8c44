import { expect, test } from 'vitest';
import {
  type DisplayPlace,
  planOnlyWindow,
  planWindows,
  type Rectangle,
} from '../../src/main/hosts/electron/windows.ts';

const display = (id: number, x: number, width: number, height: number): DisplayPlace => ({
  id,
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 40, width, height: height - 40 },
});
const desk = display(1, 0, 1920, 1080);
const touchscreen = display(2, 1920, 1080, 1920);

function inside(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

test('with two displays the kiosk takes the one that is not primary, in any order', () => {
  for (const displays of [
    [desk, touchscreen],
    [touchscreen, desk],
  ]) {
    const [kiosk, console] = planWindows(displays, desk.id, false);
    expect(kiosk).toEqual({ door: 'kiosk', bounds: touchscreen.workArea, locked: false });
    expect(console).toEqual({ door: 'console', bounds: desk.workArea, locked: false });
  }
});

test('locked windows cover their whole display', () => {
  const [kiosk, console] = planWindows([desk, touchscreen], desk.id, true);
  expect(kiosk).toEqual({ door: 'kiosk', bounds: touchscreen.bounds, locked: true });
  expect(console).toEqual({ door: 'console', bounds: desk.bounds, locked: true });
  const [alone, behind] = planWindows([desk], desk.id, true);
  expect([alone.bounds, behind.bounds]).toEqual([desk.bounds, desk.bounds]);
});

test('on one wide display both windows stand side by side without overlapping', () => {
  const [kiosk, console] = planWindows([desk], desk.id, false);
  expect(inside(kiosk.bounds, desk.workArea) && inside(console.bounds, desk.workArea)).toBe(true);
  expect(kiosk.bounds.x + kiosk.bounds.width).toBe(console.bounds.x);
  expect(kiosk.bounds.width).toBeGreaterThanOrEqual(800);
  expect(console.bounds.width).toBeGreaterThanOrEqual(800);
});

test('on one small display each window leaves a corner of the other free', () => {
  const small = display(7, 0, 1280, 800);
  const [kiosk, console] = planWindows([small], small.id, false);
  expect(inside(kiosk.bounds, small.workArea) && inside(console.bounds, small.workArea)).toBe(true);
  expect(console.bounds.x).toBeGreaterThan(kiosk.bounds.x);
  expect(console.bounds.y).toBeGreaterThan(kiosk.bounds.y);
});

test('a machine that reports no display, or another primary one, still gets windows', () => {
  expect(planWindows([], 0, true)[0].bounds).toEqual({ x: 0, y: 0, width: 1280, height: 800 });
  expect(planWindows([desk], 99, true)[1].bounds).toEqual(desk.bounds);
});

test('the only window of a device stands where it would stand beside the other one, and has the display to itself', () => {
  const at = (door: 'kiosk' | 'console', displays: readonly DisplayPlace[], locked: boolean): Rectangle =>
    planOnlyWindow(door, displays, desk.id, locked).bounds;
  expect(at('kiosk', [desk, touchscreen], true)).toEqual(touchscreen.bounds);
  expect(at('console', [desk, touchscreen], true)).toEqual(desk.bounds);
  expect(at('kiosk', [desk], true)).toEqual(desk.bounds);
  expect(at('kiosk', [desk], false)).toEqual(desk.workArea);
  expect(at('console', [desk, touchscreen], false)).toEqual(desk.workArea);
});
