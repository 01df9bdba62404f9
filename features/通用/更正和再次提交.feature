# language: zh-CN
功能: 更正、作废和改动日期后再次提交

  背景:
    假如 今天是“2023-04-20”

  规则: 更正或者作废带有问题的录入，无论理由如何都提示

    @应允许
    场景: 更正没有问题的录入
      假如 评审已依次办到“supervise”
      而且 今天是“2023-04-21”
      而且 已转录“office”“2023-04-20”的“call_published”
      当 办理“entry_corrected”
      那么 予以受理
      而且 账本没有新增其他记录

    @应提示
    场景: 更正录入时已知悉问题的行为
      假如 评审已依次办到“supervise”
      而且 今天是“2023-04-21”
      而且 已转录“office”“2023-04-20”的“call_published”
        | 字段     | 值 |
        | channels | [] |
      当 办理“entry_corrected”
      那么 予以受理，并提示“entry.correction”
      而且 账本没有新增其他记录

    @应提示
    场景: 作废录入时已知悉问题的行为
      假如 评审已依次办到“supervise”
      而且 今天是“2023-04-21”
      而且 已转录“office”“2023-04-20”的“call_published”
        | 字段     | 值 |
        | channels | [] |
      当 办理“entry_voided”
      那么 予以受理，并提示“entry.correction”
      而且 账本没有新增其他记录

  规则: 被拒以后改动日期随即再次提交的，提示

    @应允许 @转录
    场景: 一次就按材料上的日期转录
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-20”
      当 转录“committee”“2023-11-16”的“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-16 |
      那么 予以受理
      而且 账本没有新增其他记录

    @应提示 @转录
    场景: 先按不足十日的日期转录被退回，再改成满十日
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-20”
      当 转录“committee”“2023-11-15”的“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-15 |
      那么 须先知悉“publicity.term@24”才能转录
      而且 账本没有新增其他记录
      当 转录“committee”“2023-11-16”的“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-16 |
      那么 予以受理，并提示“entry.retried”
      而且 账本没有新增其他记录
