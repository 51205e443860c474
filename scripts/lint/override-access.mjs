/** The calls of Payload's Local API that skip access control unless told otherwise. */
const CALLS = new Set([
  'find', 'findByID', 'findDistinct', 'findGlobal', 'findVersions', 'findVersionByID', 'findGlobalVersions', 'findGlobalVersionByID',
  'create', 'update', 'updateGlobal', 'delete', 'duplicate', 'count', 'countVersions', 'countGlobalVersions',
  'restoreVersion', 'restoreGlobalVersion', 'login', 'forgotPassword', 'resetPassword', 'unlock',
])

const named = (node, name) => node?.type === 'Identifier' && node.name === name

const isPayload = (node) => named(node, 'payload') || (node.type === 'MemberExpression' && !node.computed && named(node.property, 'payload'))

const says = (node) =>
  node?.type === 'ObjectExpression' &&
  node.properties.some((item) => item.type === 'Property' && (named(item.key, 'overrideAccess') || item.key.value === 'overrideAccess'))

/** The Local API ignores access by default, even when a user is given: every call has to say what it wants. */
export const explicitOverrideAccess = {
  meta: { type: 'problem', schema: [], messages: { missing: 'Write `overrideAccess` in this call of payload.{{call}}().' } },
  create: (context) => ({
    CallExpression: (node) => {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.computed || !isPayload(callee.object)) return
      const call = callee.property.name
      if (CALLS.has(call) && !says(node.arguments[0])) context.report({ node, messageId: 'missing', data: { call } })
    },
  }),
}
