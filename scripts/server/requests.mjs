import { randomBytes } from 'node:crypto'
import { BlockList, isIP } from 'node:net'

/** Bodies above this are refused: six photos of the largest size, and room for the rest of a form. */
export const MAX_BODY = 80 * 1024 * 1024

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

/** Marks a request with its client's address and its reference, and drops what nobody trusted may have said about it. */
export const mark = ({ req, trustProxy }) => {
  const address = clientAddress({
    forwardedFor: trustProxy ? String(req.headers['x-forwarded-for'] ?? '') : '',
    socketAddress: req.socket.remoteAddress,
    trustProxy,
  })
  if (!trustProxy) for (const name of FORWARDED) Reflect.deleteProperty(req.headers, name)
  const id = reference()
  req.headers['x-portal-ip'] = address
  req.headers['x-request-id'] = id
  return { address, id }
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

/** Whether the announced length of the body is above the limit. */
export const isTooLong = (req, limit = MAX_BODY) => Number(req.headers['content-length'] ?? 0) > limit

/** Counts a body that does not announce its length, and calls `onTooLong` once when it passes the limit. */
export const countBody = ({ req, limit = MAX_BODY, onTooLong }) => {
  if (!req.headers['transfer-encoding']) return
  const push = req.push.bind(req)
  let length = 0
  // A listener would set the body flowing before its reader is there; push is where every piece passes.
  req.push = (chunk, encoding) => {
    length += chunk?.length ?? 0
    if (length <= limit) return push(chunk, encoding)
    req.push = () => true
    onTooLong()
    return true
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
