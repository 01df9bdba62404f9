# language: zh-CN
@条-30
功能: 再次获奖

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 再次获奖的不占用当年名额

    @行-nt-30-03 @应允许
    场景: 五家首次获奖，另一家十一年前得过奖，共六家
      假如 参评的有“6”家组织和“0”名个人
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值        |
        | items.0.reaward  | 是        |
        | items.5.category | award_org |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 首次获奖的写成再次获奖，以避开名额
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      那么 拒绝，代码“honour.terms@30”，依据第“30”条
      而且 账本没有新增其他记录

    @行-nt-30-03 @应允许
    场景: 曾获提名奖的首次获市长质量奖，按奖项分别看仍是首次
      假如 参评的有“1”家组织和“0”名个人
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | nom_org    |
        | day      | 2019-11-20 |
      而且 评审已依次办到“announce”
      而且 今天是“2023-12-05”
      当 办理“award_conferred”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-03 @应允许
    场景: 再次获奖的授奖，不占名额
      假如 参评的有“1”家组织和“0”名个人
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 今天是“2023-11-28”
      而且 已办理“awards_approved”
      当 办理“award_conferred”
        | 字段          | 值 |
        | first_time    | 否 |
        | quota_counted | 否 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 再次获奖的授奖，写成占用名额
      假如 参评的有“1”家组织和“0”名个人
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 今天是“2023-11-28”
      而且 已办理“awards_approved”
      当 办理“award_conferred”
        | 字段          | 值 |
        | first_time    | 否 |
        | quota_counted | 是 |
      那么 拒绝，代码“honour.terms@30”，依据第“30”条
      而且 账本没有新增其他记录

    @行-nt-30-03 @应提示 @转录
    场景: 补录的授奖把再次获奖写成占用名额
      假如 参评的有“1”家组织和“0”名个人
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 今天是“2023-11-28”
      而且 已办理“awards_approved”
      而且 今天是“2023-12-06”
      当 知悉“honour.terms@30”后转录“government”“2023-12-05”的“award_conferred”
        | 字段          | 值 |
        | first_time    | 否 |
        | quota_counted | 是 |
      那么 予以受理，并提示“honour.terms@30”
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 决定两个奖项一起看的，曾获提名奖的不算首次
      假如 参评的有“1”家组织和“0”名个人
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | nom_org    |
        | day      | 2019-11-20 |
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值          |
        | article  | “26”        |
        | item     | 空          |
        | question | nt-26-first |
        | option   | any_tier    |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
      那么 拒绝，代码“honour.terms@30”，依据第“30”条
      而且 账本没有新增其他记录

  规则: 再次获奖的不发奖金

    @行-nt-30-03 @应允许
    场景: 首次获奖的发放奖金
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 再次获奖的发放奖金
      假如 参评的有“1”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      而且 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
      那么 拒绝，代码“prize.amount@30”，依据第“30”条
      而且 账本没有新增其他记录

    @行-nt-30-03 @应提示 @转录
    场景: 补录向再次获奖者发放的奖金
      假如 参评的有“1”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      而且 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 知悉“prize.amount@30”后转录“finance”“2024-01-05”的“prize_paid”
      那么 予以受理，并提示“prize.amount@30”
      而且 账本没有新增其他记录
