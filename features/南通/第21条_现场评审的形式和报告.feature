# language: zh-CN
@条-21
功能: 现场评审的形式和报告

  背景:
    假如 今天是“2023-08-10”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 现场评审形成报告，没有报告不能综合评价

    @行-nt-21-02 @应允许
    场景: 每家都有现场评审报告
      假如 评审已依次办到“onsite_scores”
      而且 今天是“2023-08-10”
      而且 已办理“stage_report_issued”
        | 字段 | 值     |
        | step | onsite |
      而且 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-21-02 @应拒绝
    场景: 现场评审报告没有写到任何一家
      假如 评审已依次办到“onsite_scores”
      而且 今天是“2023-08-10”
      而且 已办理“stage_report_issued”
        | 字段 | 值     |
        | step | onsite |
        | rows | []     |
      而且 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      那么 拒绝，代码“report.there@21”，依据第“21”条
      而且 账本没有新增其他记录

    @行-nt-21-02 @应提示 @转录
    场景: 纸质综合评价报告出在现场评审报告之前
      假如 评审已依次办到“onsite_scores”
      而且 今天是“2023-08-10”
      而且 已办理“stage_report_issued”
        | 字段 | 值     |
        | step | onsite |
        | rows | []     |
      而且 评审已依次办到“presentation”
      而且 今天是“2023-10-23”
      当 转录“office”“2023-10-20”的“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      那么 须先知悉“report.there@21”才能转录
      而且 账本没有新增其他记录
      当 知悉“report.there@21”后转录“office”“2023-10-20”的“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      那么 予以受理，并提示“report.there@21”
      而且 账本没有新增其他记录
