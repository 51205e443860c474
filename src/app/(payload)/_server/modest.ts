import { GraphQLError } from 'graphql'
import { assertModest } from '@/access/graphQLSize'

type Handler = (request: Request) => Promise<Response> | Response

const queryIn = (text: string): string => {
  const body = JSON.parse(text) as { query?: unknown }
  return typeof body.query === 'string' ? body.query : ''
}

const isJson = ({ headers }: Request): boolean => /^application\/json\b/i.test(headers.get('content-type') ?? '')

/** A door for GraphQL that answers no question before it was measured; what is too large, comes as a form or cannot be read is told as GraphQL tells it. What says that it is JSON was read as such before. */
export const modest = (handler: Handler): Handler => async (request) => {
  try {
    if (!isJson(request)) throw new GraphQLError('Questions come as JSON')
    assertModest(queryIn(await request.clone().text()))
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return Response.json({ errors: [{ message: error.message }] }, { status: 400 })
  }
  return handler(request)
}
