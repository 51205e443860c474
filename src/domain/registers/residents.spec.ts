import { describe, expect, it } from 'vitest'
import { findPeople, PEOPLE_KINDS, type PeopleKind } from './residents'

const refused: [string, PeopleKind][] = [
  ['住户名册', 'residentList'], ['人员登记', 'residentList'], ['重点人员', 'residentList'], ['重点人群台账', 'residentList'], ['流动人口', 'residentList'], ['流动人口登记', 'residentList'], ['租户信息', 'residentList'], ['租 户 登 记 表', 'residentList'],
  ['实有人口台账', 'residentList'], ['管控对象', 'residentList'], ['信访人员', 'residentList'], ['社区矫正人员', 'residentList'], ['精神障碍患者', 'residentList'], ['吸毒人员清单', 'residentList'], ['独居老人名单', 'residentList'], ['残疾人花名册', 'residentList'],
  ['低保户台账', 'residentList'], ['育龄妇女登记', 'residentList'], ['从业人员名单', 'residentList'], ['居民基本信息', 'residentList'], ['一人一档', 'residentList'], ['出租房房东登记', 'residentList'], ['访客登记', 'residentList'], ['党员名册', 'residentList'], ['家庭走访记录', 'residentList'],
  ['Residents list', 'residentList'], ['List of tenants', 'residentList'], ['Key persons', 'residentList'], ['Floating population', 'residentList'], ['Watch list', 'residentList'], ['Register of elderly people', 'residentList'],
  ['店主姓名', 'personDetails'], ['老板的手机', 'personDetails'], ['从业人员姓名', 'personDetails'], ['房东电话', 'personDetails'], ['学员联系方式', 'personDetails'], ['获奖者姓名', 'personDetails'], ['员工健康状况', 'personDetails'], ['法定代表人手机', 'personDetails'],
  ["Shop owner's name", 'personDetails'], ['Phone of the tenant', 'personDetails'], ['Names of employees', 'personDetails'],
]

const fine = [
  '七小门店', '建筑工地', '求助点', '微型消防站', '培训课程', '应急演练', '装备发放', '集体荣誉', '志愿者名册', '网格员名册', '工作人员名单', '值班人员登记', '从业人员体检人数', '从业人员人数', '从业人员都体检了吗', '独居老人服务点', '老年食堂', '残疾人设施', '流动人口服务站', '居民议事厅',
  '业主委员会台账', '居民活动室', '重点单位', '重点人行天桥', '管理人员电话', '单位值班电话', '店铺电话', '负责人电话', '安全责任人', '消防设施档案', '楼里有几户需要帮助', '楼栋户数', '儿童乐园', '学校和幼儿园', '出租房屋栋数', '物业公司', '人员密集场所', '人行道', '登记点', '信息公示栏', '志愿小组', '巡逻队员名单',
  'Shops', 'Construction sites', 'Volunteer roster', 'Number of employees', 'Shop phone', 'Help points for older people', 'Staff on duty', 'Residents’ meeting room', 'Courses and drills', 'Honours', '',
]

describe('findPeople', () => {
  it.each(refused)('refuses "%s": %s', (text, kind) => {
    expect(findPeople(text, { mayWarn: false })?.kind).toBe(kind)
  })

  it.each(fine)('lets "%s" pass', (text) => {
    expect(findPeople(text, { mayWarn: false })).toBeUndefined()
  })

  it('says why and what instead, in both languages, for each kind', () => {
    expect(new Set(refused.map(([, kind]) => kind))).toEqual(new Set(PEOPLE_KINDS))
    for (const [text] of refused) {
      const refusal = findPeople(text, { mayWarn: false })
      for (const words of [refusal?.why, refusal?.instead]) expect([words?.zh, words?.en].every((part) => part && part.length > 10)).toBe(true)
    }
  })

  it.each(['请不要写住户姓名', '不登记房东电话', '无需填从业人员姓名', '按场次和人数记，不留参加人名单', 'Do not write names of tenants'])('in a help text "%s" asks nothing', (text) => {
    expect(findPeople(text, { mayWarn: true })).toBeUndefined()
    expect(findPeople(text, { mayWarn: false })).toBeDefined()
  })

  it.each(['请写店主姓名', '不要漏了门头，再写房东电话', 'Enter the names of tenants'])('in a help text "%s" still asks', (text) => {
    expect(findPeople(text, { mayWarn: true })).toBeDefined()
  })
})
