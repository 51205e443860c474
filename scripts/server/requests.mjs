import { randomBytes } from 'node:crypto'
import { BlockList, isIP } from 'node:net'

/** Bodies of forms with files above this are refused: six photos of the largest size, and room for the rest of a form. */
export const MAX_BODY = 80 * 1024 * 1024
/** Bodies of words above this: a boundary of many corners, a page with all its words. */
export const MAX_WORDS = 4 * 1024 * 1024
/** A structure package comes as it is, and may be as long as a package may be. */
export const MAX_PACKAGE = 21 * 1024 * 1024
/** How long a body may pause on its way, in milliseconds. */
export const MAX_PAUSE = 30_000

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short reference that a person can read out and the log knows: ten letters and digits that are not mistaken for others. */
export const reference = () => [...randomBytes(10)].map((byte) => LETTERS[byte % LETTERS.length]).join('')

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-real-ip']

const plain = (address = '') => address.trim().replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')

/** The client's address: the connection's, or what the nearest trusted proxy (`trustProxy` of them) says it saw. */
export const clientAddress = ({ forwardedFor = '', socketAddress = '', trustProxy = 0 }) => {
  const chain = [...forwardedFor.split(','), socketAddress].map(plain).filter(Boolean)
  const address = chain[Math.max(0, chain.length - 1 - trustProxy)] ?? ''
  return isIP(address) ? address : plain(socketAddress)
}

/** The address a connection reached this portal by: what no request can say of itself. */
const socketOrigin = ({ localAddress = 'localhost', localPort, encrypted }) => {
  const host = plain(localAddress)
  return `${encrypted ? 'https' : 'http'}://${isIP(host) === 6 ? `[${host}]` : host}${localPort ? `:${localPort}` : ''}`
}

// Letters and digits enough to be one of a kind, and nothing that could mean something in a log or a page.
const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/

/** What a request is called in its answer, the log and on error pages: as a trusted proxy calls it already, or a name of its own. */
export const requestId = ({ given, trustProxy }) => (trustProxy && typeof given === 'string' && WELL_FORMED.test(given) ? given : reference())

/** Marks a request with its client's address and its reference, and drops what nobody trusted may have said about it. */
export const mark = ({ req, trustProxy }) => {
  const address = clientAddress({
    forwardedFor: trustProxy ? String(req.headers['x-forwarded-for'] ?? '') : '',
    socketAddress: req.socket.remoteAddress,
    trustProxy,
  })
  // A proxy stands in front that the settings do not know of: all addresses are its own.
  const relayed = !trustProxy && FORWARDED.some((name) => req.headers[name] !== undefined)
  if (!trustProxy) for (const name of FORWARDED) Reflect.deleteProperty(req.headers, name)
  const id = requestId({ given: req.headers['x-request-id'], trustProxy })
  req.headers['x-portal-ip'] = address
  req.headers['x-portal-origin'] = socketOrigin(req.socket)
  req.headers['x-request-id'] = id
  return { address, id, relayed }
}

const isOpaque = (part) => part.length >= 8 && /\d/.test(part)

/** A path as the log may know it: without its query, and without codes and ids. */
export const loggedPath = (url = '/') => {
  const path = url.split(/[?#]/, 1)[0] ?? '/'
  return path.startsWith('/_next/') ? path : path.split('/').map((part) => (isOpaque(part) ? ':id' : part)).join('/')
}

/** Whether a path cannot be read as an address: a percent sign that stands for nothing. Next would answer it with a fault of its own. */
export const isGarbled = (url = '/') => {
  try {
    decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/')
    return false
  } catch (error) {
    if (error instanceof URIError) return true
    throw error
  }
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** The methods a door may be asked by, for the answer to all others. */
export const ALLOWED = METHODS.join(', ')

export const isStrangeMethod = (method = '') => !METHODS.includes(method)

/** Whether a body comes packed: what it holds unpacked can be any size, and no browser sends one. */
export const isPacked = ({ headers }) => !['', 'identity'].includes(String(headers['content-encoding'] ?? '').trim().toLowerCase())

const PACKAGES = /^\/admin\/structure\/api\/packages(?:[/?#]|$)/

/** How much a body may hold: files come as parts of a form, a package as it is, everything else is words. */
export const roomFor = ({ headers, url = '/' }) => {
  // A call of a function inside comes in parts, too; there are no files in it.
  if (headers['next-action'] !== undefined) return MAX_WORDS
  if (/^\s*multipart\/form-data\b/i.test(String(headers['content-type'] ?? ''))) return MAX_BODY
  return PACKAGES.test(url) ? MAX_PACKAGE : MAX_WORDS
}

/** Whether the announced length of the body is above the limit. */
export const isTooLong = (req, limit = roomFor(req)) => Number(req.headers['content-length'] ?? 0) > limit

const hasBody = ({ headers }) => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Watches a body on its way: calls `onTooLong` once when it passes the limit, and `onPause` once when nothing comes for `pause` milliseconds. */
export const watchBody = ({ req, limit = roomFor(req), pause = MAX_PAUSE, onTooLong, onPause }) => {
  if (!hasBody(req)) return
  const push = req.push.bind(req)
  const read = req._read.bind(req)
  let length = 0
  let over = false
  let timer
  const stop = () => clearTimeout(timer)
  const end = () => {
    over = true
    stop()
  }
  const wait = () => {
    stop()
    if (!over) timer = setTimeout(onPause, pause).unref()
  }
  wait()
  req.once('close', end)
  // A reader that asks for no more makes a pause of its own, which is nobody's fault; it begins to count when it asks.
  req._read = (size) => {
    wait()
    read(size)
  }
  // A listener would set the body flowing before its reader is there; push is where every piece passes.
  req.push = (chunk, encoding) => {
    length += chunk?.length ?? 0
    if (length > limit) {
      end()
      req.push = () => true
      onTooLong()
      return true
    }
    const more = push(chunk, encoding)
    if (chunk === null) end()
    else if (more) wait()
    else stop()
    return more
  }
}

// Of Payload's addresses only those that show what is published are for everybody.
const STAFF_DOORS = /^\/(?:desk|admin|api\/(?!(?:media|notices|pages|rule-documents)(?:[/?#]|$))[^/?#]+)(?:[/?#]|$)/

/** The path as the pages behind will read it: without dot segments, doubled slashes and other ways to write the same. */
const readPath = (url) => {
  try {
    return decodeURIComponent(new URL(url.replace(/^[/\\]+/, '/'), 'http://host').pathname).replace(/[/\\]+/g, '/')
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return '/desk'
    throw error
  }
}

/** Whether this is a door that only staff go through. An address that cannot be read counts as one. */
export const isStaffDoor = (url = '/') => STAFF_DOORS.test(url) || STAFF_DOORS.test(readPath(url))

/** A check of addresses against a list of networks (CIDR); an empty list lets everybody in. */
export const allowList = (networks) => {
  if (networks.length === 0) return () => true
  const list = new BlockList()
  for (const network of networks) {
    const [base = '', bits] = network.split('/')
    const family = isIP(base) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(base, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
