# language: zh-CN
功能: 受委托代办

  背景:
    假如 今天是“2023-07-20”

  规则: 代办须有登记的、当日有效的、包括这一行为的授权

    @应允许
    场景: 凭授权代办
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-25”
      而且 已办理“mandate_given”
      当 “office”受“committee”委托办理“shortlist_approved”
        | 字段 | 值 |
        | step | present_list |
      那么 予以受理
      而且 账本没有新增其他记录

    @应拒绝
    场景: 没有授权
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-25”
      当 “office”受“committee”委托办理“shortlist_approved”
        | 字段 | 值 |
        | step | present_list |
      那么 拒绝，代码“mandate_missing”
      而且 账本没有新增其他记录

    @应拒绝
    场景: 授权不包括这一行为
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-25”
      而且 已办理“mandate_given”
        | 字段 | 值 |
        | scope | [award_list_proposed] |
      当 “office”受“committee”委托办理“shortlist_approved”
        | 字段 | 值 |
        | step | present_list |
      那么 拒绝，代码“mandate_missing”
      而且 账本没有新增其他记录

    @应拒绝
    场景: 授权给了别的机构
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-25”
      而且 已办理“mandate_given”
        | 字段 | 值 |
        | body | association |
      当 “office”受“committee”委托办理“shortlist_approved”
        | 字段 | 值 |
        | step | present_list |
      那么 拒绝，代码“mandate_missing”
      而且 账本没有新增其他记录

    @应允许
    场景大纲: 授权的首日和末日代办
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-10”
      而且 已办理“mandate_given”
        | 字段 | 值         |
        | from | 2023-08-25 |
        | to   | 2023-08-28 |
      而且 今天是“<日期>”
      当 “office”受“committee”委托办理“shortlist_approved”
        | 字段 | 值           |
        | step | present_list |
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 日期       |
        | 2023-08-25 |
        | 2023-08-28 |

    @应拒绝
    场景大纲: 授权生效前一日和失效次日代办
      假如 评审已依次办到“onsite”
      而且 今天是“2023-08-10”
      而且 已办理“mandate_given”
        | 字段 | 值         |
        | from | 2023-08-25 |
        | to   | 2023-08-28 |
      而且 今天是“<日期>”
      当 “office”受“committee”委托办理“shortlist_approved”
        | 字段 | 值           |
        | step | present_list |
      那么 拒绝，代码“mandate_missing”
      而且 账本没有新增其他记录

      例子:
        | 日期       |
        | 2023-08-24 |
        | 2023-08-29 |
