# language: zh-CN
@条-35
功能: 弄虚作假

  背景:
    假如 今天是“2023-05-30”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 申报者对材料的真实性负责

    @行-nt-35-01 @如实记录
    场景: 附有真实性承诺
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-35-01 @应提示
    场景: 没有真实性承诺
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      当 办理“application_submitted”
        | 字段 | 值 |
        | attested | [voluntary] |
      那么 予以受理，并提示“act.complete@35”
      而且 账本没有新增其他记录

  规则: 骗取奖项的，由市质委会报请市人民政府处理

    @行-nt-35-02 @应允许
    场景: 获奖前查实，市人民政府撤销申报资格
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“material”
      而且 今天是“2023-07-25”
      而且 已办理“determination_made”
        | 字段        | 值           |
        | kind        | fraud        |
        | application | 甲公司的申报 |
        | cycle       | nantcycle2023 |
      而且 今天是“2023-07-30”
      当 “government”办理“application_struck”
        | 字段        | 值           |
        | application | 甲公司的申报 |
        | ground      | fraud        |
        | proposed_by | committee    |
        | step        | material     |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-35-02 @应拒绝
    场景: 获奖前查实，市质委会自行撤销申报资格
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“material”
      而且 今天是“2023-07-25”
      而且 已办理“determination_made”
        | 字段        | 值           |
        | kind        | fraud        |
        | application | 甲公司的申报 |
        | cycle       | nantcycle2023 |
      而且 今天是“2023-07-30”
      当 “committee”办理“application_struck”
        | 字段        | 值           |
        | application | 甲公司的申报 |
        | ground      | fraud        |
        | proposed_by | committee    |
        | step        | material     |
      那么 拒绝，代码“revoke.ground@35”，依据第“35”条
      而且 账本没有新增其他记录

    @行-nt-35-02 @应提示 @转录
    场景: 补录市质委会自行撤销申报资格的决定
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“material”
      而且 今天是“2023-07-25”
      而且 已办理“determination_made”
        | 字段        | 值           |
        | kind        | fraud        |
        | application | 甲公司的申报 |
        | cycle       | nantcycle2023 |
      而且 今天是“2023-07-30”
      当 知悉“revoke.ground@35”后转录“committee”“2023-07-28”的“application_struck”
        | 字段        | 值           |
        | application | 甲公司的申报 |
        | ground      | fraud        |
        | proposed_by | committee    |
        | step        | material     |
      那么 予以受理，并提示“revoke.ground@35”
      而且 账本没有新增其他记录

    @行-nt-35-02 @应允许
    场景: 获奖后查实，经提请撤销
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | kind         | award_fraud |
        | occurred_on  | 2023-05-10 |
        | confirmed_on | 2024-03-01 |
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值         |
        | kind  | gravity    |
        | award | 甲公司的奖 |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | ground    | fraud      |
        | addressee | government |
      而且 今天是“2024-07-01”
      当 办理“award_revoked”
        | 字段   | 值    |
        | ground | fraud |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-35-02 @应拒绝
    场景: 获奖后查实，没有认定情节轻重
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | kind         | award_fraud |
        | occurred_on  | 2023-05-10 |
        | confirmed_on | 2024-03-01 |
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值         |
        | kind  | gravity    |
        | award | 甲公司的奖 |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | ground    | fraud      |
        | addressee | government |
      而且 今天是“2024-07-01”
      当 办理“award_revoked”
        | 字段           | 值    |
        | ground         | fraud |
        | determinations | []    |
      那么 拒绝，代码“revoke.ground@35”，依据第“35”条
      而且 账本没有新增其他记录

  规则: 收回奖牌、证书和奖金，纳入信用管理，向社会公布

    @行-nt-35-03 @应允许
    场景: 收回所发的奖牌和奖金，已纳入信用管理并公布
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“close”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | kind         | award_fraud |
        | occurred_on  | 2023-05-10 |
        | confirmed_on | 2024-03-01 |
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值         |
        | kind  | gravity    |
        | award | 甲公司的奖 |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | ground    | fraud      |
        | addressee | government |
      而且 今天是“2024-07-01”
      而且 已办理“award_revoked”
        | 字段   | 值    |
        | ground | fraud |
      而且 今天是“2024-07-03”
      而且 已办理“decision_published”
        | 字段             | 值                |
        | kind             | revocation        |
        | step             | 空                |
        | applications     | []                |
        | awards           | [甲公司的奖]      |
        | channels.0.class | government_portal |
      而且 今天是“2024-08-01”
      而且 已办理“award_items_recovered”
        | 字段            | 值       |
        | items           | [plaque] |
        | amount          | 500000   |
        | credit_recorded | 是       |
      当 时间到了“2024-12-01”
      那么 审计没有发现“duty.once@35”
      而且 账本没有新增其他记录

    @行-nt-35-03 @应提示
    场景: 没有纳入信用管理
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“close”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | kind         | award_fraud |
        | occurred_on  | 2023-05-10 |
        | confirmed_on | 2024-03-01 |
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值         |
        | kind  | gravity    |
        | award | 甲公司的奖 |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | ground    | fraud      |
        | addressee | government |
      而且 今天是“2024-07-01”
      而且 已办理“award_revoked”
        | 字段   | 值    |
        | ground | fraud |
      而且 今天是“2024-07-03”
      而且 已办理“decision_published”
        | 字段             | 值                |
        | kind             | revocation        |
        | step             | 空                |
        | applications     | []                |
        | awards           | [甲公司的奖]      |
        | channels.0.class | government_portal |
      而且 今天是“2024-08-01”
      而且 已办理“award_items_recovered”
        | 字段            | 值       |
        | items           | [plaque] |
        | amount          | 500000   |
        | credit_recorded | 否       |
      当 时间到了“2024-12-01”
      那么 审计发现“duty.once@35”，其中写明“信用记录”
      而且 账本没有新增其他记录

    @行-nt-35-03 @应提示
    场景: 向只领过奖牌的获奖者收回证书
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“close”
      而且 今天是“2024-03-05”
      而且 已办理“adverse_fact_recorded”
        | 字段         | 值 |
        | kind         | award_fraud |
        | occurred_on  | 2023-05-10 |
        | confirmed_on | 2024-03-01 |
      而且 今天是“2024-06-01”
      而且 已办理“determination_made”
        | 字段  | 值         |
        | kind  | gravity    |
        | award | 甲公司的奖 |
      而且 今天是“2024-06-10”
      而且 “committee”已办理“revocation_proposed”
        | 字段      | 值         |
        | ground    | fraud      |
        | addressee | government |
      而且 今天是“2024-07-01”
      而且 已办理“award_revoked”
        | 字段   | 值    |
        | ground | fraud |
      而且 今天是“2024-07-10”
      当 办理“award_items_recovered”
        | 字段  | 值                    |
        | items | [certificate, plaque] |
      那么 予以受理，并提示“duty.once@35”
      而且 账本没有新增其他记录
