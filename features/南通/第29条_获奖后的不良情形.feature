# language: zh-CN
@条-29
功能: 获奖后的不良情形

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“1”家组织和“1”名个人

  规则: 自确认之日起三十日内书面报告市质委办

    @行-nt-29-01 @应允许
    场景: 第三十日是星期日，次日报告
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 今天是“2024-04-01”
      而且 已办理“adverse_fact_reported”
      当 时间到了“2024-04-10”
      那么 审计没有发现“duty.once@29”
      而且 账本没有新增其他记录

    @行-nt-29-01 @应提示 @陷阱-23
    场景: 再迟一日报告
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 今天是“2024-04-02”
      而且 已办理“adverse_fact_reported”
      当 时间到了“2024-04-10”
      那么 审计发现“duty.once@29”，其中写明“甲公司应在 2024-04-01 前履行”
      而且 账本没有新增其他记录

    @行-nt-29-01 @应提示
    场景: 一直没有报告
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      当 时间到了“2024-04-02”
      那么 审计发现“duty.once@29”，其中写明“至今没有记录”
      而且 账本没有新增其他记录

    @行-nt-29-01 @应允许
    场景: 期限的最后一日还没有过去
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      当 时间到了“2024-04-01”
      那么 审计没有发现“duty.once@29”
      而且 账本没有新增其他记录

    @行-nt-29-01 @应提示
    场景: 只打了电话，没有书面报告
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      当 办理“adverse_fact_reported”
        | 字段 | 值        |
        | form | telephone |
      那么 予以受理，并提示“duty.once@29”
      而且 账本没有新增其他记录

    @行-nt-29-01 @应允许
    场景: 书面报告
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      当 办理“adverse_fact_reported”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-29-01 @应允许
    场景: 投诉不属于第十三条的情形，没有报告的义务
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | kind         | complaint |
      当 时间到了“2024-12-01”
      那么 审计没有发现“duty.once@29”
      而且 账本没有新增其他记录

    @行-nt-29-01 @应允许
    场景: 获奖前确认的情形，没有报告的义务
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2023-11-27 |
        | occurred_on  | 2023-11-01 |
      当 时间到了“2024-12-01”
      那么 审计没有发现“duty.once@29”
      而且 账本没有新增其他记录

    @行-nt-29-01 @应提示
    场景大纲: 获奖个人违法的，也应当报告
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | party        | 王某 |
        | kind         | <情形> |
        | level        | <程度> |
      当 时间到了“2024-04-02”
      那么 审计发现“duty.once@29”，其中写明“获奖者书面报告不良情形”
      而且 账本没有新增其他记录

      例子:
        | 情形         | 程度    |
        | breach       | minor   |
        | irregularity | serious |

    @行-nt-29-01 @应允许
    场景: 获奖个人一般违规，没有报告的义务
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | party        | 王某 |
        | kind         | irregularity |
        | level        | ordinary |
      当 时间到了“2024-04-02”
      那么 审计没有发现“duty.once@29”
      而且 账本没有新增其他记录

  规则: 确认的日期和机关应当登记

    @行-nt-29-04 @如实记录
    场景: 登记确认日期
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      当 办理“adverse_fact_recorded”
        | 字段         | 值         |
        | confirmed_on | 2024-03-01 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-29-04 @应提示
    场景: 没有确认日期，期限无法计算
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 空 |
      当 时间到了“2024-03-06”
      那么 审计发现“duty.once@29”，其中写明“没有登记起算的日期”
      而且 账本没有新增其他记录

  规则: 市质委办调查核实，报告市质委会；条文没有期限，账本以三个月为提示线

    @行-nt-29-02 @应允许
    场景: 四月二十日报告调查核实情况
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      当 时间到了“2024-12-01”
      那么 审计没有发现“duty.once@29”
      而且 账本没有新增其他记录

    @行-nt-29-02 @应提示
    场景: 没有调查核实
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      当 时间到了“2024-06-04”
      那么 审计发现“duty.once@29”，其中写明“市质委办应在 2024-06-03 前履行”
      而且 账本没有新增其他记录

  规则: 情节严重、影响恶劣的，由市质委会报请市人民政府撤销称号

    @行-nt-29-03 @应允许
    场景: 调查、认定、提请以后撤销
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      而且 今天是“2024-07-01”
      当 办理“award_revoked”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-29-03 @应拒绝
    场景: 没有市质委会的提请
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-07-01”
      当 办理“award_revoked”
      那么 拒绝，代码“revoke.ground@29”，依据第“29”条
      而且 账本没有新增其他记录

    @行-nt-29-03 @应提示 @转录
    场景: 补录没有提请的撤销决定
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-07-05”
      当 转录“government”“2024-07-01”的“award_revoked”
      那么 须先知悉“revoke.ground@29”才能转录
      而且 账本没有新增其他记录
      当 知悉“revoke.ground@29”后转录“government”“2024-07-01”的“award_revoked”
      那么 予以受理，并提示“revoke.ground@29”
      而且 账本没有新增其他记录

    @行-nt-29-03 @应拒绝
    场景: 没有认定情节严重、影响恶劣就提请
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-10”
      当 “committee”办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      那么 拒绝，代码“revoke.ground@29”，依据第“29”条
      而且 账本没有新增其他记录

    @行-nt-29-03 @应允许
    场景: 认定以后提请
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      当 “committee”办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-29-03 @应拒绝
    场景: 市质委办自行提请
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      当 “office”办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      那么 拒绝，代码“revoke.ground@29”，依据第“29”条
      而且 账本没有新增其他记录

    @行-nt-29-03 @应拒绝
    场景: 市质委会自行撤销
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      而且 今天是“2024-07-01”
      当 “committee”办理“award_revoked”
      那么 拒绝，代码“revoke.ground@29”，依据第“29”条
      而且 账本没有新增其他记录

    @行-nt-29-03 @应拒绝
    场景: 没有登记任何事实
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      而且 今天是“2024-07-01”
      当 办理“award_revoked”
        | 字段  | 值 |
        | facts | [] |
      那么 拒绝，代码“revoke.ground@29”，依据第“29”条
      而且 账本没有新增其他记录

    @行-nt-29-03 @应拒绝 @陷阱-15
    场景: 事实发生在获奖之前
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2023-11-27 |
      当 “office”办理“revocation_proposed”
      那么 拒绝，代码“revoke.ground@29”，依据第“29”条
      而且 账本没有新增其他记录

    @行-nt-29-03 @应允许 @陷阱-15
    场景: 事实发生在获奖之日
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2023-11-28 |
      当 “office”办理“revocation_proposed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-29-03 @应拒绝
    场景: 投诉不是撤销的情形
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
        | kind         | complaint |
      当 “office”办理“revocation_proposed”
      那么 拒绝，代码“revoke.ground@29”，依据第“29”条
      而且 账本没有新增其他记录

  规则: 撤销后收回奖牌和已发的奖金，并公告；条文没有期限，账本以三个月为提示线

    @行-nt-29-05 @应允许
    场景: 奖牌、奖金先后收回，并已公告
      假如 评审已依次办到“close”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      而且 今天是“2024-07-01”
      而且 已办理“award_revoked”
      而且 今天是“2024-07-03”
      而且 已办理“decision_published”
        | 字段             | 值                |
        | kind             | revocation        |
        | step             | 空                |
        | applications     | []                |
        | awards           | [甲公司的奖]      |
        | channels.0.class | government_portal |
      而且 今天是“2024-07-10”
      而且 已办理“award_items_recovered”
        | 字段   | 值       |
        | items  | [plaque] |
        | amount | 空       |
      而且 今天是“2024-08-01”
      而且 已办理“award_items_recovered”
        | 字段   | 值     |
        | items  | []     |
        | amount | 500000 |
      当 时间到了“2024-12-01”
      那么 审计没有发现“duty.once@29”
      而且 账本没有新增其他记录

    @行-nt-29-05 @应提示
    场景: 奖金没有收回
      假如 评审已依次办到“close”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      而且 今天是“2024-07-01”
      而且 已办理“award_revoked”
      而且 今天是“2024-07-03”
      而且 已办理“decision_published”
        | 字段             | 值                |
        | kind             | revocation        |
        | step             | 空                |
        | applications     | []                |
        | awards           | [甲公司的奖]      |
        | channels.0.class | government_portal |
      而且 今天是“2024-07-10”
      而且 已办理“award_items_recovered”
        | 字段   | 值       |
        | items  | [plaque] |
        | amount | 空       |
      当 时间到了“2024-10-09”
      那么 审计发现“duty.once@29”，其中写明“市质委办应在 2024-10-08 前履行”
      而且 账本没有新增其他记录

    @行-nt-29-05 @应允许 @陷阱-24
    场景: 奖金没有发过的，只收回奖牌
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      而且 今天是“2024-07-01”
      而且 已办理“award_revoked”
      而且 今天是“2024-07-03”
      而且 已办理“decision_published”
        | 字段             | 值                |
        | kind             | revocation        |
        | step             | 空                |
        | applications     | []                |
        | awards           | [甲公司的奖]      |
        | channels.0.class | government_portal |
      而且 今天是“2024-07-10”
      而且 已办理“award_items_recovered”
        | 字段   | 值       |
        | items  | [plaque] |
        | amount | 空       |
      当 时间到了“2024-12-01”
      那么 审计没有发现“duty.once@29”
      而且 账本没有新增其他记录

    @行-nt-29-05 @应提示
    场景: 只在本单位网站上公告
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      而且 今天是“2024-07-01”
      而且 已办理“award_revoked”
      而且 今天是“2024-07-03”
      而且 已办理“decision_published”
        | 字段             | 值                |
        | kind             | revocation        |
        | step             | 空                |
        | applications     | []                |
        | awards           | [甲公司的奖]      |
        | channels.0.class | website           |
      而且 今天是“2024-07-10”
      而且 已办理“award_items_recovered”
        | 字段   | 值       |
        | items  | [plaque] |
        | amount | 空       |
      当 时间到了“2024-12-01”
      那么 审计发现“duty.once@29”，其中写明“公告决定”
      而且 账本没有新增其他记录

    @行-nt-29-05 @应提示 @陷阱-3
    场景: 要求收回没有发过的奖金
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      而且 今天是“2024-07-01”
      而且 已办理“award_revoked”
      而且 今天是“2024-07-10”
      当 办理“award_items_recovered”
        | 字段   | 值     |
        | amount | 500000 |
      那么 予以受理，并提示“duty.once@29”
      而且 账本没有新增其他记录

    @行-nt-29-05 @应拒绝 @陷阱-24
    场景: 撤销后再发放奖金
      假如 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | confirmed_on | 2024-03-01 |
        | occurred_on  | 2024-02-20 |
      而且 已办理“adverse_fact_reported”
      而且 今天是“2024-04-20”
      而且 已办理“revocation_proposed”
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值                        |
        | kind  | serious_and_bad_influence |
        | award | 甲公司的奖                |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | addressee | government |
      而且 今天是“2024-07-01”
      而且 已办理“award_revoked”
      而且 今天是“2024-07-10”
      当 办理“prize_paid”
        | 字段   | 值         |
        | award  | 甲公司的奖 |
        | party  | 甲公司     |
        | amount | 500000     |
      那么 拒绝，代码“prize.amount@29”，依据第“29”条
      而且 账本没有新增其他记录
