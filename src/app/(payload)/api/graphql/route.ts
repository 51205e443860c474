import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { guarded } from '../../_server/guarded'
import { modest } from '../../_server/modest'

/** A question longer than this (characters) is none that a person wrote; reading it would cost more than answering. */
const MAX_QUESTION = 64 * 1024

export const POST = guarded(modest(GRAPHQL_POST(config)), MAX_QUESTION)
export const OPTIONS = REST_OPTIONS(config)
