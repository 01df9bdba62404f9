# language: zh-CN
@条-15
功能: 评审采用的标准

  背景:
    假如 今天是“2023-03-27”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 评审规则同时采用两项标准

    @行-nt-15-01 @应允许
    场景: 两项标准都写明，并写明版本年号
      假如 评审已依次办到“plan”
      而且 今天是“2023-03-27”
      当 办理“standards_approved”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-15-01 @应拒绝
    场景: 只采用其中一项
      假如 评审已依次办到“plan”
      而且 今天是“2023-03-27”
      当 办理“standards_approved”
        | 字段         | 值        |
        | cites.1.name | GB/T 1.1  |
      那么 拒绝，代码“standard.approved@15”，依据第“15”条
      而且 账本没有新增其他记录

    @行-nt-15-01 @应拒绝
    场景: 两项都没有写明
      假如 评审已依次办到“plan”
      而且 今天是“2023-03-27”
      当 办理“standards_approved”
        | 字段  | 值 |
        | cites | [] |
      那么 拒绝，代码“standard.approved@15”，依据第“15”条
      而且 账本没有新增其他记录

    @行-nt-15-01 @应允许
    场景: 标准号的写法不同，仍是同一项标准
      假如 评审已依次办到“plan”
      而且 今天是“2023-03-27”
      当 办理“standards_approved”
        | 字段         | 值              |
        | cites.0.name | GB/T19580-2012  |
        | cites.1.name | gb/z 19579-2012 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-15-01 @应提示
    场景: 没有写明版本年号
      假如 评审已依次办到“plan”
      而且 今天是“2023-03-27”
      当 办理“standards_approved”
        | 字段          | 值 |
        | cites.0.issue | 空 |
      那么 予以受理，并提示“standard.approved@15”
      而且 账本没有新增其他记录

    @行-nt-15-01 @应提示 @转录
    场景: 纸质文件只采用其中一项
      假如 评审已依次办到“plan”
      而且 今天是“2023-03-30”
      当 转录“committee”“2023-03-27”的“standards_approved”
        | 字段         | 值       |
        | cites.1.name | GB/T 1.1 |
      那么 须先知悉“standard.approved@15”才能转录
      而且 账本没有新增其他记录
      当 知悉“standard.approved@15”后转录“committee”“2023-03-27”的“standards_approved”
        | 字段         | 值       |
        | cites.1.name | GB/T 1.1 |
      那么 予以受理，并提示“standard.approved@15”
      而且 账本没有新增其他记录

  规则: 评分写明所依据的标准

    @行-nt-15-01 @应允许
    场景: 依据经审定的标准评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“score_recorded”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-15-01 @应拒绝
    场景: 评分没有写明标准
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“score_recorded”
        | 字段     | 值 |
        | standard | 空 |
      那么 拒绝，代码“standard.approved@15”，依据第“15”条
      而且 账本没有新增其他记录

    @行-nt-15-01 @应允许
    场景: 小数位数符合审定的评分表
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“score_recorded”
        | 字段   | 值     |
        | points | 742.25 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-15-01 @应拒绝
    场景: 小数位数超过审定的评分表
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“score_recorded”
        | 字段   | 值      |
        | points | 742.255 |
      那么 拒绝，代码“score.sheet@15”，依据第“15”条
      而且 账本没有新增其他记录

    @行-nt-15-01 @应拒绝
    场景: 评分表不齐就公开，而评审规则要求齐全
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 办理“scores_opened”
      那么 拒绝，代码“score.opened@15”，依据第“15”条
      而且 账本没有新增其他记录
