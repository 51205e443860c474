/**
 * View models of the residents' site: what a route gives to a view. Plain data, already allowed to be seen by the reader;
 * views only lay it out. Instants are epoch milliseconds; views word them with `ctx.timeZone`. Names and free texts are
 * already in the reader's language. Paths such as "/notices/x" are plain: views run them through `ctx.href`.
 */
export * from './types/common'
export * from './types/pages'
export * from './types/report'
export * from './types/track'
