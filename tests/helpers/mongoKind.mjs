import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export const MEMORY_SERVER = 'mongodb-memory-server'

const hasJava = () => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0

const isInstalled = (name) => {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return false
    throw error
  }
}

/** The package alone is not enough: it would fetch its server, and tests fetch nothing. */
const hasMemoryServer = () => {
  if (!isInstalled(MEMORY_SERVER)) return false
  if (process.env.MONGOMS_SYSTEM_BINARY !== undefined) return existsSync(process.env.MONGOMS_SYSTEM_BINARY)
  const places = [process.env.MONGOMS_DOWNLOAD_DIR, resolve(import.meta.dirname, '../../node_modules/.cache/mongodb-memory-server'), join(homedir(), '.cache/mongodb-binaries')]
  return places.some((place) => place !== undefined && existsSync(place) && readdirSync(place).some((name) => /^mongod\b/.test(name)))
}

/**
 * The first server tests may run on that can be had here, in their order of preference: one that was named, a replica set in memory, one that only speaks
 * the protocol. Undefined: none.
 * @returns {'given' | 'memory' | 'h2' | undefined}
 */
export const mongoKind = () => {
  if (process.env.MONGODB_URI) return 'given'
  if (hasMemoryServer()) return 'memory'
  return hasJava() ? 'h2' : undefined
}

/** Whether tests on MongoDB's protocol can run here at all. */
export const mongoPossible = () => mongoKind() !== undefined

/** Whether failures half-way and races can be tested on it. */
export const mongoIsAtomic = () => mongoKind() !== 'h2'

const NAMES = {
  given: 'the MongoDB server of MONGODB_URI',
  memory: 'a MongoDB replica set in memory (mongodb-memory-server)',
  h2: "a server that speaks MongoDB's protocol (mongo-java-server on H2)",
}

const UNPROVEN = {
  given: 'Left unproven: nothing that the suite tests',
  memory: 'Left unproven: how several members fail over',
  h2: 'Left unproven: that a failure half-way takes everything back, races between transactions, indexes that are not unique, speed; MONGODB_URI names a replica set to prove them on',
}

/** What is tested on. */
export const mongoName = () => NAMES[mongoKind() ?? 'h2']

/** What is tested on and what that leaves unproven, in one line. */
export const mongoLine = () => {
  const kind = mongoKind()
  if (kind) return `Tested on ${NAMES[kind]}. ${UNPROVEN[kind]}.`
  return 'Not tested on MongoDB: there is no MONGODB_URI, no mongodb-memory-server with its server, and no Java. All that is about MongoDB is left unproven.'
}
