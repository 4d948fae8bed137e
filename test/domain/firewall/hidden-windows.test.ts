import { describe, expect, test } from 'vitest'
import { hiddenWindows, orderAfter, type SeenWindow } from '../../../domain/firewall/hidden-windows'

type Place = [left: number, top: number, width: number, height: number]
const SCREEN: Place = [0, 0, 1280, 800]
const LEFT: Place = [0, 0, 640, 800]
const RIGHT: Place = [640, 0, 640, 800]
const SMALL: Place = [400, 300, 300, 200]
const SECOND_SCREEN: Place = [1280, 0, 1280, 800]

const at = (id: number, [left, top, width, height]: Place, more: Partial<SeenWindow> = {}): SeenWindow => ({
  id,
  isMinimised: false,
  isFullscreen: false,
  isOnTop: false,
  left,
  top,
  width,
  height,
  ...more,
})

describe('the hidden windows', () => {
  test.each<[what: string, windows: SeenWindow[], order: number[], hidden: number[]]>([
    ['two side by side', [at(1, LEFT), at(2, RIGHT)], [1, 2], []],
    ['two that overlap in part', [at(1, LEFT), at(2, SCREEN)], [1, 2], []],
    ['one wholly behind the one in front', [at(1, SCREEN), at(2, SMALL)], [1, 2], [2]],
    ['one that lies on a larger one', [at(1, SMALL), at(2, SCREEN)], [1, 2], []],
    ['two of the same size', [at(1, SCREEN), at(2, SCREEN)], [2, 1], [1]],
    ['two screens', [at(1, SCREEN), at(2, SECOND_SCREEN)], [1, 2], []],
    ['a minimised one', [at(1, LEFT), at(2, RIGHT, { isMinimised: true })], [1, 2], [2]],
    [
      'not what lies behind a minimised one',
      [at(1, SCREEN, { isMinimised: true }), at(2, SMALL)],
      [1, 2],
      [1],
    ],
    ['a maximised one behind a full-screen one', [at(1, SCREEN), at(2, [-8, -8, 1296, 816])], [1, 2], [2]],
    ['two large ones under a small one', [at(1, SMALL), at(2, SCREEN), at(3, SCREEN)], [1, 2, 3], [3]],
    ['two whose order nobody knows', [at(1, SMALL), at(2, SCREEN), at(3, SCREEN)], [1], []],
    ['one of unknown order behind the one in front', [at(1, SCREEN), at(2, SMALL)], [1], [2]],
    ['a picture in picture', [at(1, SCREEN), at(2, SMALL, { isOnTop: true })], [1, 2], []],
    ['one behind a large picture in picture', [at(1, SCREEN, { isOnTop: true }), at(2, SMALL)], [1, 2], []],
    [
      'a full-screen one of the same screen',
      [at(1, SMALL), at(2, SCREEN, { isFullscreen: true })],
      [1, 2],
      [2],
    ],
    [
      'a full-screen one of another screen',
      [at(1, SMALL), at(2, SECOND_SCREEN, { isFullscreen: true })],
      [1, 2],
      [],
    ],
    ['a full-screen one in front', [at(1, SCREEN, { isFullscreen: true }), at(2, SMALL)], [1, 2], [2]],
    [
      'a full-screen one under a picture in picture',
      [at(1, SMALL, { isOnTop: true }), at(2, SCREEN, { isFullscreen: true })],
      [1, 2],
      [],
    ],
  ])('%s', (_what, windows, order, hidden) => {
    expect([...hiddenWindows(windows, order)]).toEqual(hidden)
  })
})

test.each<[order: number[], front: number | null, after: number[]]>([
  [[], 1, [1]],
  [[1, 2], 2, [2, 1]],
  [[1, 2], 1, [1, 2]],
  [[1, 2], null, [1, 2]],
  [[9, 1], 2, [2, 1]],
])('of %j, with %s in front, the order is %j', (order, front, after) => {
  expect(orderAfter(order, front, [at(1, LEFT), at(2, RIGHT)])).toEqual(after)
})
