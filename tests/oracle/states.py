"""The states of a task as people write them, by what each means.

The words are those of the contract's dictionary, written down here a second time: nothing is read from the program's own
table. `invention` picks among them.
"""

from __future__ import annotations

STATES: dict[str, tuple[str, ...]] = {
    "not_started": (
        "Chưa thực hiện", "Mới giao", "Chưa làm", "Mới", "Đã giao", "Đã tiếp nhận", "Chờ tiếp nhận", "Chưa phân công",
        "Đã phân công", "Đã nhận việc", "not_started", "Chưa triển khai", "Chưa bắt đầu", "Chưa làm được", "Chưa TH",
    ),
    "in_progress": (
        "Đang thực hiện", "Đang làm", "Đang xử lý", "Tiếp tục thực hiện", "Đang xây dựng", "Thực hiện lại", "in_progress",
        "Đang triển khai", "Đang TH", "Đang tiến hành", "Đang soạn thảo", "Đang dự thảo", "Cơ bản hoàn thành",
    ),
    "awaiting_approval": (
        "Chờ duyệt", "Chờ phản hồi", "Chờ xác nhận", "Chờ kết quả", "Đã trình", "Đang trình ký", "Chờ ý kiến",
        "Đang xin ý kiến", "Chờ phê duyệt",
    ),
    "done": (
        "Hoàn thành", "Đã hoàn thành", "Đã thực hiện", "Đã nộp", "Đã kiểm tra", "completed", "Xong", "Đã xong", "HT",
        "Đã HT", "Đã ban hành", "Đã làm", "Đã triển khai xong", "Hoàn thành 100%",
        # What is said of the time is only compared: the days decide.
        "Hoàn thành đúng hạn", "Đã hoàn thành trong hạn", "Hoàn thành trễ hạn", "Hoàn thành quá hạn",
        "Đã hoàn thành quá hạn", "Hoàn thành trước hạn", "Hoàn thành sớm", "Hoàn thành chậm", "Hoàn thành muộn",
    ),
    "standing": (
        "Tiếp tục duy trì", "Thường xuyên của đơn vị", "Thường xuyên", "Duy trì", "Thực hiện thường xuyên", "Liên tục",
    ),
    "not_done": (
        "Chưa hoàn thành", "Không hoàn thành", "Không thực hiện được", "Chưa đạt yêu cầu", "Không thực hiện",
    ),
    "paused": ("Tạm dừng", "Tạm hoãn", "on_hold", "Hoãn", "Dừng", "Tạm ngưng"),
    "carried": (
        "Chuyển kỳ", "Chuyển tiếp", "Chưa hoàn thành, chuyển sang tháng sau", "Chuyển sang kỳ sau", "Chuyển sang năm sau",
        "Chuyển quý sau",
    ),
    "cancelled": ("Hủy", "Huỷ", "Từ chối nhiệm vụ", "cancelled", "Không thực hiện nữa", "Bãi bỏ", "Rút"),
    "not_reported": (
        "Chưa có kết quả", "Chưa cập nhật", "Chưa nộp", "Chưa báo cáo", "Chưa gửi", "Chưa có số liệu",
    ),
    "not_due": ("Chưa đến hạn", "Chưa tới hạn"),
}

TIMELINESS: tuple[str, ...] = (
    "Còn hạn", "Trong hạn", "Đang thực hiện trong hạn", "Đang giải quyết trong hạn", "Chờ xác nhận trong hạn",
    "Sắp đến hạn", "Đang thực hiện sắp quá hạn", "Sắp hết hạn", "Đến hạn hôm nay", "Quá hạn", "Đang thực hiện quá hạn",
    "Chưa thực hiện quá hạn", "Đang giải quyết quá hạn", "Chậm tiến độ", "Trễ tiến độ",
    "Đang thực hiện không hạn",
)
"""Words for the time alone: the work is open, and how late it is the days decide."""
