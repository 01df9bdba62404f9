# language: zh-CN
@条-5
功能: 费用和经费

  背景:
    假如 今天是“2023-04-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 评审工作经费列入市级年度预算

    @行-nt-05-02 @应允许
    场景: 工作经费由市财政安排
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 办理“budget_appropriated”
        | 字段 | 值 |
        | purpose | work |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-05-02 @应提示
    场景: 工作经费由行业协会负担
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 办理“budget_appropriated”
        | 字段 | 值 |
        | purpose | work |
        | payer | association |
      那么 予以受理，并提示“prize.payer@5”
      而且 账本没有新增其他记录

    @行-nt-05-02 @应提示
    场景: 工作经费由申报单位负担
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 办理“budget_appropriated”
        | 字段 | 值 |
        | purpose | work |
        | payer | 甲公司 |
      那么 予以受理，并提示“prize.payer@5”
      而且 账本没有新增其他记录

  规则: 向申报者收费的，列为问题

    @行-nt-05-01 @应提示
    场景: 有人反映收取了评审费
      假如 评审已依次办到“material”
      而且 今天是“2023-07-10”
      当 办理“irregularity_reported”
        | 字段   | 值     |
        | kind   | fee    |
        | amount | “800” |
      那么 予以受理，并提示“conduct.report@5”
      而且 账本没有新增其他记录

    @行-nt-05-01 @应允许
    场景: 反映中写明没有收费
      假如 评审已依次办到“material”
      而且 今天是“2023-07-10”
      当 办理“irregularity_reported”
        | 字段   | 值   |
        | kind   | fee  |
        | amount | “0” |
      那么 予以受理
      而且 账本没有新增其他记录
