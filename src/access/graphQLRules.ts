import { GraphQLError, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql'

/** How deep a query may nest. A matter, its unit, the unit's parent and a margin; cycles end here. */
export const MAX_DEPTH = 8

type Depth = { context: ValidationContext; seen: ReadonlySet<string> }

const deepest = (set: SelectionSetNode | undefined, depth: Depth): number => {
  if (!set) return 0
  return Math.max(0, ...set.selections.map((selection) => {
    if (selection.kind === 'Field') return fieldDepth(selection, depth)
    if (selection.kind === 'InlineFragment') return deepest(selection.selectionSet, depth)
    return fragmentDepth(depth.context.getFragment(selection.name.value), depth)
  }))
}

const fieldDepth = (field: FieldNode, depth: Depth): number => (field.name.value.startsWith('__') ? 0 : 1 + deepest(field.selectionSet, depth))

const fragmentDepth = (fragment: FragmentDefinitionNode | null | undefined, { context, seen }: Depth): number => {
  // A fragment inside itself is another rule's error; here it must only not recurse for ever.
  if (!fragment || seen.has(fragment.name.value)) return 0
  return deepest(fragment.selectionSet, { context, seen: new Set([...seen, fragment.name.value]) })
}

/** Refuses queries nested deeper than `MAX_DEPTH`. */
export const depthRule: ValidationRule = (context) => ({
  OperationDefinition: (operation) => {
    const depth = deepest(operation.selectionSet, { context, seen: new Set() })
    if (depth > MAX_DEPTH) context.reportError(new GraphQLError(`Query is nested ${depth} deep; at most ${MAX_DEPTH} is allowed`, { nodes: [operation] }))
  },
})

export const graphQLRules = (): ValidationRule[] => [depthRule]
