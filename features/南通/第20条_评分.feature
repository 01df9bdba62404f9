# language: zh-CN
@条-20
功能: 专家组成员评分

  背景:
    假如 今天是“2023-07-05”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 只由专家组在任成员本人评分

    @行-nt-20-02 @应允许
    场景: 在任成员评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 “材料评审专家2”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家2 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 候补专家没有列入就评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 “材料评审候补1”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审候补1 |
      那么 拒绝，代码“score.scorer@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 代他人提交评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 “材料评审专家1”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家2 |
      那么 拒绝，代码“score.scorer@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 同一件评了两次
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家1”办理“score_recorded”
        | 字段        | 值            |
        | scorer      | 材料评审专家1 |
        | application | 甲公司的申报  |
      那么 拒绝，代码“score.scorer@20”，依据第“20”条
      而且 账本没有新增其他记录

  规则: 在设定的时间内评分，截止之后才公开

    @行-nt-20-02 @应允许
    场景: 截止当日评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段   | 值         |
        | closes | 2023-07-05 |
      而且 今天是“2023-07-05”
      当 办理“score_sheet_sealed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 截止次日评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段   | 值         |
        | closes | 2023-07-05 |
      而且 今天是“2023-07-06”
      当 办理“score_sheet_sealed”
      那么 拒绝，代码“score.window@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 开始之前评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段  | 值         |
        | opens | 2023-07-05 |
      当 办理“score_sheet_sealed”
      那么 拒绝，代码“score.window@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 截止当日就公开
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段   | 值         |
        | closes | 2023-07-05 |
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      而且 “材料评审专家2”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家2 |
        | application | 甲公司的申报  |
      而且 “材料评审专家3”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家3 |
        | application | 甲公司的申报  |
      当 办理“scores_opened”
      那么 拒绝，代码“score.window@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应允许
    场景: 截止次日公开
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段   | 值         |
        | closes | 2023-07-05 |
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      而且 “材料评审专家2”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家2 |
        | application | 甲公司的申报  |
      而且 “材料评审专家3”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家3 |
        | application | 甲公司的申报  |
      而且 今天是“2023-07-06”
      当 办理“scores_opened”
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 密封的评分表公开之前可以更换，公开之后经同意才能更改

    @行-nt-20-02 @应允许
    场景: 公开之前更换
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家1”办理“score_sheet_replaced”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 公开之前更换他人的评分表
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家2”办理“score_sheet_replaced”
        | 字段   | 值            |
        | scorer | 材料评审专家2 |
      那么 拒绝，代码“score.changed@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 公开之后再更换
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      而且 “材料评审专家2”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家2 |
        | application | 甲公司的申报  |
      而且 “材料评审专家3”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家3 |
        | application | 甲公司的申报  |
      而且 已办理“scores_opened”
      当 “材料评审专家3”办理“score_sheet_replaced”
      那么 拒绝，代码“score.changed@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应允许
    场景: 公开之后经专家组同意更改
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家1”办理“score_changed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应提示
    场景: 公开之后更改，同意的没有过半数
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家1”办理“score_changed”
        | 字段    | 值              |
        | assent  | [材料评审专家2] |
        | dissent | [材料评审专家3] |
      那么 予以受理，并提示“score.changed@20”
      而且 账本没有新增其他记录

  规则: 合议得分由专家组过半数成员同意

    @行-nt-20-02 @应允许
    场景: 全体成员同意
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“consensus_score_recorded”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应提示
    场景: 三人中一人同意
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“consensus_score_recorded”
        | 字段    | 值                             |
        | assent  | [材料评审专家1]                |
        | dissent | [材料评审专家2, 材料评审专家3] |
      那么 予以受理，并提示“score.consensus@20”
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 组外的人表示同意
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“consensus_score_recorded”
        | 字段   | 值                                                            |
        | assent | [材料评审专家1, 材料评审专家2, 材料评审专家3, 材料评审候补1] |
      那么 拒绝，代码“score.consensus@20”，依据第“20”条
      而且 账本没有新增其他记录
