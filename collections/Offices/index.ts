import type { CollectionConfig } from 'payload'
import { hiddenUnless } from '@/access/menu'
import { accessAnd, holds, nobody, staff, theOffice } from '@/access'
import { area, bool, choice, code, idField, json, num, text } from '@/fields'
import { names } from '@/fields/serviceOnly'
import { changeReason } from '@/fields/structure'
import { forgetStructure } from '@/hooks/forgetStructure'
import { keepBefore, recordChange } from '@/hooks/recordChange'
import { proveForKeeping } from '@/hooks/proveForKeeping'
import { takeReason } from '@/hooks/takeReason'
import { checkFoot } from './hooks/checkFoot'
import { checkHours } from './hooks/checkHours'
import { checkLook } from './hooks/checkLook'
import { checkNavigation } from './hooks/checkNavigation'
import { scanProcessing } from './hooks/scanProcessing'
import { moveClocks } from './hooks/moveClocks'
import { SLUG } from '@/slugs'

/** One row per office; with a single row the interface never mentions offices (decisions.md 2). */
export const Offices: CollectionConfig = {
  slug: SLUG.offices,
  labels: { singular: '街道设置', plural: '街道设置' },
  admin: { hideAPIURL: true, hidden: hiddenUnless('settings.edit', 'audit.view', 'structure.edit'), group: '系统', useAsTitle: 'name', description: '街道的名称、电话、工作时间、保存期限和品牌颜色。居民在每一页都看得到。', defaultColumns: ['name', 'dutyPhone', 'timeZone'] },
  access: { read: accessAnd(staff, theOffice), create: nobody, update: accessAnd(holds('settings.edit'), theOffice), delete: nobody, unlock: nobody, readVersions: nobody },
  graphQL: names(SLUG.offices),
  disableDuplicate: true,
  hooks: { beforeValidate: [takeReason], beforeChange: [proveForKeeping, keepBefore, checkLook, checkFoot, checkNavigation, checkHours, scanProcessing], afterChange: [moveClocks, recordChange, forgetStructure] },
  fields: [
    idField(),
    code(),
    text('name', '街道名称', { required: true, localized: true, help: '全称，页脚和打印件上用。' }),
    text('shortName', '简称', { localized: true, help: '页头和手机上用，越短越好，两到八个字。' }),
    text('seal', '印记', { help: '页头方块里的一个字。' }),
    text('phone', '办公电话', { help: '上班时间打的电话；留空不显示。' }),
    text('dutyPhone', '24 小时值班电话', { help: '居民每页顶上看到的电话。' }),
    text('address', '地址', { localized: true, help: '居民上门找得到的地址；留空不显示。' }),
    text('hours', '对外办公时间', { localized: true, help: '写给居民看的话，例如“周一至周五 9:00–17:30”。时限不按它算。' }),
    text('timeZone', '时区', { defaultValue: 'Asia/Shanghai', help: '在中国就是 Asia/Shanghai，一般不用改。' }),
    json('week', '每周工作时间', { help: '周一到周日各有哪几段工作时间。时限按它计算；改动后，在办事项的时限重新计算。', shownBy: 'WeekField.client#WeekField' }),
    json('calendarYears', '已录入节假日的年份', { help: '例如 2026 2027。没有录入的年份，涉及它的时限会标明“节假日未公布”。', shownBy: 'YearsField.client#YearsField' }),
    text('footerHost', '主办单位', { localized: true, help: '页脚写明的主办单位。' }),
    text('footerSupport', '承办单位', { localized: true, help: '页脚写明的承办单位；没有就不写。' }),
    area('footerContact', '网站联系方式', { localized: true, help: '写给居民：这个网站有问题找谁，例如电话和接听时间。' }),
    text('footerIcp', 'ICP 备案号', { help: '例如“京ICP备00000000号-1”。公开网站必须有，在首页底部居中，链到工信部备案网站。' }),
    text('footerPolice', '公安联网备案号', { help: '例如“京公网安备00000000000000号”。公开网站必须有，链到公安备案网站。' }),
    text('footerSiteCode', '网站标识码', { help: '政府网站的十位标识码，显示在页脚。' }),
    choice('footerFault', '网站找错', [['report', '到“我要反映”'], ['mail', '发邮件'], ['none', '不设']], { defaultValue: 'report', help: '页脚“网站找错”通到哪里。' }),
    text('footerFaultMail', '找错的邮箱', { help: '选“发邮件”时必须写。' }),
    json('navigation', '导航', { help: '页头和页脚有哪些入口、什么顺序，在“街道设置”页里改；留空用系统的顺序。' }),
    area('notFoundWords', '找不到页面时的话', { localized: true, help: '居民打开了没有的地址时看到；留空用系统的话。' }),
    area('failedWords', '出错时的话', { localized: true, help: '系统出错时居民看到；留空用系统的话。' }),
    num('contactRetentionDays', '联系方式保留天数', { min: 1, max: 3650, defaultValue: 90, help: '归档后多少天擦除报告人的联系方式。' }),
    bool('retentionOn', '到期自动销毁', { defaultValue: false, help: '打开后，系统每天按各类事项和台账的保留天数销毁到期的内容。' }),
    num('retentionDays', '整件事项保留天数', { min: 365, max: 36500, help: '事项类型没有另定时用它；留空就一直保留。' }),
    choice('retentionMode', '到期后', [['anonymise', '去标识'], ['delete', '删除']], { defaultValue: 'anonymise', help: '去标识留下数字，删除只留下编号、类型和日期。' }),
    num('erasureReplyDays', '删除要求几天内答复', { min: 1, max: 60, defaultValue: 15, help: '报告人在办理中要求删除时，最晚多少天内答复。' }),
    json('processing', '处理活动的补充', { help: '各项个人信息处理活动由街道补写的话，在“处理活动登记”里改。' }),
    num('draftHours', '未发送草稿保留小时数', { min: 1, max: 168, defaultValue: 24, help: '居民填到一半没有发送的内容，过多久删除。' }),
    num('nearBoundaryMetres', '边界提示距离（米）', { min: 0, max: 500, defaultValue: 30, help: '地点离边界比这更近，就问居民在哪一边。' }),
    choice('codePattern', '网格编码', [['free', '自己编'], ['digits14', '14 位数字'], ['digits15', '15 位数字']], { defaultValue: 'free', help: '新网格的编码按它提示下一个号。' }),
    text('brand', '主色', { help: '形如 #9E2B25；保存时检查与白字的对比度。' }),
    text('accent', '点缀色', { help: '链接的线、箭头和页顶的线；形如 #1F6F5C，留空跟主色。' }),
    choice('corner', '圆角', [['0', '直角'], ['4', '小圆角'], ['6', '中圆角'], ['12', '大圆角']], { help: '按钮、框和图片的角；留空为中圆角。' }),
    choice('headingFace', '标题字体', [['song', '宋体'], ['sans', '黑体']], { help: '标题和大数字的字体；留空为宋体。' }),
    bool('appointmentsOpen', '等待所有者指定安全管理员和审计员', { readOnly: true, help: '首次登录指定之后自动关闭，不能再开。' }),
    text('preset', '应用的结构包', { readOnly: true, help: '开通时用的哪一个结构包。' }),
    choice('setup', '开通向导', [['pending', '没走完'], ['done', '走完了']], { readOnly: true, help: '第一次登录时的向导走完没有。' }),
    choice('reportDoor', '居民反映入口', [['open', '开放'], ['closed', '暂停']], { defaultValue: 'open', help: '暂停后居民不能再反映，已经反映的照样能查。' }),
    area('reportClosedWords', '暂停时对居民说的话', { localized: true, help: '说清为什么、到什么时候、急事打哪个电话。' }),
    changeReason,
  ],
}
