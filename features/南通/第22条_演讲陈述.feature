# language: zh-CN
@条-22
功能: 演讲陈述的名单和打分

  背景:
    假如 今天是“2023-09-12”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 名单由市质委办提出，市质委会审议确定，只有名单上的参加演讲陈述

    @行-nt-22-01 @应允许
    场景: 市质委会审议确定名单
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-25”
      当 “committee”办理“shortlist_approved”
        | 字段 | 值           |
        | step | present_list |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-22-01 @应允许
    场景: 名单上的组织演讲陈述
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      当 办理“presentation_held”
        | 字段        | 值           |
        | application | 乙公司的申报 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-22-01 @应拒绝
    场景: 不在名单上的组织演讲陈述
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-25”
      而且 “committee”已办理“shortlist_approved”
        | 字段                | 值           |
        | step                | present_list |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | 空           |
      而且 今天是“2023-09-12”
      当 办理“presentation_held”
        | 字段        | 值           |
        | application | 乙公司的申报 |
      那么 拒绝，代码“list.member@22”，依据第“22”条
      而且 账本没有新增其他记录

    @行-nt-22-01 @应提示 @转录
    场景: 补录不在名单上的组织的演讲陈述
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-25”
      而且 “committee”已办理“shortlist_approved”
        | 字段                | 值           |
        | step                | present_list |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | 空           |
      而且 今天是“2023-09-13”
      当 知悉“list.member@22”后转录“committee”“2023-09-12”的“presentation_held”
        | 字段        | 值           |
        | application | 乙公司的申报 |
      那么 予以受理，并提示“list.member@22”
      而且 账本没有新增其他记录

    @行-nt-22-01 @应拒绝
    场景: 已退出的组织列入名单
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-24”
      而且 已办理“application_withdrawn”
      而且 今天是“2023-08-25”
      当 “committee”办理“shortlist_approved”
        | 字段                | 值           |
        | step                | present_list |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | 空           |
      那么 拒绝，代码“list.member@22”，依据第“22”条
      而且 账本没有新增其他记录

  规则: 只由市质委会成员单位打分

    @行-nt-22-02 @应允许
    场景大纲: 七个成员单位都可以打分
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      而且 已办理“presentation_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      当 “<单位>”办理“score_recorded”
        | 字段        | 值           |
        | step        | presentation |
        | application | 甲公司的申报 |
        | unit        | <单位>       |
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 单位      |
        | 成员单位1 |
        | 成员单位7 |

    @行-nt-22-02 @应拒绝
    场景: 由评审专家打分
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      而且 已办理“presentation_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      当 “现场评审专家1”办理“score_recorded”
        | 字段        | 值            |
        | step        | presentation  |
        | application | 甲公司的申报  |
        | unit        | 空            |
        | scorer      | 现场评审专家1 |
      那么 拒绝，代码“score.scorer@22”，依据第“22”条
      而且 账本没有新增其他记录

    @行-nt-22-02 @应拒绝
    场景: 由不是成员单位的单位打分
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      而且 已办理“presentation_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      当 “association”办理“score_recorded”
        | 字段        | 值           |
        | step        | presentation |
        | application | 甲公司的申报 |
        | unit        | association  |
      那么 拒绝，代码“score.scorer@22”，依据第“22”条
      而且 账本没有新增其他记录

    @行-nt-22-02 @应提示 @转录
    场景: 纸质评分表由评审专家填写
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      而且 已办理“presentation_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      而且 今天是“2023-09-13”
      当 转录“现场评审专家1”“2023-09-12”的“score_recorded”
        | 字段        | 值            |
        | step        | presentation  |
        | application | 甲公司的申报  |
        | unit        | 空            |
        | scorer      | 现场评审专家1 |
      那么 须先知悉“score.scorer@22”才能转录
      而且 账本没有新增其他记录
      当 知悉“score.scorer@22”后转录“现场评审专家1”“2023-09-12”的“score_recorded”
        | 字段        | 值            |
        | step        | presentation  |
        | application | 甲公司的申报  |
        | unit        | 空            |
        | scorer      | 现场评审专家1 |
      那么 予以受理，并提示“score.scorer@22”
      而且 账本没有新增其他记录
