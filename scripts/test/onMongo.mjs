import { LONG_ON_MONGO, NOT_ON_MONGO } from '../../tests/helpers/notOnMongo.mjs'
import { mongoIsAtomic, mongoLine, mongoPossible } from '../../tests/helpers/mongoKind.mjs'
import { NONE } from './counts.mjs'

/** Names of files under each reason, a reason once. */
const listed = (files) => [...new Set(Object.values(files))].map((why) => `${Object.keys(files).filter((name) => files[name] === why).join(', ')} (${why})`).join('; ')

/** The integration tests once more on MongoDB's protocol: says on which server and what that leaves unproven, which files are excepted and why, and how many tests of atomicity. */
export const onMongo = ({ note, run, possible = mongoPossible, atomic = mongoIsAtomic, line = mongoLine }) => async (context) => {
  note(line())
  if (!possible()) return { ...NONE, skipped: 1 }
  note(`${Object.keys(NOT_ON_MONGO).length} files are not run on it: ${listed(NOT_ON_MONGO)}`)
  if (!context.env.TEST_FULL && Object.keys(LONG_ON_MONGO).length > 0) note(`${Object.keys(LONG_ON_MONGO).length} files only in npm run test:full: ${listed(LONG_ON_MONGO)}`)
  const counts = await run(context)
  if (!atomic() && counts.skipped > 0) note(`${counts.skipped} tests of atomicity excepted: this server has no transactions`)
  return counts
}
