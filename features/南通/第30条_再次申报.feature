# language: zh-CN
@条-30
功能: 再次申报和再次获奖

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“1”家组织和“0”名个人

  规则: 再次获奖的不发奖金

    @行-nt-30-03 @应允许
    场景: 首次获奖的发放奖金
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 再次获奖的发放奖金
      假如 已办理“legacy_fact_recorded”
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
      假如 已办理“legacy_fact_recorded”
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
