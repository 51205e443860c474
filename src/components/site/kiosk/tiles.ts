import type { IconName } from '../../ui/Icon'

export type Tile = { key: 'guides' | 'nearby' | 'mine' | 'booking' | 'sos' | 'say'; icon: IconName; path: string }

/** The six things of a terminal's first screen, in the order people know from service halls. */
export const TILES: readonly Tile[] = [
  { key: 'guides', icon: 'file', path: '/services' },
  { key: 'nearby', icon: 'pin', path: '/places' },
  { key: 'mine', icon: 'grid', path: '/grid' },
  { key: 'booking', icon: 'calendar', path: '/book' },
  { key: 'sos', icon: 'phone', path: '/sos' },
  { key: 'say', icon: 'say', path: '/report' },
]

/** Seconds without use after which a terminal forgets, and how many of them it says so before. */
export const IDLE = { after: 60, warn: 15 } as const
