/** The kinds of definition that are drafted as JSON and published as immutable versions (decisions.md 4). */
export const DEFINITION_KINDS = ['form', 'workflow', 'limits', 'routing', 'register'] as const
export type DefinitionKind = (typeof DEFINITION_KINDS)[number]
