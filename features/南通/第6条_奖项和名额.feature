# language: zh-CN
@条-6
功能: 奖项和名额

  背景:
    假如 今天是“2023-03-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 每年评定一次

    @行-nt-06-01 @应允许
    场景: 下一年度再办一届
      假如 评审已依次办到“plan”
      而且 今天是“2023-12-28”
      当 办理“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2024 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-01 @应拒绝
    场景: 同一年度再办一届
      假如 评审已依次办到“plan”
      而且 今天是“2023-12-28”
      当 办理“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
      那么 拒绝，代码“cycle.interval@6”，依据第“6”条
      而且 账本没有新增其他记录

    @行-nt-06-01 @应拒绝
    场景: 同一年度再开启一届
      假如 评审已依次办到“plan”
      而且 今天是“2023-12-28”
      当 办理“cycle_opened”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
        | edition | 2 |
      那么 拒绝，代码“cycle.interval@6”，依据第“6”条
      而且 账本没有新增其他记录

    @行-nt-06-01 @应允许
    场景: 前一届已经终止的，同一年度可以再办
      假如 评审已依次办到“plan”
      而且 已办理“cycle_status_changed”
        | 字段 | 值 |
        | status | abandoned |
      而且 今天是“2023-12-28”
      当 办理“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-01 @应提示 @转录
    场景: 纸面上同一年度又定了一届
      假如 评审已依次办到“plan”
      而且 今天是“2023-12-28”
      当 转录“office”“2023-12-20”的“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
      那么 须先知悉“cycle.interval@6”才能转录
      而且 拒绝类别为“acknowledge”
      而且 账本没有新增其他记录
      当 知悉“cycle.interval@6”后转录“office”“2023-12-20”的“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
      那么 予以受理，并提示“cycle.interval@6”
      而且 账本没有新增其他记录

    @行-nt-06-01 @应提示
    场景: 一年没有举办，次年元旦即为缺届
      假如 评审已依次办到“plan”
      当 时间到了“2025-01-01”
      那么 审计发现“cycle.interval@6”
      而且 账本没有新增其他记录

    @行-nt-06-01 @应允许
    场景: 当年最后一日还不算缺届
      假如 评审已依次办到“plan”
      当 时间到了“2024-12-31”
      那么 审计没有发现“cycle.interval@6”
      而且 账本没有新增其他记录

    @行-nt-06-01 @应提示
    场景: 届次没有依次编号
      假如 评审已依次办到“plan”
      而且 今天是“2024-03-01”
      当 办理“cycle_opened”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2024 |
        | edition | 3 |
      那么 予以受理，并提示“cycle.interval@6”
      而且 账本没有新增其他记录

    @行-nt-06-01 @应允许
    场景: 届次依次编号
      假如 评审已依次办到“plan”
      而且 今天是“2024-03-01”
      当 办理“cycle_opened”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2024 |
        | edition | 2 |
      那么 予以受理
      而且 账本没有新增其他记录
