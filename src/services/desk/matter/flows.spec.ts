import { expect, it } from 'vitest'
import { versionsThen } from './flows'

const event = (action: string, data?: Record<string, unknown>) => ({ id: action, action, data })

it.each([
  ['nothing', [], []],
  ['never carried', [event('create'), event('accept')], ['v3', 'v3']],
  ['carried twice: each event has the version it left a step of, the carrying itself the one before it', [
    event('create'), event('migrated', { from: 'v1' }), event('accept'), event('migrated', { from: 'v2' }), event('done'),
  ], ['v1', 'v1', 'v2', 'v2', 'v3']],
  ['a task of another kind', [event('create'), event('recalculated', { from: 'v1' })], ['v3', 'v3']],
] as const)('%s', (_what, events, versions) => expect(versionsThen(events, 'v3')).toEqual(versions))
