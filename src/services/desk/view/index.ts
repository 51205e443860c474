export * from './common'
export * from './queue'
export * from './matter'
export * from './entry'
