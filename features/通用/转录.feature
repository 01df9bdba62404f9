# language: zh-CN
功能: 转录账本之外发生的行为

  背景:
    假如 今天是“2023-06-09”

  规则: 转录须有登记的材料

    @应允许 @转录
    场景: 凭登记的材料转录
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 “office”办理“recommendation_issued”
        | 字段 | 值 |
        | :mode | transcribed |
        | :for | localqualitybody |
        | :at | 2023-06-08 |
        | :basis | [纸件] |
      那么 予以受理
      而且 账本没有新增其他记录

    @应拒绝 @转录
    场景: 没有登记的材料
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 “office”办理“recommendation_issued”
        | 字段 | 值 |
        | :mode | transcribed |
        | :for | localqualitybody |
        | :at | 2023-06-08 |
        | :basis | [] |
      那么 拒绝，代码“document_missing”
      而且 拒绝类别为“not_yet”
      而且 账本没有新增其他记录

  规则: 只有受理岗位和该机构自己的岗位可以录入其材料

    @应允许 @转录
    场景: 由该机构自己的岗位录入
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 “local_quality_body”办理“recommendation_issued”
        | 字段 | 值 |
        | :mode | transcribed |
        | :for | localqualitybody |
        | :at | 2023-06-08 |
        | :basis | [纸件] |
      那么 予以受理
      而且 账本没有新增其他记录

    @应拒绝 @转录
    场景: 由别的机构的岗位录入
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 “association”办理“recommendation_issued”
        | 字段 | 值 |
        | :mode | transcribed |
        | :for | localqualitybody |
        | :at | 2023-06-08 |
        | :basis | [纸件] |
      那么 拒绝，代码“entry_not_entitled”
      而且 账本没有新增其他记录

    @应拒绝 @转录
    场景: 所代表的机构没有登记
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 “office”办理“recommendation_issued”
        | 字段 | 值 |
        | :mode | transcribed |
        | :for | unknownbody |
        | :at | 2023-06-08 |
        | :basis | [纸件] |
      那么 拒绝，代码“body_unknown”
      而且 账本没有新增其他记录

  规则: 违反办法的，须知悉后再录入；账本如实收下，并一直标明

    @应提示 @转录
    场景: 知悉后录入，以后的环节视为已经完成
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-20”
      当 知悉“act.complete@18”后转录“local_quality_body”“2023-06-09”的“recommendation_issued”
        | 字段 | 值 |
        | application | 甲公司的申报 |
        | forwarded_on | 2023-06-12 |
        | signed | 否 |
      那么 予以受理，并提示“act.complete@18”
      而且 账本没有新增其他记录
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | application | 甲公司的申报 |
      那么 予以受理
      而且 账本没有新增其他记录

    @应拒绝 @转录
    场景: 缺少材料的，知悉也没有用
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 “office”办理“recommendation_issued”
        | 字段 | 值 |
        | :mode | transcribed |
        | :for | localqualitybody |
        | :at | 2023-06-08 |
        | :basis | [] |
        | :acknowledges | [document_missing] |
      那么 拒绝，代码“document_missing”
      而且 账本没有新增其他记录
