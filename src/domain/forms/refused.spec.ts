import { describe, expect, it } from 'vitest'
import { findRefusal } from './refused'
import { REFUSED_KINDS, type RefusedKind } from './refused-words'

const asked: [string, RefusedKind][] = [
  ['您的身份证号', 'identityNumber'], ['身 份 证 号 码', 'identityNumber'], ['请上传护照首页', 'identityNumber'], ['证件类型', 'identityNumber'], ['社保卡号', 'identityNumber'], ['户口本照片', 'identityNumber'],
  ['ＩＤ card', 'identityNumber'], ['Your ID number', 'identityNumber'], ['Passport number', 'identityNumber'], ["Driver's licence", 'identityNumber'], ['id number', 'identityNumber'], ['不填身份证号不予受理', 'identityNumber'],
  ['请拍一张人脸照片', 'face'], ['上传自拍', 'face'], ['采集指纹', 'face'], ['A photo of your face', 'face'], ['Selfie', 'face'],
  ['宗教信仰', 'belief'], ['您信教吗', 'belief'], ['政治面貌', 'belief'], ['是否党员', 'belief'], ['平时有哪些言论', 'belief'], ['Your religion', 'belief'], ['Political views', 'belief'], ['Are you a party member?', 'belief'],
  ['民族', 'origin'], ['籍贯', 'origin'], ['户籍所在地', 'origin'], ['有没有前科', 'origin'], ['Ethnicity', 'origin'],
  ['银行卡号', 'account'], ['请输入密码', 'account'], ['短信验证码', 'account'], ['Bank account', 'account'],
  ['近14天去过哪些地方', 'movements'], ['行踪轨迹', 'movements'], ['Travel history', 'movements'],
  ...['身分證', '您的证号', '证号', '您的18位号码', 'sfz号', 'ID Nr'].map((text): [string, RefusedKind] => [text, 'identityNumber']),
  ...['请上传正脸照', '大头照', '露脸的照片', '五官照片'].map((text): [string, RefusedKind] => [text, 'face']),
  ...['您信佛吗', '您信什么教', '您是基督徒吗', '您参加教会吗', '党员', '您是不是党员', '政治身份', 'Are you Muslim', 'Do you pray'].map((text): [string, RefusedKind] => [text, 'belief']),
  ...['是不是回族', '您是哪个族的'].map((text): [string, RefusedKind] => [text, 'origin']),
  ...['邻居姓什么', '隔壁住的是谁', '楼上那家人叫什么', '他叫什么名字', '扰民的人叫什么', '养狗人的住址', '对方车牌号', '配偶姓名', '孩子的姓名', '子女姓名', '子女学校', '家属电话', '老人姓名和电话', '被帮扶人姓名', '同住人员', '家里都有谁', '房屋里住了谁', '房客身份信息', '您要举报谁',
    'who is making the noise', 'name of whoever did it', 'who lives upstairs'].map((text): [string, RefusedKind] => [text, 'otherPeople']),
  ['邻居的姓名', 'otherPeople'], ['对方的电话是多少', 'otherPeople'], ['租客姓名和电话', 'otherPeople'], ['当事人家庭住址', 'otherPeople'], ['车主联系方式', 'otherPeople'], ["Your neighbour's name", 'otherPeople'], ['Name of the tenant', 'otherPeople'],
]

const harmless = [
  '维护照明设施', '养护照明', '街道教室在哪', '人行道教学点', '通信教育', '加入党群服务活动', '建筑立面部分脱落', '路面容易积水', '留言论坛', '以前科室', '门禁密码锁坏了', '指纹锁坏了', '档案底册', '民族园路',
  '工地或施工单位叫什么', '店铺名称', '物业公司电话', '业主委员会电话', '漏水的楼上住户门牌号', '施工许可证号', '草场证号', '摊位证号', '渔船证号', '几盏灯不亮', '营业执照名称', '灯杆编号', '家里有几口人需要帮助', '老人助餐点电话', '家属院物业电话', '楼下店铺的名字', '其他联系方式', '其他地址', '党员志愿服务队', '党员先锋岗', '教会老人用手机', '营业执照证号', '不动产权证号', '从业资格证号', '五官科在几楼', '同住人员数', '被困的是老人吗', '孩子能不能自己走', '违停车辆的车牌号', '听得到什么声音', '孩子活动场地的照片', 'Who is on duty?', 'Where do you live upstairs?', '民族团结活动', '少先队', '噪声是从谁家传来的还是路上', '三位一体井盖', '11位水表号码',
  'Does the shop face the street?', 'Lamp post ID number', 'Which tape?', 'Name of the shop', 'Site manager on duty', 'In good faith', 'The race took place on Sunday', 'Where is the church?', '',
]

describe('findRefusal', () => {
  it.each(asked)('%s: %s', (text, kind) => {
    expect(findRefusal(text, { mayWarn: false })?.kind).toBe(kind)
  })

  it.each(harmless)('lets "%s" pass', (text) => {
    expect(findRefusal(text, { mayWarn: false })).toBeUndefined()
  })

  it('has an example of every kind, with a reason and another way in both languages', () => {
    expect(new Set(asked.map(([, kind]) => kind))).toEqual(new Set(REFUSED_KINDS))
    for (const [text] of asked) {
      const refusal = findRefusal(text, { mayWarn: false })
      for (const words of [refusal?.why, refusal?.instead]) expect([words?.zh, words?.en].every((part) => part && part.length > 10)).toBe(true)
    }
  })

  it.each([
    '请不要写身份证号和别人的姓名', '请勿上传身份证照片', '我们不收集身份证号', '请别写邻居的姓名', 'Please do not write your ID number', "We don't ask for passports: don't send passports", 'No need to give your passport number',
  ])('in a help text "%s" warns and asks nothing', (text) => {
    expect(findRefusal(text, { mayWarn: true })).toBeUndefined()
    expect(findRefusal(text, { mayWarn: false })).toBeDefined()
  })

  it.each(['不要漏填身份证号', '请按类别写身份证号', '不要写门牌号但要写身份证号', '不要着急。填身份证号', '如不方便请填身份证号', 'Do not forget your passport number'])('in a help text "%s" still asks', (text) => {
    expect(findRefusal(text, { mayWarn: true })).toBeDefined()
  })
})
