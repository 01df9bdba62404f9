# language: zh-CN
@条-37
功能: 施行日期和版本衔接

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 正式的周期只能在已经施行、尚未失效的版本下开启

    @行-nt-37-01 @应允许
    场景大纲: 在施行的首日和有效期的末日开启
      假如 今天是“2023-03-01”
      而且 已办理“regulation_version_adopted”
      而且 今天是“<日期>”
      当 办理“cycle_opened”
        | 字段  | 值 |
        | trial | 否 |
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 日期       |
        | 2023-03-01 |
        | 2028-02-28 |

    @行-nt-37-01 @应拒绝
    场景: 有效期届满的次日开启
      假如 已办理“regulation_version_adopted”
      而且 今天是“2028-02-29”
      当 办理“cycle_opened”
        | 字段  | 值 |
        | trial | 否 |
      那么 拒绝，代码“version.in_force@37”，依据第“37”条
      而且 账本没有新增其他记录

    @行-nt-37-01 @应拒绝
    场景: 施行日期的前一日开启
      假如 已办理“regulation_version_adopted”
        | 字段           | 值         |
        | effective_from | 2023-03-02 |
      当 办理“cycle_opened”
        | 字段  | 值 |
        | trial | 否 |
      那么 拒绝，代码“version.in_force@37”，依据第“37”条
      而且 账本没有新增其他记录

    @行-nt-37-01 @应提示 @转录
    场景: 纸面上在失效之后开启
      假如 已办理“regulation_version_adopted”
      而且 今天是“2028-03-10”
      当 转录“office”“2028-02-29”的“cycle_opened”
        | 字段  | 值 |
        | trial | 否 |
      那么 须先知悉“version.in_force@37”才能转录
      而且 账本没有新增其他记录

  规则: 起止日期空白的，由公布时的决定补足

    @行-nt-37-01 @应拒绝
    场景: 日期没有补足就开启周期
      假如 已办理“regulation_version_adopted”
        | 字段 | 值 |
        | status | draft |
        | effective_from | 空 |
        | effective_to | 空 |
      当 办理“cycle_opened”
      那么 拒绝，代码“version.in_force@37”，依据第“37”条
      而且 拒绝类别为“not_yet”
      而且 账本没有新增其他记录

    @行-nt-37-01 @应允许
    场景: 日期补足后开启周期
      假如 已办理“regulation_version_adopted”
        | 字段 | 值 |
        | status | draft |
      当 办理“cycle_opened”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-37-01 @应拒绝
    场景: 公布施行而不写明日期
      当 办理“regulation_version_adopted”
        | 字段 | 值 |
        | effective_to | 空 |
      那么 拒绝，代码“version.in_force@37”，依据第“37”条
      而且 账本没有新增其他记录

    @行-nt-37-01 @应允许
    场景: 公布施行并写明日期
      当 办理“regulation_version_adopted”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-37-01 @应拒绝
    场景: 施行日期在失效日期之后
      当 办理“regulation_version_adopted”
        | 字段 | 值 |
        | effective_to | 2023-02-01 |
      那么 拒绝，代码“version.in_force@37”，依据第“37”条
      而且 账本没有新增其他记录

  规则: 草案之下只能试运行

    @行-nt-37-01 @应允许
    场景: 草案之下试运行
      当 办理“cycle_opened”
        | 字段 | 值 |
        | trial | 是 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-37-01 @应拒绝
    场景: 草案之下开启正式的周期
      当 办理“cycle_opened”
        | 字段 | 值 |
        | trial | 否 |
      那么 拒绝，代码“version.in_force@37”，依据第“37”条
      而且 账本没有新增其他记录
