'use client'
import { now } from '../../../../lib/clock'
import { isOld, type KeptPage } from './record'

const NAME = 'portal'
const STORE = 'unsent'

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = window.indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'door' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new DOMException('refused'))
  })

const ask = <T>(db: IDBDatabase, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, mode)
    const request = act(transaction.objectStore(STORE))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new DOMException('refused'))
  })

/** Does one thing in the browser's store; `without` where the browser refuses it (private windows, a full disk). */
const inStore = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>, without: T): Promise<T> => {
  try {
    const db = await open()
    try {
      return await ask(db, mode, act)
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof DOMException) return without
    throw error
  }
}

/** Keeps a page on this device. False when the browser refuses. */
export const keep = async (page: KeptPage): Promise<boolean> => (await inStore<IDBValidKey>('readwrite', (store) => store.put(page), '')) !== ''

export const remove = async (door: string): Promise<void> => {
  await inStore<undefined>('readwrite', (store) => store.delete(door), undefined)
}

export const removeAll = async (): Promise<void> => {
  await inStore<undefined>('readwrite', (store) => store.clear(), undefined)
}

/** Every page kept here, the oldest first; what is too old is forgotten on the way. */
export const allKept = async (): Promise<KeptPage[]> => {
  const all = await inStore<KeptPage[]>('readonly', (store) => store.getAll() as IDBRequest<KeptPage[]>, [])
  const old = all.filter((page) => isOld(page, now()))
  await Promise.all(old.map(({ door }) => remove(door)))
  return all.filter((page) => !old.includes(page)).toSorted((one, other) => one.keptAt - other.keptAt)
}

export const keptAt = async (door: string): Promise<KeptPage | undefined> => (await allKept()).find((page) => page.door === door)
