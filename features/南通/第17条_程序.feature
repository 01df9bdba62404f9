# language: zh-CN
@条-17
功能: 评审程序的先后

  背景:
    假如 今天是“2023-04-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 现场评审的名单在材料评审之后

    @行-nt-17-01 @应允许
    场景: 材料评审报告已经出具
      假如 评审已依次办到“material”
      而且 今天是“2023-07-20”
      当 办理“shortlist_approved”
        | 字段 | 值 |
        | step | onsite_list |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-17-01 @应拒绝
    场景: 材料评审尚未进行
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-20”
      当 办理“shortlist_approved”
        | 字段 | 值 |
        | step | onsite_list |
        | items.0.application | 甲公司的申报 |
      那么 拒绝，代码“gate.order@17”，依据第“17”条
      而且 拒绝类别为“not_yet”
      而且 账本没有新增其他记录

    @行-nt-17-01 @应提示 @转录
    场景: 纸面上的名单先于材料评审
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-20”
      当 转录“office”“2023-07-04”的“shortlist_approved”
        | 字段 | 值 |
        | step | onsite_list |
        | items.0.application | 甲公司的申报 |
      那么 须先知悉“gate.order@17”才能转录
      而且 账本没有新增其他记录
      当 知悉“gate.order@17”后转录“office”“2023-07-04”的“shortlist_approved”
        | 字段 | 值 |
        | step | onsite_list |
        | items.0.application | 甲公司的申报 |
      那么 予以受理，并提示“gate.order@17”
      而且 账本没有新增其他记录

  规则: 组织的演讲陈述在现场评审之后，个人的在材料评审之后

    @行-nt-17-01 @应允许
    场景: 现场评审报告已经出具
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      当 办理“presentation_held”
        | 字段 | 值 |
        | application | 甲公司的申报 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-17-01 @应拒绝
    场景: 现场评审报告尚未出具
      假如 评审已依次办到“onsite_list”
      而且 今天是“2023-09-12”
      当 办理“presentation_held”
        | 字段 | 值 |
        | application | 甲公司的申报 |
      那么 拒绝，代码“gate.order@17”，依据第“17”条
      而且 账本没有新增其他记录

    @行-nt-17-01 @应允许
    场景: 个人不经现场评审
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      当 办理“presentation_held”
        | 字段 | 值 |
        | application | 王某的申报 |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 材料评审在资格审查之后

    @行-nt-17-01 @应拒绝
    场景: 资格审查尚未进行
      假如 评审已依次办到“recommend”
      而且 今天是“2023-07-05”
      当 “panel”办理“stage_report_issued”
        | 字段 | 值 |
        | step | material |
        | panel | 空 |
        | rows.0.application | 甲公司的申报 |
        | rows.0.components | [] |
        | rows.0.rank | 空 |
        | rows.0.sum | 空 |
      那么 拒绝，代码“gate.order@17”，依据第“17”条
      而且 账本没有新增其他记录
