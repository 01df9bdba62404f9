# language: zh-CN
@条-27
功能: 奖励经费的承担

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“1”家组织和“0”名个人

  规则: 由市和县（市）财政承担；此外的承担者须有决定

    @行-nt-27-01 @应允许
    场景大纲: 由市财政或者县（市）财政发放
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
        | 字段  | 值       |
        | payer | <承担者> |
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 承担者        |
        | finance       |
        | countyfinance |

    @行-nt-27-01 @应提示
    场景: 由条文未写的机关发放，没有决定
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
        | 字段  | 值               |
        | payer | localqualitybody |
      那么 予以受理，并提示“prize.payer@27”
      而且 账本没有新增其他记录

    @行-nt-27-01 @应允许
    场景: 已决定由所在地承担以后，由它发放
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“interpretation_issued”
        | 字段     | 值                 |
        | article  | “27”               |
        | item     | 空                 |
        | question | nt-27-district     |
        | option   | 空                 |
        | value    | local_quality_body |
      当 办理“prize_paid”
        | 字段  | 值               |
        | payer | localqualitybody |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 专款专用

    @行-nt-27-01 @应允许
    场景: 从奖励经费的预算中发放，正好用完
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“budget_appropriated”
        | 字段   | 值     |
        | amount | 500000 |
      当 办理“prize_paid”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-27-01 @应提示
    场景: 超出奖励经费的预算一元
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“budget_appropriated”
        | 字段   | 值     |
        | amount | 499999 |
      当 办理“prize_paid”
      那么 予以受理，并提示“prize.payer@27”
      而且 账本没有新增其他记录

    @行-nt-27-01 @应提示
    场景: 从工作经费的预算中发放
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“budget_appropriated”
        | 字段    | 值   |
        | purpose | work |
      当 办理“prize_paid”
      那么 予以受理，并提示“prize.payer@27”
      而且 账本没有新增其他记录
