import { describe, expect, it } from 'vitest'
import { mayReach, readAddress, type Allowed } from './hookAddress'

const OPEN: Allowed = { networks: [], http: false }
const HOUSE: Allowed = { networks: ['10.1.0.0/16', '127.0.0.1', 'fd00::/8'], http: true }
const judged = (address: string, allowed = OPEN) => {
  const read = readAddress(address, allowed)
  return 'fault' in read ? read.fault : read.url.href
}

describe('addresses that messages may go to', () => {
  it.each([
    ['https://hooks.example.org/portal?x=1', 'https://hooks.example.org/portal?x=1'],
    [' https://Hooks.Example.ORG:443/ ', 'https://hooks.example.org/'],
    ['https://hooks.example.org:8443/a', 'https://hooks.example.org:8443/a'],
    ['https://例え.example/', 'https://xn--r8jz45g.example/'],
    ['https://1.1.1.1/', 'https://1.1.1.1/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
    ['', 'malformed'], ['hooks.example.org', 'malformed'], ['//hooks.example.org', 'malformed'], ['https://', 'malformed'], ['https://a b/', 'malformed'], ['https://hooks.example.org/#a', 'malformed'],
    ['ftp://hooks.example.org/', 'malformed'], ['file:///etc/passwd', 'malformed'], ['gopher://hooks.example.org/', 'malformed'], ['javascript:alert(1)', 'malformed'], ['data:text/plain,x', 'malformed'],
    ['http://hooks.example.org/', 'insecure'],
    ['https://me@hooks.example.org/', 'credentials'], ['https://me:pass@hooks.example.org/', 'credentials'], ['https://1.1.1.1@127.0.0.1/', 'credentials'],
    ['https://hooks.example.org:22/', 'port'], ['https://hooks.example.org:25/', 'port'], ['https://hooks.example.org:6379/', 'port'], ['https://hooks.example.org:27017/', 'port'],
    [`https://hooks.example.org/${'a'.repeat(500)}`, 'malformed'],
  ])('%s: %s', (address, expected) => expect(judged(address)).toBe(expected))

  it.each([
    '127.0.0.1', 'localhost', 'LOCALHOST.', 'db.localhost', '127.1', '127.0.1', '0x7f.0.0.1', '0x7f000001', '2130706433', '017700000001', '0177.0.0.1', '0', '127.0.0.1.', '127.000.000.001', '①②⑦.⓪.⓪.①', '１２７.0.0.1', '127。0。0。1', '%31%32%37.0.0.1',
    '169.254.169.254', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '100.100.100.200', '10.0.0.1', '192.168.0.1', '224.0.0.1', '255.255.255.255',
    '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '[::127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::a9fe:a9fe]', '[2002:7f00:1::]', '[fd00:ec2::254]', '[fe80::1]', '[ff02::1]',
  ])('%s is refused however it is written', (host) => expect(judged(`https://${host}/`)).toBe('private'))

  it.each(['[fe80::1%25eth0]', '[fe80::1%eth0]', '256.1.1.1', '1.2.3.4.5', '0x7f.0.0.0x100'])('%s is no address', (host) => expect(judged(`https://${host}/`)).toBe('malformed'))

  it.each([
    ['http://10.1.2.3/', 'http://10.1.2.3/'],
    ['http://10.1.2.3:9000/', 'http://10.1.2.3:9000/'],
    ['http://[::ffff:10.1.2.3]/', 'http://[::ffff:a01:203]/'],
    ['http://[fd00::5]/', 'http://[fd00::5]/'],
    ['http://0x7f.1:5000/', 'http://127.0.0.1:5000/'],
    ['http://127.0.0.1:22/', 'port'],
    ['http://127.0.0.2/', 'private'],
    ['http://localhost:5000/', 'http://localhost:5000/'],
    ['http://10.2.0.1/', 'private'],
    ['http://1.1.1.1:9000/', 'private'],
    ['http://hooks.example.org/', 'http://hooks.example.org/'],
  ])('in an office that allows some of its own: %s is %s', (address, expected) => expect(judged(address, HOUSE)).toBe(expected))

  it.each([
    ['93.184.216.34', 'https://x.example/', OPEN, true],
    ['10.1.2.3', 'https://x.example/', OPEN, false],
    ['10.1.2.3', 'https://x.example/', HOUSE, true],
    ['10.1.2.3', 'https://x.example:9000/', HOUSE, true],
    ['93.184.216.34', 'https://x.example:9000/', HOUSE, false],
    ['', 'https://x.example/', HOUSE, false],
  ] as const)('%s for %s may be reached: %s', (address, url, allowed, expected) => expect(mayReach(address, new URL(url), allowed)).toBe(expected))
})
