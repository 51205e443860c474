import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateText, dayNumber } from './calendar'
import { LIST_PROBLEMS, readHolidayList, type ListedDay } from './holidayList'

/** A notice as it is written: numbered, with weekdays, counts and full-width signs. */
const NOTICE_2026 = `各单位：
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：６月１９日（周五）至２１日（周日）放假，共３天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间请安排好值班。`

const of = (days: readonly ListedDay[], kind: ListedDay['kind']): string[] => days.filter((day) => day.kind === kind).map(({ date }) => date.slice(5))
const told = (text: string, year = 2027): string[] => readHolidayList(text, year).days.map(({ date, kind, name }) => `${date} ${kind} ${name ?? '-'}`)

describe('a year’s list', () => {
  it('is read from a whole notice', () => {
    const { days, problems } = readHolidayList(NOTICE_2026, 2026)
    expect(problems).toEqual([])
    expect(of(days, 'workday')).toEqual(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'])
    expect(of(days, 'holiday')).toHaveLength(33)
    expect(days.filter(({ name }) => name === '春节').map(({ date }) => date).slice(0, 3)).toEqual(['2026-02-14', '2026-02-15', '2026-02-16'])
    expect(days.map(({ date }) => date)).toEqual([...days.map(({ date }) => date)].sort())
  })

  it.each([
    { line: '元旦：1月1日至3日放假，1月4日（周一）上班', is: ['2027-01-01 holiday 元旦', '2027-01-02 holiday 元旦', '2027-01-03 holiday 元旦', '2027-01-04 workday 元旦'] },
    { line: '元旦: 12月31日至1月2日放假', is: ['2026-12-31 holiday 元旦', '2027-01-01 holiday 元旦', '2027-01-02 holiday 元旦'] },
    { line: '元旦：12月31日（周四）至1月1日（周五）放假', is: ['2026-12-31 holiday 元旦', '2027-01-01 holiday 元旦'] },
    { line: '元旦：2026年12月31日至2027年1月1日放假', is: ['2026-12-31 holiday 元旦', '2027-01-01 holiday 元旦'] },
    { line: '端午节：6月9日放假，与周末连休。', is: ['2027-06-09 holiday 端午节'] },
    { line: '国庆节：9月30日-10月2日放假', is: ['2027-09-30 holiday 国庆节', '2027-10-01 holiday 国庆节', '2027-10-02 holiday 国庆节'] },
    { line: '5月1日放假。', is: ['2027-05-01 holiday -'] },
    { line: '劳动节：5月1日放假\n5月8日上班', is: ['2027-05-01 holiday 劳动节', '2027-05-08 workday 劳动节'] },
    { line: 'date,kind,name\n2027-01-01,holiday,元旦\n2027/1/4，上班，\n2027-01-02\t休\t元旦', is: ['2027-01-01 holiday 元旦', '2027-01-02 holiday 元旦', '2027-01-04 workday -'] },
    { line: '元旦：1月1日、2日、3日放假3天', is: ['2027-01-01 holiday 元旦', '2027-01-02 holiday 元旦', '2027-01-03 holiday 元旦'] },
    { line: '', is: [] },
  ])('reads $line', ({ line, is }) => {
    expect(readHolidayList(line, 2027).problems).toEqual([])
    expect(told(line)).toEqual(is)
  })

  const wrong: [(typeof LIST_PROBLEMS)[number], string][] = [
    ['notUnderstood', '元旦：1月1日不知道'], ['notUnderstood', '2027-01-01,也许,元旦'], ['noSuchDay', '春节：2月30日放假'], ['noSuchDay', '2027-02-30,holiday,'], ['wrongWeekday', '元旦：1月1日（周四）放假'], ['wrongWeekday', '元旦：1月1日（周五）至3日（周六）放假'],
    ['wrongCount', '元旦：1月1日至3日放假，共4天'], ['endsBeforeStart', '国庆节：10月7日至3日放假'], ['twice', '元旦：1月1日放假\n别的：1月1日上班'], ['halfDay', '除夕：2月16日下午放假'], ['halfDay', '春节：2月16日上午上班，17日至22日放假'], ['hoursUnclear', '2027-02-05,半天,除夕'],
    ['hoursUnclear', '2027-02-05,上班,除夕,上到12点'], ['hoursUnclear', '2027-02-05,放假,除夕,09:00-12:00'], ['hoursUnclear', '2027-02-05,半天,除夕,12:00-09:00'],
  ]
  it.each(wrong)('tells %s of %s, with the number of its line', (code, line) => {
    const lines = line.split('\n').length
    expect(readHolidayList(`标题\n${line}`, 2027).problems).toContainEqual(expect.objectContaining({ code, line: lines + 1 }))
  })

  it.each([
    ['2027-02-05,半天,除夕,9:00-12:00', [{ from: 540, to: 720 }]],
    ['2027-02-05\t上班\t除夕\t09：00—10：30 14:00～15:00', [{ from: 540, to: 630 }, { from: 840, to: 900 }]],
    ['2027-02-05,上班,补班,周五那天的', undefined],
    ['2027-02-05,放假,春节,第1天', undefined],
  ])('reads hours of their own: %s', (line, hours) => {
    const { days, problems } = readHolidayList(line, 2027)
    expect([problems, days[0]?.hours]).toEqual([[], hours])
  })

  it('has a case for every problem', () => expect(LIST_PROBLEMS.filter((code) => !wrong.some(([each]) => each === code))).toEqual([]))

  const day = fc.record({ at: fc.integer({ min: dayNumber('2027-01-01'), max: dayNumber('2027-12-31') }), kind: fc.constantFrom('holiday' as const, 'workday' as const), name: fc.constantFrom('元旦', '春节') })
  it('reads back any table it is given', () => {
    fc.assert(fc.property(fc.uniqueArray(day, { selector: ({ at }) => at, maxLength: 40 }), (days) => {
      const list = days.map(({ at, kind, name }) => ({ date: dateText(at), kind, name }))
      const read = readHolidayList(list.map(({ date, kind, name }) => `${date},${kind},${name}`).join('\n'), 2027)
      expect(read).toEqual({ problems: [], days: [...list].sort((a, b) => (a.date < b.date ? -1 : 1)) })
    }))
  })

  it('never throws, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('1', '2', '9', '月', '日', '年', '至', '放假', '上班', '（', '周一', '）', '：', '，', '\n', '共', '天', '-', ',') , maxLength: 60 }), (text) => {
      const { days } = readHolidayList(text, 2027)
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
    }), { numRuns: 500 })
  })
})
