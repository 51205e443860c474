import { isUnder } from '../access/decide'

/** For whom a round is: anybody who edits the register, a team, a unit with all below it, or a post, each holder where they are. */
export type RoundShare = { kind: 'anybody' } | { kind: 'team'; team: string } | { kind: 'unit'; path: string } | { kind: 'post'; post: string }

/** Where somebody belongs now: teams, paths of units, and posts with the units they cover. */
export type Checker = { teams: readonly string[]; unitPaths: readonly string[]; posts: readonly { post: string; paths: readonly string[] }[] }

/**
 * Whether a place of a round is somebody's to check, `path` being that of its unit and '' for a place that lies nowhere. Says nothing of rights: who
 * checks must be allowed to edit the entry besides.
 */
export const isFor = (share: RoundShare, { teams, unitPaths, posts }: Checker, path: string): boolean => {
  switch (share.kind) {
    case 'anybody': return true
    case 'team': return teams.includes(share.team)
    case 'unit': return unitPaths.some((own) => isUnder(own, share.path))
    case 'post': return posts.some(({ post, paths }) => post === share.post && (path === '' || paths.some((covered) => isUnder(path, covered))))
  }
}
