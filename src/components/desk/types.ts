export * from './types/common'
export * from './types/queue'
export * from './types/matter'
export * from './types/entry'
