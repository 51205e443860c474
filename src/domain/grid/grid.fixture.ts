import type { Level, Unit } from './types'

export const levels: Level[] = ['one', 'two', 'three', 'four'].map((code, i) => ({ id: code, code, name: { zh: `第${i + 1}级` }, order: i + 1 }))

export const makeUnit = (part: Partial<Unit> & Pick<Unit, 'id'>): Unit => ({
  code: part.id, name: { zh: part.id }, level: 'one', path: `/${part.id}/`, active: true, ...part,
})

/** A sound small territory: c over s1 and s2, g1 and g2 under s1. */
export const territory: Unit[] = [
  makeUnit({ id: 'g2', code: 'G10', level: 'three', parent: 's1', path: '/c/s1/g2/' }),
  makeUnit({ id: 's2', level: 'two', parent: 'c', path: '/c/s2/' }),
  makeUnit({ id: 'c' }),
  makeUnit({ id: 'g1', code: 'G9', level: 'three', parent: 's1', path: '/c/s1/g1/' }),
  makeUnit({ id: 's1', level: 'two', parent: 'c', path: '/c/s1/' }),
]
