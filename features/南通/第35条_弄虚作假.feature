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
