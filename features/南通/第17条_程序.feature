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
      而且 账本没有新增其他记录
