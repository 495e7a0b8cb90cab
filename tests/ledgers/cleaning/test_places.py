"""Several courtyards in a cell: split where certain, else one doubtful reading of the whole cell."""

import pytest

from ledgers.cleaning import is_ditto, place_names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("食品厂东院 粮食局西院", ["食品厂东院", "粮食局西院"]),
        ("食品厂东院。粮食局西院。", ["食品厂东院", "粮食局西院"]),
        ("甲院，乙院。", ["甲院", "乙院"]), ("甲院+乙院", ["甲院", "乙院"]), ("甲院&乙院", ["甲院", "乙院"]),
        ("甲院•乙院", ["甲院", "乙院"]), ("甲院  乙院", ["甲院", "乙院"]), ("甲院、", ["甲院"]),
        ("甲院;乙院;丙院", ["甲院", "乙院", "丙院"]), ("1.甲院\n2.乙院", ["甲院", "乙院"]),
        ("①甲院②乙院", ["甲院", "乙院"]), ("1、甲院；2、乙院", ["甲院", "乙院"]), ("（1）甲院（2）乙院", None),
        ("(1)甲院\n(2)乙院", ["甲院", "乙院"]), ("2号院 5号院", ["2号院", "5号院"]), ("东院、西院", ["东院", "西院"]),
        ("物资局\n家属院", ["物资局家属院"]), ("物资局 1号院", ["物资局1号院"]), ("粮食局 西院", ["粮食局西院"]),
        ("建业•森林小区", ["建业•森林小区"]), ("甲院(东)、乙院", ["甲院(东)", "乙院"]), ("人民医院家属院", ["人民医院家属院"]),
        ("学院路2号院", ["学院路2号院"]), ("怡景城、锦绣城", ["怡景城", "锦绣城"]), ("1号院", ["1号院"]),
        ("甲院和乙院", None), ("甲院及乙院", None), ("甲院（东、西）", None), ("物资局（1、2号院）", None),
        ("教育局东、西院", None), ("物资局1、2号院", None), ("1-2号院", None), ("物资局1-3号院", None), ("甲院等3个", None),
        ("全部楼院", None), ("物资局东院西院", None), ("物资局1号院轴承厂东院", None), ("物资局1号院 东院", None),
        ("甲+乙院", None), ("甲院²", None), ("物资局1#、轴承厂3#院", None), ("甲、乙院", None), ("教育局家属院\n东院", None),
    ],
)  # fmt: skip
def test_courtyards_of_a_cell(cell, names):
    found = place_names(cell)
    if names is None:
        assert len(found) == 1 and found[0].doubt
    else:
        assert [one.value for one in found] == names
        assert all(one.certain for one in found)


@pytest.mark.parametrize(
    "cell",
    ["″", "〃", "〞", "：：", "々", "↑", "同上单位", "''", "仝上", "“", "…同上", "—〃—", "′′"],
)
def test_signs_that_say_as_above(cell):
    assert is_ditto(cell)


@pytest.mark.parametrize(
    "cell", ["同上周", "同心小区", "同上院", "'", ":", "同3号院", 1, None, "前"]
)
def test_what_only_looks_like_as_above(cell):
    assert not is_ditto(cell)
