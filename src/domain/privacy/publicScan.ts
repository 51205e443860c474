import { scanText, type FindingKind } from './scan'

/** What stands in the way of publishing a text as it is. */
export const PUBLIC_KINDS = ['idNumber', 'bankCard', 'phone', 'plate', 'email', 'name', 'address'] as const
export type PublicKind = (typeof PUBLIC_KINDS)[number]

/** A place in the text, as UTF-16 offsets. */
export type PublicFinding = { kind: PublicKind | FindingKind; start: number; end: number; text: string }

const SURNAME = /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧阳温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由]/

/** Words that follow such a label and are no person. */
const NOBODY = /(?:室|办|科|中心|部|站|处|组|队|所|会|委|局|厅|院|校|司|店|热线|电话|同志|人员|不详|保密)$/

const LABELLED = /(?:姓\s?名|联系人|当事人|投诉人|举报人|反映人|报告人|申请人|住户|业主|租户|患者|户主)\s?[:：]\s?([\u4e00-\u9fa5]{2,4})(?![\u4e00-\u9fa5])/g

/** Down to the door: a building alone, or a staircase, is a place and nobody's home. */
const DOORS = [
  /\d{1,4}\s?(?:号楼|号院|栋|幢|座|号)\s?(?:\d{1,3}\s?(?:号楼|栋|幢)\s?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:单元|门)\s?\d{1,2}(?:层|楼)?\s?\d{0,4}\s?(?:室|户|号)(?!楼|院)/g,
  /\d{1,4}\s?(?:号楼|栋|幢|座)\s?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:单元|门)\s?)?\d{3,4}\s?(?:室|户)?(?![\d人个米元年])/g,
  /(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:单元|门)\s?\d{3,4}\s?(?:室|户)?(?![\d人个米元年])/g,
]

const names = (text: string): PublicFinding[] =>
  Array.from(text.matchAll(LABELLED)).flatMap((match) => {
    const name = match[1] ?? ''
    const start = match.index + match[0].length - name.length
    return SURNAME.test(name) && !NOBODY.test(name) ? [{ kind: 'name' as const, start, end: start + name.length, text: name }] : []
  })

const doors = (text: string): PublicFinding[] =>
  DOORS.flatMap((shape) => Array.from(text.matchAll(shape), (match) => ({ kind: 'address' as const, start: match.index, end: match.index + match[0].length, text: match[0] })))

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s()-]/g, '').toUpperCase()

/** Every place whose finding overlaps none before it. */
const apart = (found: readonly PublicFinding[]): PublicFinding[] =>
  found.reduce<PublicFinding[]>((kept, each) => (kept.some(({ start, end }) => each.start < end && start < each.end) ? kept : [...kept, each]), [])

/**
 * Finds what looks like somebody's number, card, plate, name or home in a text that is to be public. `known`: the office's own numbers and addresses,
 * which are public already. In order of place.
 */
export const scanForPublic = (text: string, known: readonly string[] = []): PublicFinding[] => {
  const own = known.map(plain).filter((each) => each.length >= 3)
  return apart([...scanText(text), ...names(text), ...doors(text)]).filter((found) => !own.some((each) => each.includes(plain(found.text)))).sort((one, other) => one.start - other.start)
}

const AROUND = 8

/** A finding with a few words before and behind it, to be found again in the text. */
export const quoteOf = (text: string, { start, end }: Pick<PublicFinding, 'start' | 'end'>): string =>
  `${start > AROUND ? '…' : ''}${text.slice(Math.max(0, start - AROUND), end + AROUND).replace(/\s+/g, ' ')}${end + AROUND < text.length ? '…' : ''}`
