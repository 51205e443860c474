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

/** The same people under another name, in other signs, and by what only a person has. */
const hidden: [string, 'name' | 'field' | 'text', PeopleKind][] = [
  ...['帮扶对象', '帮扶对象台账', '帮困对象', '包保对象', '被帮扶人', '走访对象', '慰问对象', '精神障碍', '精 障 患 者', '精神异常', '失独家庭', '五类人员', '三失人员', '社会面人员', '流浪乞讨人员', '安置帮教', '刑释', '吸毒', '缠访', '关注名单', '不放心人员', '可疑人员', '高危人群', '重點人員', '獨居老人名單', '重.点.人.员', '重/点/人/员', '服务对象名单', '入住人员登记', '孤儿台账',
    'Assisted persons', 'Supported households', 'Mental disorder', 'Vulnerable residents', 'Targeted persons', 'Ex-offenders', 'Priority people', 'Psychiatric patients', 'Special population'].map((text): [string, 'text', PeopleKind] => [text, 'text', 'residentList']),
  ...['独居老人', '空巢老人', '残疾人', '低保户', '困难家庭', '困难群众', '刑满释放', '宠物主人', '吹哨人', '孕产妇', '房屋里住了谁', '留守儿童', '租户', '住户', '业主', '服务对象', '联系对象', '居民', '人员', '人口', '辖区内人口信息', '社区老人情况', 'People', 'Residents', 'Our tenants', 'Elderly living alone', 'Families in need', 'Household members', 'Persons under community correction', 'Foreign nationals', 'Suspects', 'Persons'].map((text): [string, 'name', PeopleKind] => [text, 'name', 'residentList']),
  ...['姓名', '姓 名', '姓/名', '姓_名', '您的姓名', '全名', '名字', '性别', '年龄', '出生日期', '住址', '现住址', '家庭住址', '居住地址', '家住哪里', '职业', '工作单位', '监护人', '婚姻状况', '与户主关系', '健康状况', '户主', '承租人', '党员姓名', '政治表现', '思想', '是否独居', '身体状况', '表现', 'XingMing', 'Full name', 'Home address', 'Date of birth', 'Sex', 'Age', 'Where she lives', 'Marital status', 'Next of kin'].map((text): [string, 'field', PeopleKind] => [text, 'field', 'personDetails']),
]

/** What an office may call its lists and ask of a place or of a business. */
const honest: [string, 'name' | 'field'][] = [
  ...['便民点', '养老驿站', '残疾人设施', '困难群众救助站', '精神卫生服务点', '精神文明建设', '帮扶项目', '帮扶车间', '志愿者名册', '管理人员', '值班人员', '应急物资', '重点部位', '安全责任人', '人口文化园', '业主委员会', '学校', '儿童乐园', 'Shops', 'Help points', 'People’s park', 'Responsible persons on duty', 'Volunteers'].map((text): [string, 'name'] => [text, 'name']),
  ...['名称', '店名', '联系电话', '经营者联系电话', '店主业务电话', '负责人', '负责人姓名', '楼门长', '联系人', '地址', '服务对象', '适合年龄', '都有哪些设备', '党员活动室', '节目表演', '人口数', '户数', '帮扶责任人', 'Name', 'Phone', 'Address', 'Contact person', 'Opening hours', 'Number of residents', 'Whom it is for'].map((text): [string, 'field'] => [text, 'field']),
]

describe('findPeople', () => {
  it.each(hidden)('refuses "%s" as a %s: %s', (text, of, kind) => expect(findPeople(text, { mayWarn: false, of })?.kind).toBe(kind))
  it.each(honest)('lets "%s" pass as a %s', (text, of) => expect(findPeople(text, { mayWarn: false, of })).toBeUndefined())

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
