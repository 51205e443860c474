import { structurePackage, type StructurePackage } from './schema'

/** A position of a boundary: two numbers, which the plain writer spreads over four lines. */
const POSITION = /\[\n\s+(-?\d[\d.eE+-]*),\n\s+(-?\d[\d.eE+-]*)\n\s+\]/g

type Answers = Record<string, unknown>

/** Answers have no order of their own. */
const sorted = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)))

const ordered = (pkg: StructurePackage): StructurePackage => ({
  ...pkg, routines: pkg.routines.map((row) => (row.opens.kind === 'matter' ? { ...row, opens: { ...row.opens, answers: sorted(row.opens.answers) as typeof row.opens.answers } } : row)),
})

/**
 * A package as a file: keys in the order of the format, two spaces, one line a value (a position on one line), a line end at the end. The
 * same package always gives the same bytes, so that files can be compared and kept under version control. Throws when it has not the shape
 * of a package.
 */
export const serialise = (pkg: StructurePackage): string =>
  // no text can hold a line end of its own: JSON writes it as \n
  `${JSON.stringify(ordered(structurePackage.parse(pkg)), null, 2).replace(POSITION, '[$1, $2]')}\n`
