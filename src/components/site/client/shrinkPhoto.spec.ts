import { describe, expect, it } from 'vitest'
import { fitted } from './shrinkPhoto'

describe('fitted', () => {
  it.each([
    [4000, 3000, 2048, 1536],
    [3000, 4000, 1536, 2048],
    [2048, 2048, 2048, 2048],
    [800, 600, 800, 600],
    [100_000, 10, 2048, 1],
  ])('%d × %d → %d × %d', (width, height, toWidth, toHeight) => {
    expect(fitted(width, height)).toEqual({ width: toWidth, height: toHeight })
  })
})
