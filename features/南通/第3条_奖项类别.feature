# language: zh-CN
@条-3
功能: 奖项授予组织和个人两类

  背景:
    假如 今天是“2023-05-10”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 申报者是组织或者个人，与登记的性质一致

    @行-nt-03-01 @应允许
    场景大纲: 组织、个人各按登记的性质申报
      假如 参评的有“<组织>”家组织和“<个人>”名个人
      而且 评审已依次办到“internal_closed”
      当 办理“application_submitted”
        | 字段 | 值     |
        | kind | <类别> |
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 组织 | 个人 | 类别         |
        | 1    | 0    | organisation |
        | 0    | 1    | individual   |

    @行-nt-03-01 @应拒绝
    场景大纲: 与登记的性质不一致
      假如 参评的有“<组织>”家组织和“<个人>”名个人
      而且 评审已依次办到“internal_closed”
      当 办理“application_submitted”
        | 字段 | 值     |
        | kind | <类别> |
      那么 拒绝，代码“applicant.kind@3”，依据第“3”条
      而且 账本没有新增其他记录

      例子:
        | 组织 | 个人 | 类别         |
        | 1    | 0    | individual   |
        | 0    | 1    | organisation |
        | 0    | 1    | joint        |

    @行-nt-03-01 @应允许
    场景: 申报为组织设立的奖项
      假如 评审已依次办到“internal_closed”
      当 办理“application_submitted”
        | 字段     | 值        |
        | category | award_org |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-03-01 @应拒绝
    场景大纲: 申报为别的类别设立的奖项，或者没有设立的奖项
      假如 评审已依次办到“internal_closed”
      当 办理“application_submitted”
        | 字段     | 值     |
        | category | <奖项> |
      那么 拒绝，代码“applicant.kind@3”，依据第“3”条
      而且 账本没有新增其他记录

      例子:
        | 奖项      |
        | award_ind |
        | team      |

    @行-nt-03-01 @转录 @应提示
    场景: 纸质申报表以个人名义填报，而登记的是组织
      假如 评审已依次办到“internal_closed”
      当 转录“甲公司”“2023-05-10”的“application_submitted”
        | 字段 | 值         |
        | kind | individual |
      那么 须先知悉“applicant.kind@3”才能转录
      而且 账本没有新增其他记录
      当 知悉“applicant.kind@3”后转录“甲公司”“2023-05-10”的“application_submitted”
        | 字段 | 值         |
        | kind | individual |
      那么 予以受理，并提示“applicant.kind@3”
      而且 账本没有新增其他记录
