import { isUnder } from '../access/decide'
import type { Viewer } from '../access/types'
import { entryReach, reaches, type EntryReach, type RegisterRights } from '../registers/access'

/** For whom a round is: anybody who edits the register, a team, a unit with all below it, or a post, each holder where they are. */
export type RoundShare = { kind: 'anybody' } | { kind: 'team'; team: string } | { kind: 'unit'; path: string } | { kind: 'post'; post: string }

/** Where somebody belongs now: teams, paths of units, and posts with the units they cover. */
export type Checker = { teams: readonly string[]; unitPaths: readonly string[]; posts: readonly { post: string; paths: readonly string[] }[] }

/**
 * Whether a place of a round is somebody's to check, `path` being that of its unit and '' for a place that lies nowhere. Says nothing of rights
 * (`checkReach`).
 */
export const isFor = (share: RoundShare, { teams, unitPaths, posts }: Checker, path: string): boolean => {
  switch (share.kind) {
    case 'anybody': return true
    case 'team': return teams.includes(share.team)
    case 'unit': return unitPaths.some((own) => isUnder(own, share.path))
    case 'post': return posts.some(({ post, paths }) => post === share.post && (path === '' || paths.some((covered) => isUnder(path, covered))))
  }
}

type Asked = { register: RegisterRights; share: RoundShare; now: number }

const given = ({ share }: Asked) => (share.kind === 'team' ? { team: share.team } : {})

/** Which places of a round a person sees: those of entries they see, or that were given to the team they were appointed for. */
export const seeReach = (viewer: Viewer, asked: Asked): EntryReach => entryReach(viewer, { ...asked, verb: 'view', ...given(asked) })

/**
 * Which places of a round a person has the right to check. A round that names somebody is theirs to do where they see it, whether or not they may change
 * the register; one that names nobody is for those who may.
 */
export const checkReach = (viewer: Viewer, asked: Asked): EntryReach => (asked.share.kind === 'anybody' ? entryReach(viewer, { ...asked, verb: 'edit' }) : seeReach(viewer, asked))

/** Whether a place is somebody's to check: it is for them, and they have the right. */
export const mayCheckAt = (viewer: Viewer, asked: Asked & { checker: Checker }, path: string): boolean => isFor(asked.share, asked.checker, path) && reaches(checkReach(viewer, asked), path)
