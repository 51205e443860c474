import { BlockList, isIP } from 'node:net'

const kind = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** IPv4 addresses that arrive inside IPv6 are the IPv4 address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

/** Whether an address lies in one of the networks (`10.0.0.0/8`, or a single address). */
export const inNetworks = (address: string, networks: readonly string[]): boolean => {
  const list = new BlockList()
  for (const network of networks) {
    const [base = '', bits] = network.split('/')
    if (bits === undefined) list.addAddress(base, kind(base))
    else list.addSubnet(base, Number(bits), kind(base))
  }
  const asked = plain(address)
  return isIP(asked) !== 0 && list.check(asked, kind(asked))
}
