# language: zh-CN
@条-16
功能: 总分一千分和各阶段的权重

  背景:
    假如 今天是“2023-07-05”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 各阶段都在零至一千分之间评分

    @行-nt-16-01
    场景大纲: 在分值以内
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“score_recorded”
        | 字段   | 值     |
        | points | <分数> |
      那么 予以受理
      而且 账本没有新增其他记录

      @应允许
      例子:
        | 分数 |
        | 742  |
        | 0    |
        | 1000 |

    @行-nt-16-01
    场景大纲: 在分值以外
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“score_recorded”
        | 字段   | 值     |
        | points | <分数> |
      那么 拒绝，代码“score.sheet@16”，依据第“16”条
      而且 账本没有新增其他记录

      @应拒绝
      例子:
        | 分数    |
        | 1001    |
        | 1000.01 |
        | -1      |

    @行-nt-16-01 @应提示 @转录
    场景: 纸质评分表超出分值
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-06”
      当 转录“材料评审专家1”“2023-07-05”的“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
        | points | 1001          |
      那么 须先知悉“score.sheet@16”才能转录
      而且 账本没有新增其他记录
      当 知悉“score.sheet@16”后转录“材料评审专家1”“2023-07-05”的“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
        | points | 1001          |
      那么 予以受理，并提示“score.sheet@16”
      而且 账本没有新增其他记录

  规则: 决定按所占份额打分的，各阶段的满分就是份额

    @行-nt-16-01
    场景大纲: 组织材料评审以二百分为满分
      假如 评审已依次办到“plan”
      而且 今天是“2023-03-24”
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值          |
        | article  | “16”       |
        | question | nt-16-scale |
        | option   | share       |
      而且 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“score_recorded”
        | 字段   | 值     |
        | points | <分数> |
      那么 予以受理
      而且 账本没有新增其他记录

      @应允许
      例子:
        | 分数 |
        | 140  |
        | 200  |

    @行-nt-16-01 @应拒绝
    场景: 组织材料评审超过份额
      假如 评审已依次办到“plan”
      而且 今天是“2023-03-24”
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值          |
        | article  | “16”       |
        | question | nt-16-scale |
        | option   | share       |
      而且 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“score_recorded”
        | 字段   | 值     |
        | points | 200.01 |
      那么 拒绝，代码“score.sheet@16”，依据第“16”条
      而且 账本没有新增其他记录

  规则: 组织按材料两成、现场七成、陈述一成计算

    @行-nt-16-02 @应允许
    场景: 七百、六百八、八百分，综合六百九十六分
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段       | 值        |
        | step       | composite |
        | rows.0.sum | 696       |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-16-02 @应拒绝
    场景: 综合得分不是加权的结果
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段       | 值        |
        | step       | composite |
        | rows.0.sum | 700       |
      那么 拒绝，代码“score.composite@16”，依据第“16”条
      而且 账本没有新增其他记录

    @行-nt-16-02 @应拒绝
    场景: 没有分阶段的得分
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段              | 值        |
        | step              | composite |
        | rows.0.components | []        |
      那么 拒绝，代码“score.composite@16”，依据第“16”条
      而且 账本没有新增其他记录

    @行-nt-16-02 @应拒绝
    场景: 现场评审得分与评分表得出的不同
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段                       | 值        |
        | step                       | composite |
        | rows.0.components.1.points | 690       |
        | rows.0.sum                 | 703       |
      那么 拒绝，代码“score.composite@16”，依据第“16”条
      而且 账本没有新增其他记录

    @行-nt-16-02 @应提示 @转录
    场景: 纸质报告的综合得分算错
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-23”
      当 转录“office”“2023-10-20”的“stage_report_issued”
        | 字段       | 值        |
        | step       | composite |
        | rows.0.sum | 700       |
      那么 须先知悉“score.composite@16”才能转录
      而且 账本没有新增其他记录
      当 知悉“score.composite@16”后转录“office”“2023-10-20”的“stage_report_issued”
        | 字段       | 值        |
        | step       | composite |
        | rows.0.sum | 700       |
      那么 予以受理，并提示“score.composite@16”
      而且 账本没有新增其他记录

  规则: 个人按材料八成、陈述两成计算

    @行-nt-16-03 @应允许
    场景: 七百五、九百分，综合七百八十分
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段       | 值        |
        | step       | composite |
        | rows.2.sum | 780       |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-16-03 @应拒绝
    场景: 个人综合得分不是加权的结果
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段       | 值        |
        | step       | composite |
        | rows.2.sum | 783       |
      那么 拒绝，代码“score.composite@16”，依据第“16”条
      而且 账本没有新增其他记录

    @行-nt-16-03 @应拒绝
    场景: 个人填了现场评审得分
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段                       | 值        |
        | step                       | composite |
        | rows.2.components.2.step   | onsite    |
        | rows.2.components.2.points | 680       |
      那么 拒绝，代码“score.composite@16”，依据第“16”条
      而且 账本没有新增其他记录

    @行-nt-16-03 @应提示 @转录
    场景: 纸质报告的个人综合得分算错
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-23”
      当 转录“office”“2023-10-20”的“stage_report_issued”
        | 字段       | 值        |
        | step       | composite |
        | rows.2.sum | 783       |
      那么 须先知悉“score.composite@16”才能转录
      而且 账本没有新增其他记录
      当 知悉“score.composite@16”后转录“office”“2023-10-20”的“stage_report_issued”
        | 字段       | 值        |
        | step       | composite |
        | rows.2.sum | 783       |
      那么 予以受理，并提示“score.composite@16”
      而且 账本没有新增其他记录
