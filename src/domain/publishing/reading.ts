/** Who must confirm having read a notice for the staff. Empty lists narrow nothing; several kinds widen: anyone of them. */
export type Readers = { teams: readonly string[]; units: readonly string[]; roles: readonly string[] }

/** Where somebody belongs: teams, the paths of the units they sit in or lead, and the roles they hold. */
export type Belonging = { teams: readonly string[]; unitPaths: readonly string[]; roles: readonly string[] }

/** Whether somebody is meant. A notice that names nobody is for everybody who works here; a unit means all below it. `units` are paths ending in "/". */
export const isMeant = ({ teams, units, roles }: Readers, who: Belonging): boolean =>
  (teams.length === 0 && units.length === 0 && roles.length === 0) ||
  teams.some((team) => who.teams.includes(team)) ||
  units.some((path) => who.unitPaths.some((own) => own.startsWith(path))) ||
  roles.some((role) => who.roles.includes(role))

const DAY = 86_400_000

/** Reminders come two days after a notice is out, and every two days while somebody has not read it. */
export const REMIND_EVERY = 2 * DAY

/** Whether those who have not read are reminded at `now`; times are epoch milliseconds. */
export const wantsReminder = ({ since, reminded, open, now }: { since: number; reminded?: number; open: number; now: number }): boolean => open > 0 && now - (reminded ?? since) >= REMIND_EVERY
