import { GraphQLError, Kind, parse, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql'

/** Words of a question at most: a page of the administration asks with some hundred. */
export const MAX_TOKENS = 4000
/** Selections at most once every fragment stands where it is used. */
export const MAX_SELECTIONS = 2000

type Sizes = { fragments: ReadonlyMap<string, FragmentDefinitionNode>; known: Map<string, number>; open: Set<string> }

const sizeOfFragment = (name: string, sizes: Sizes): number => {
  const known = sizes.known.get(name)
  if (known !== undefined) return known
  const fragment = sizes.fragments.get(name)
  if (!fragment) return 0
  if (sizes.open.has(name)) throw new GraphQLError(`Fragment ${name} contains itself`)
  sizes.open.add(name)
  const size = sizeOf(fragment.selectionSet, sizes)
  sizes.open.delete(name)
  sizes.known.set(name, size)
  return size
}

const sizeOf = ({ selections }: SelectionSetNode, sizes: Sizes): number =>
  selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + sizeOfFragment(selection.name.value, sizes)
    return sum + 1 + (selection.selectionSet ? sizeOf(selection.selectionSet, sizes) : 0)
  }, 0)

const sizeOfDocument = ({ definitions }: DocumentNode): number => {
  const fragments = new Map(definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])))
  const sizes: Sizes = { fragments, known: new Map(), open: new Set() }
  // Those that nothing uses are looked through, too: what reads the question later does not ask whether it is used.
  return definitions.reduce((sum, each) => sum + ('selectionSet' in each ? sizeOf(each.selectionSet, sizes) : 0), 0)
}

/**
 * Reads a question before anything else does: fragments that use one another twice over grow without end where they are put in
 * their places, and rules that look at them take as long as that. Each fragment is measured once here. Errors: GraphQLError.
 */
export const assertModest = (query: string): void => {
  const size = sizeOfDocument(parse(query, { maxTokens: MAX_TOKENS, noLocation: true }))
  if (size > MAX_SELECTIONS) throw new GraphQLError(`The question selects ${Number.isFinite(size) ? size : 'too many'} fields; at most ${MAX_SELECTIONS} are answered`)
}
