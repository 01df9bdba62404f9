# language: zh-CN
@条-23
功能: 综合评价报告

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 市质委办先报综合评价报告，市质委会再提出建议名单

    @行-nt-23-01 @应允许
    场景: 综合评价报告在先，建议名单在后
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-23-01 @应拒绝
    场景: 没有综合评价报告就提出建议名单
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-31”
      而且 已转录“committee”“2023-10-31”的“meeting_held”
      当 办理“award_list_proposed”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
      那么 拒绝，代码“gate.order@23”，依据第“23”条
      而且 拒绝类别为“not_yet”
      而且 账本没有新增其他记录

    @行-nt-23-01 @应提示 @转录
    场景: 补录早于综合评价报告的建议名单
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 知悉“gate.order@23”后转录“committee”“2023-10-19”的“award_list_proposed”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
      那么 予以受理，并提示“gate.order@23”
      而且 账本没有新增其他记录
