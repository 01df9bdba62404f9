# language: zh-CN
@条-7
功能: 鼓励申报的行业和人员不构成门槛

  背景:
    假如 今天是“2023-05-10”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 名单以外的同样可以申报

    @行-nt-07-01 @应允许
    场景大纲: 所属行业在不在鼓励之列都受理
      假如 评审已依次办到“internal_closed”
      当 办理“application_submitted”
        | 字段       | 值     |
        | industry   | <行业> |
        | attributes | []     |
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 行业      |
        | biotech   |
        | wholesale |
        | 空        |

    @行-nt-07-01 @应允许
    场景: 不属于鼓励之列的组织同样通过资格审查
      假如 评审已依次办到“internal_closed”
      而且 已办理“application_submitted”
        | 字段       | 值        |
        | industry   | wholesale |
        | attributes | []        |
      而且 今天是“2023-06-09”
      而且 今天是“2023-06-09”
      而且 今天是“2023-06-09”
      而且 今天是“2023-06-09”
      而且 已办理“recommendation_issued”
      而且 今天是“2023-06-20”
      而且 今天是“2023-06-20”
      而且 今天是“2023-06-20”
      而且 今天是“2023-06-20”
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录
