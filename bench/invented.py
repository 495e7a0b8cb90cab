"""A workbook of invented courtyards, as large as is wanted."""

from io import BytesIO

HEAD = (
    "序号", "街道", "社区", "楼院名称", "位置", "建成年代", "楼栋数", "户数", "人口数", "是否成立支部",
    "楼院长", "楼院长电话", "是否成立自管会", "自管会成立时间", "自管会人数", "分包单位", "主要问题", "备注",
)  # fmt: skip


def invented(size: int, changed: bool = False) -> list[tuple]:
    """Rows of courtyards in the communities of the county; `changed`, with other counts and phones."""
    from orgs.models import Division

    places = list(
        Division.objects.filter(level="community", parent__name__endswith="街道")
        .order_by("code")
        .values_list("parent__name", "name")
    )
    rows = []
    for number in range(size):
        street, community = places[number * len(places) // size]
        households = 40 + number % 300 + changed
        rows.append(
            (
                number + 1, street, community, f"测量{number}号院", f"示例路{number}号", "1985年",
                1 + number % 9, f"约{households}" if number % 5 == 0 else households,
                households * 3, "否", "示例" + "甲乙丙丁戊己庚辛"[number % 8],
                f"13{8 + changed}{number:08d}", "是", "2020.9.1", 5, "", "墙皮脱落", "",
            )
        )  # fmt: skip
    return rows


def written(rows: list[tuple]) -> bytes:
    """The rows as a workbook."""
    import xlsxwriter

    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("台账")
        for number, line in enumerate([("填报时间：2021年4月30日",), HEAD, *rows]):
            sheet.write_row(number, 0, line)
    return stream.getvalue()
