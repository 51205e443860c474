import type { ServerProps } from 'payload'
import { officeModel } from '@/services/structure/cache'
import { adminWords } from './words'

const seal = { display: 'inline-grid', placeItems: 'center', width: 28, height: 28, background: '#9E2B25', color: '#fff', borderRadius: 4, fontWeight: 700 } as const

const officeOf = async (payload: ServerProps['payload']) => (await officeModel(payload))?.office

const small = { ...seal, width: 18, height: 18, fontSize: 11, borderRadius: 3 } as const

/** Stands in a square of 18 px. */
export const Icon = async ({ payload }: ServerProps) => <span style={small}>{(await officeOf(payload))?.seal ?? '·'}</span>

export const Logo = async ({ payload, i18n }: ServerProps) => {
  const office = await officeOf(payload)
  return (
    <span style={{ display: 'inline-flex', gap: 12, alignItems: 'center', fontSize: 20 }}>
      <span style={seal}>{office?.seal ?? '·'}</span>
      {office?.name.zh ?? adminWords(i18n.language)('title')}
    </span>
  )
}
