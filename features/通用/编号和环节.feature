# language: zh-CN
功能: 编号和环节

  背景:
    假如 今天是“2023-05-30”

  规则: 所引用的编号须已登记

    @应拒绝
    场景大纲: 引用没有登记的编号
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 办理“recommendation_issued”
        | 字段   | 值   |
        | <字段> | <值> |
      那么 拒绝，代码“thing_unknown”
      而且 拒绝类别为“not_yet”
      而且 账本没有新增其他记录

      例子:
        | 字段        | 值       |
        | application | appl9999 |
        | cycle       | cyclenone |

    @应拒绝
    场景: 申报引用没有登记的公示
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      当 办理“application_submitted”
        | 字段 | 值 |
        | publicities | [publnone] |
      那么 拒绝，代码“thing_unknown”
      而且 账本没有新增其他记录

    @应拒绝
    场景: 申报者没有登记
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      当 办理“application_submitted”
        | 字段 | 值 |
        | applicants.0.party | partnone |
      那么 拒绝，代码“thing_unknown”
      而且 账本没有新增其他记录

  规则: 新事项须用新的编号

    @应允许
    场景: 用新的编号申报
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      而且 已办理“application_submitted”
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

    @应拒绝
    场景: 用已经用过的编号申报
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      而且 已办理“application_submitted”
      当 办理“application_submitted”
        | 字段 | 值 |
        | application | 甲公司的申报 |
      那么 拒绝，代码“thing_exists”
      而且 拒绝类别为“not_allowed”
      而且 账本没有新增其他记录

    @应拒绝
    场景: 同一周期开启两次
      假如 评审已依次办到“plan”
      而且 今天是“2023-05-30”
      当 办理“cycle_opened”
      那么 拒绝，代码“thing_exists”
      而且 账本没有新增其他记录

  规则: 所填的环节须是办法中有的

    @应拒绝
    场景: 办法中没有这一环节
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 办理“cycle_planned”
        | 字段 | 值 |
        | step | defence |
      那么 拒绝，代码“step_unknown”
      而且 账本没有新增其他记录
