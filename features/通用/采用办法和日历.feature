# language: zh-CN
功能: 采用办法和日历

  背景:
    假如 今天是“2023-03-01”

  规则: 办法和日历须先把全文存入账本，再凭摘要采用

    @应允许
    场景: 采用已经存入的办法
      当 办理“regulation_version_adopted”
      那么 予以受理
      而且 账本没有新增其他记录

    @应拒绝
    场景: 全文没有存入
      当 办理“regulation_version_adopted”
        | 字段 | 值 |
        | document | “abababababababababababababababababababababababababababababababab” |
      那么 拒绝，代码“document_not_filed”
      而且 账本没有新增其他记录

    @应拒绝
    场景: 存入的是别的办法
      当 办理“regulation_version_adopted”
        | 字段 | 值 |
        | regulation | nantong@2099 |
      那么 拒绝，代码“document_of_other_thing”
      而且 账本没有新增其他记录

    @应允许
    场景: 采用已经存入的日历
      当 办理“calendar_published”
      那么 予以受理
      而且 账本没有新增其他记录

    @应拒绝
    场景: 存入的是别的年度的日历
      当 办理“calendar_published”
        | 字段 | 值 |
        | year | 2024 |
      那么 拒绝，代码“document_of_other_thing”
      而且 账本没有新增其他记录

  规则: 周期须在账本已经采用的办法下开启

    @应拒绝
    场景: 账本没有采用这一版本
      当 办理“cycle_opened”
        | 字段 | 值 |
        | regulation | nantong@2099 |
      那么 拒绝，代码“regulation_not_adopted”
      而且 账本没有新增其他记录

    @应拒绝
    场景: 账本没有采用这一次编码
      当 办理“cycle_opened”
        | 字段 | 值 |
        | encoding | 2 |
      那么 拒绝，代码“regulation_not_adopted”
      而且 账本没有新增其他记录
